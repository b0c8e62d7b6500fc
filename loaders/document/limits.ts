import type { RuleId } from './message-rules.ts'

/** Where a text is more than any results document: the rule, the place, and what to say. */
export interface Excess {
  ruleId: RuleId
  place: { line: number; column: number }
  reason: string
}

/**
 * What a results document never holds more of, a hundred times what one of 22 items does (32,000 characters, 560 lines of
 * at most 1,000, 890 runs of digits, 4,000 marks), so that time and memory stay bounded for any file: characters in all
 * and in a line, lines, numbers, digits of a number, and marks that part entries, cells and lists.
 */
const limits = { characters: 3_200_000, lineLength: 100_000, lines: 60_000, numbers: 90_000, digits: 1000, marks: 400_000 }

const parting = new Set([...'\t。、，,・○●◯◇◆■□※①②③④⑤⑥⑦⑧⑨⑩()（）【】「」～~'].map((mark) => mark.charCodeAt(0)))

/** The first place of a text where it holds more than a results document does, undefined where it never does. */
export function findExcess(text: string, most = limits): Excess | undefined {
  let line = 1
  let lineStart = 0
  let numbers = 0
  let marks = 0
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    digits = isDigit(code) ? digits + 1 : 0
    if (digits === 1) numbers += 1
    if (parting.has(code)) marks += 1
    const isLineEnd = code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)
    const place = () => ({ line, column: at - lineStart + 1 })
    if (at === most.characters) return excess('document-too-long', place(), `${most.characters}字`)
    if (at - lineStart === most.lineLength && !isLineEnd && code !== 0x0d) return excess('line-too-long', place(), `1行が${most.lineLength}字`)
    if (numbers > most.numbers) return excess('too-many-numbers', place(), `数字が${most.numbers}個`)
    if (digits > most.digits) return excess('number-too-long', place(), `1つの数字が${most.digits}桁`)
    if (marks > most.marks) return excess('too-many-marks', place(), `句読点と括弧と見出しの記号が${most.marks}個`)
    if (line > most.lines) return excess('too-many-lines', place(), `${most.lines}行`)
    if (!isLineEnd) continue
    line += 1
    lineStart = at + 1
  }
  return undefined
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

function excess(ruleId: RuleId, place: Excess['place'], what: string): Excess {
  return { ruleId, place, reason: `${what}を超える。取組実績一覧の文書ではない` }
}
