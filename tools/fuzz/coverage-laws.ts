import { type Case, type Problem, placedRows } from './case.ts'
import { placed, squeeze, type Text } from './text.ts'

const noLetters = /[^\p{L}\p{Nd}]+/gu
const tables = new Set(['items', 'initiatives', 'schedules', 'results', 'reviews', 'effects', 'effectTotals', 'targets'])
const lineParts = new Set(['title', 'contents', 'page'])

/** The words of the form: what labels, heads of tables and notes may say besides what rows hold. */
const form =
  /\s*※.*|【\s*担当.*|改善(?:・推進)?の?内容|改善スケジュール|改善(?:・推進)?の?目標|(?:主な|主要な|具体的な)取(?:り)?組(?:み)?(?:の?(?:内容|項目|事項))?|.{0,4}(?:\d+|元)\s*年度\s*[~～-].{0,4}(?:\d+|元)\s*年度の\S*|【?\s*\S{0,2}\s*(?:\d+|元)\s*年(?:度|(?![の間]))(?:[^【】\t]{0,20}】|の?実績|\s*\(\S*?\))?|\d+\s*(?:[カヵヶケか箇]年|年間?)の(?:(?:取(?:り)?組(?:み)?の)?検証|評価(?:\s*\(総括\))?)|【\s*\d+\s*\S{1,2}の振り?返り\s*】|[①(]?1?\)?\s*達成できたこと(?:\s*\([^)]{1,8}\)?)?|[②(]?2?\)?\s*(?:達成でき(?:なかった|ていない)|未達成の|未達成だった)こと(?:\s*\([^)]*\))?|取(?:り)?組(?:み)?(?:による|の)効果額?(?:\s*\([^()]{0,8}円\s*\))?|【[^】]*課題\s*】|\S{0,12}?(?:総計|合計|計)|(?:平成|令和)\s*(?:\d+|元)|年度|\(?\d+\)/g

/** Every letter is in the place of a row or a value of one, in words of the form, or in a message; the counts agree. */
export function coverageProblems(found: Case): Problem[] {
  const { text, coverage, messages } = found
  const all = lettersIn(text.outsideMarkup())
  if (coverage.letters !== all) return [{ law: 'coverage', sign: 'letters', detail: `${coverage.letters} letters counted, ${all} in the text` }]
  const unread = messages.filter(({ ruleId }) => ruleId === 'unread-text' || ruleId === 'unread-amount')
  if (unread.length > 1000) return []
  const ranges = rangesOf(text, unread)
  const reported = ranges.reduce((sum, [from, to]) => sum + lettersIn(text.outsideMarkup(from, to)), 0)
  if (reported !== all - coverage.readLetters)
    return [{ law: 'coverage', sign: 'messages', detail: `${all - coverage.readLetters} letters unread, ${reported} in messages` }]
  const named = messages.filter(({ ruleId }) => ruleId === 'unread-year' || ruleId === 'unread-schedule')
  return lostWords(found, [...ranges, ...rangesOf(text, named)]).slice(0, 3)
}

function rangesOf(text: Text, messages: Case['messages']): (readonly number[])[] {
  return messages.flatMap(({ place }) => (place && 'start' in place ? [text.range(placed(place)) ?? []] : []))
}

function lettersIn(text: string): number {
  return text.replace(noLetters, '').length
}

/** Words that coverage counts as read, though no row, no words of the form and no message holds them. */
function lostWords({ text, rows }: Case, reported: readonly (readonly number[])[]): Problem[] {
  const inRows = heldByRows(text, rows)
  const isHeld = inRows.slice()
  for (const [from, to] of reported) isHeld.fill(1, from, to)
  const values = valuesOf(rows)
  return text.lines.flatMap((_, index) => {
    // a label inside a line may begin a section, which the line then belongs to, while what stands before it is of the item above
    const ofItems = [index - 1, index].map((line) => values.get(rows.sourceLines[line]?.item_no ?? 0) ?? '').join('\n')
    // a note of the form stays one where an amount within it is reported
    const inNotes = freeStretches(text, inRows, index).filter((stretch) => isKnown(wordsOf(text, stretch), ofItems))
    return freeStretches(text, isHeld, index)
      .filter(([from, to]) => !inNotes.some(([start, end]) => start <= from && to <= end))
      .map((stretch) => wordsOf(text, stretch))
      .filter((words) => lettersIn(words) > 0 && !isKnown(words, ofItems))
      .map((words) => ({ law: 'coverage', sign: `lost ${rows.sourceLines[index]?.part}`, detail: `line ${index + 1}, in no row and no message: ${words}` }))
  })
}

/** 1 for each character of the text that a row, a whole line of another part, or the check of a year's sum holds. */
function heldByRows(text: Text, rows: Case['rows']): Uint8Array {
  const isHeld = new Uint8Array(text.raw.length)
  const hold = ([from, to]: readonly number[]) => isHeld.fill(1, from, to)
  for (const { table, row } of placedRows(rows)) if (tables.has(table)) hold(text.range(row) ?? [])
  const holdLine = (no: number) => hold([text.offset(no, 1) ?? 0, text.offset(no, 1 + (text.lines[no - 1]?.length ?? 0)) ?? 0])
  for (const { line_no, part } of rows.sourceLines) if (lineParts.has(part)) holdLine(line_no)
  // the sum of a year is in no table: its check holds it
  for (const { rule, source_line } of rows.checks) if (rule === 'effect-year-total' && source_line !== null) holdLine(source_line)
  return isHeld
}

/** The stretches of a line that nothing holds, from and to. */
function freeStretches(text: Text, isHeld: Uint8Array, index: number): [number, number][] {
  const start = text.offset(index + 1, 1) ?? 0
  const end = start + (text.lines[index]?.length ?? 0)
  const found: [number, number][] = []
  for (let from = start; from < end; ) {
    const held = isHeld.indexOf(1, from)
    const to = held < 0 ? end : Math.min(held, end)
    if (to > from) found.push([from, to])
    const free = isHeld.indexOf(0, to)
    from = free < 0 ? end : Math.max(free, to)
  }
  return found
}

function wordsOf(text: Text, [from, to]: readonly [number, number]): string {
  return text.outsideMarkup(from, to).trim()
}

/** Whether nothing is left of some words but for words of the form, values of rows and a rating. */
function isKnown(words: string, values: string): boolean {
  const isValue = (part: string) => lettersIn(part) === 0 || values.includes(squeeze(part).replace(/\($/, '')) || /^(?:[A-Z]\+?|[◎○△×])$/.test(part)
  const isHeld = (parts: readonly string[]) =>
    parts.every(
      (part) =>
        isValue(part.trim()) ||
        part
          .trim()
          .split(/[\s、,:・/はが]+/)
          .every(isValue),
    )
  return isHeld(words.replace(/\s+/g, ' ').replace(form, '\t').split('\t')) || isHeld(words.replace(form, '\t').split(/\t|\s{2,}/))
}

/** All text values of an item's rows, squeezed. */
function valuesOf(rows: Case['rows']): Map<number, string> {
  const values = new Map<number, string>()
  for (const table of [rows.items, rows.schedules, rows.results, rows.effects] as readonly object[][]) {
    for (const row of table as Readonly<Record<string, unknown>>[]) {
      const no = row.item_no as number
      const texts = Object.values(row)
        .flat()
        .filter((value) => typeof value === 'string')
      values.set(no, `${values.get(no) ?? ''}\n${texts.map(squeeze).join('\n')}`)
    }
  }
  return values
}
