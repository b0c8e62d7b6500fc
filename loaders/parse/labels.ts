import type { Words, WordsMatch } from '../source/words.ts'

/** What a fixed label of a results document opens. */
export type LabelKind =
  | 'departments'
  | 'schedule'
  | 'initiatives'
  | 'results'
  | 'year'
  | 'verification'
  | 'achieved'
  | 'not_achieved'
  | 'effects'
  | 'rating'
  | 'next'

/** A label found in a line: what it opens, its match with named groups, and where it begins and ends. */
export interface Label {
  kind: LabelKind
  match: WordsMatch
}

const years = String.raw`\d+\s*(?:[カヵヶケか箇]年|年間?)`
const era = String.raw`(?:明治|大正|昭和|平成|令和|[MTSHR])?\s*(?:\d+|元)\s*年度`
const works = '取(?:り)?組(?:み)?'

/**
 * The labels of the form, on folded text. A label begins where a statement may begin (start of a cell, after a blank,
 * after block markup), which keeps the same words inside a sentence from being taken for one.
 */
const patterns: readonly { kind: LabelKind; pattern: RegExp }[] = [
  { kind: 'departments', pattern: /【\s*担当(?:部署|課|部局)?\s*:\s*(?<names>[^】]{0,400})】/dg },
  { kind: 'schedule', pattern: /改善・推進の?内容(?=\s|$)/dg },
  { kind: 'initiatives', pattern: new RegExp(String.raw`主な${works}内容(?=\s|$|①)`, 'dg') },
  { kind: 'results', pattern: new RegExp(String.raw`${era}\s*[~-]\s*${era}の(?:${works})?(?:実績|内容)?(?:内容)?(?=\s|$|【)`, 'dg') },
  { kind: 'year', pattern: new RegExp(String.raw`【\s*(?<year>${era})\s*(?:\((?:実績|${works}内容|実績内容)\)|の?実績)\s*】`, 'dg') },
  { kind: 'verification', pattern: new RegExp(String.raw`${years}の${works}の検証(?=\s|$|【)`, 'dg') },
  { kind: 'verification', pattern: new RegExp(String.raw`【\s*${years}の振り?返り\s*】`, 'dg') },
  { kind: 'achieved', pattern: /(?:①|\(1\))?\s*達成できたこと(?:\s*\(成果\))?(?=[\s○●◯・-]|$)/dg },
  { kind: 'not_achieved', pattern: /(?:②|\(2\))?\s*達成できなかったこと(?:\s*\([^)]{1,8}\))?(?=[\s○●◯・-]|$)/dg },
  { kind: 'effects', pattern: new RegExp(String.raw`${works}による効果(?:額)?(?=\s|$)`, 'dg') },
  { kind: 'rating', pattern: new RegExp(String.raw`${years}の評価(?:\s*\(総括\))?(?=[\s※]|$)`, 'dg') },
  {
    kind: 'next',
    pattern:
      /【\s*(?:(?<plan>第?\s*\d+\s*次[^】]{0,40}?プラン|次期[^】]{0,40}?(?:プラン|計画))(?:において|で|に向けて)?|(?<ongoing>引き?続き))\s*取り?組むべき課題\s*】(?:\s*※[^。○●・\t]{0,80}(?:。|(?=[○●・\t]|$)))?/dg,
  },
]

/** A word of every label; a line without any of them needs no closer look. */
const labelWord = /担当|改善|主な|年度|検証|返り|達成でき|による効果|評価|課題/

/** The labels of a line in order, none overlapping another. */
export function findLabels(line: Words): Label[] {
  if (!labelWord.test(line.form)) return []
  const found = patterns
    .flatMap(({ kind, pattern }) => line.matches(pattern).map((match) => ({ kind, match })))
    .filter(({ match }) => line.isBoundary(match.index + leadingBlanks(match)))
    .sort((a, b) => a.match.index - b.match.index)
  return found.filter((label, index) => index === 0 || label.match.index >= (found[index - 1] as Label).match.end)
}

function leadingBlanks(match: WordsMatch): number {
  return /^\s*/.exec(match.form(0) ?? '')?.[0].length ?? 0
}

/** `No.3 …` at the start of a line: the head of an item, but not the mark `No.3 再掲`. */
export function itemHead(line: Words): { no: number; noWords: Words; title: Words } | undefined {
  const match = line.match(/^\s*(?:No\s*[.．]?|№)\s*(?<no>\d+)(?![\d.,])\s*(?!\s*再掲)(?<title>\S.*|)$/di)
  const no = match?.words('no')
  const title = match?.words('title')
  return no && title && match ? { no: Number(no.form), noWords: no, title: title.split(/\t/g)[0]?.trim() ?? title } : undefined
}
