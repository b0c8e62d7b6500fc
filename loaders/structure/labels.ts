import type { Words, WordsMatch } from '../document/words.ts'
import { eraAnywhere, recentEraName } from '../vocabulary/eras.ts'
import { yearsMark } from '../vocabulary/year-spans.ts'

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

const years = String.raw`(?<!\d)\d{1,2}\s*(?:${yearsMark}|年)`
const era = String.raw`(?:${eraAnywhere}\s*)?(?<!\d)(?:\d{1,4}|元)\s*年度`
const works = '取(?:り)?組(?:み)?'
const reported = String.raw`(?:\s|[の・、()/]|及び|主な|${works}|実績|実施|状況|成果|結果|内容|見込み?|報告|概要|進捗)*`
/** Other words of a year's head, but none that name a day, a limit or a plan of that year. */
const titled = String.raw`の(?![^】]*(?:末|時点|現在|以降|以後|まで|から|比|目標|計画|予定|予算|決算|当初|現員|人数|総額|合計)[^】]{0,3}】)[^】\d。、:]{1,12}`
const yenUnit = '(?:円|千円|万円|百万円|億円)'

/**
 * The labels of the form, on folded text. A label begins where a statement may begin (start of a cell, after a blank,
 * after block markup) and ends where one may end or before one of its `marks` (anywhere where it closes its own bracket),
 * which keeps the same words inside a sentence from being taken for one. A line without a label's `word` needs no closer look.
 */
const patterns: readonly { kind: LabelKind; word: string; marks?: string; pattern: RegExp }[] = [
  { kind: 'departments', word: '担当', pattern: /【\s*担当(?:部署|課|部局)?\s*:\s*(?<names>[^】]{0,400})】/dg },
  { kind: 'schedule', word: '改善', marks: '', pattern: /改善・推進の?内容/dg },
  { kind: 'initiatives', word: '取', marks: '①', pattern: new RegExp(`(?:主な|主要な|具体的な)${works}(?:の?(?:内容|項目|事項))?`, 'dg') },
  { kind: 'results', word: '年度', marks: '【', pattern: new RegExp(String.raw`${era}\s*[~-]\s*${era}の(?:${works})?(?:実績|内容)?(?:内容)?`, 'dg') },
  { kind: 'year', word: '【', pattern: new RegExp(String.raw`【\s*(?<year>${era})\s*(?:\(\s*${era}\s*\))?(?:${reported}|${titled})】`, 'dg') },
  { kind: 'verification', word: '年', marks: '【', pattern: new RegExp(`${years}の(?:${works}の)?(?:検証|総括|まとめ|成果と課題)`, 'dg') },
  { kind: 'verification', word: '返り', pattern: new RegExp(String.raw`【\s*${years}の振り?返り\s*】`, 'dg') },
  { kind: 'achieved', word: '達成できたこと', marks: '○●◯・-', pattern: /(?:①|\(1\))?\s*達成できたこと(?:\s*\([^)]{1,8}\))?(?:\s*:)?/dg },
  {
    kind: 'not_achieved',
    word: '達成',
    marks: '○●◯・-',
    pattern: /(?:②|\(2\))?\s*(?:達成でき(?:なかった|ていない)|未達成の|未達成だった)こと(?:\s*\([^)]{1,8}\))?(?:\s*:)?/dg,
  },
  {
    kind: 'effects',
    word: '効果',
    marks: '',
    pattern: new RegExp(String.raw`${works}(?:による|の)効果額?(?:\s*\(\s*(?:単位\s*:?\s*)?(?<unit>${yenUnit})\s*\))?`, 'dg'),
  },
  { kind: 'rating', word: 'の評価', marks: '※(', pattern: new RegExp(String.raw`${years}の評価(?:\s*\(総括\))?`, 'dg') },
  {
    kind: 'next',
    word: '課題',
    pattern:
      /【\s*(?:(?<plan>(?:第?\s*\d+\s*[次期]|次期)[^】]{0,40}?(?:プラン|計画|大綱))(?:において|における|で|での|に向け[てた]|へ向け[てた]|の)?|(?<ongoing>引き?続き|今後)の?)\s*(?:取り?組む(?:べき)?)?課題\s*】(?:\s*※[^。○●・\t]{0,80}(?:。|(?=[○●・\t]|$)))?/dg,
  },
]

/** The two lists of a review in short, 【成果】 and 【課題】, which mean so only below its head. */
const reviewHeads: readonly { kind: LabelKind; pattern: RegExp }[] = [
  { kind: 'achieved', pattern: /【\s*(?:成果|達成(?:できた)?事項)\s*】/dg },
  { kind: 'not_achieved', pattern: /【\s*(?:課題|未達成(?:事項)?)\s*】/dg },
]

/** The labels of a line below the head of a review. */
export function findReviewHeads(line: Words): Label[] {
  if (!line.form.includes('【')) return []
  return reviewHeads
    .flatMap(({ kind, pattern }) => line.matches(pattern).map((match) => ({ kind, match })))
    .filter(({ match }) => line.isBoundary(match.index))
    .sort((a, b) => a.match.index - b.match.index)
}

/** A year's head that no 【】 marks: （2021年度） at the start of a line, or 令和3年度の実績 on a line of its own. */
const plainYears = [
  new RegExp(String.raw`^\s*[■●◆◇□○▼]?\s*\(\s*(?<year>${era})${reported}\)(?=\s|$|[・○●-])`, 'd'),
  new RegExp(String.raw`^\s*[■●◆◇□○▼]?\s*(?<year>${era})(?:\s*\(\s*${era}\s*\))?${reported}(?<!の\s*)$`, 'd'),
]

/** What looks like the head of a year, though its year cannot be read: 【令和年度（実績）】, 令和2年度（実績）】, 【R2年度（実績）. */
const brokenYears = [
  new RegExp(
    String.raw`^\s*【?(?:[^【】。]{0,8}(?:${recentEraName}|\d)[^【】。]{0,8}実績[^【】。]{0,4}|[^【】。]{0,10}年度[\s()]{0,2}[^【】。]?[\s()]{0,2})】`,
    'd',
  ),
  /^\s*【[^【】。]{0,10}年度\s*\(?実績\)?/d,
]

/** The head of a year that a line of the results opens without 【】, or that is broken: then without `year`. */
export function plainYearHead(line: Words): Label | undefined {
  if (!/年度|実績/.test(line.form)) return undefined
  const trimmed = line.slice(0, line.form.trimEnd().length)
  const match = [...plainYears, ...brokenYears].map((pattern) => trimmed.match(pattern)).find((match) => match !== undefined)
  return match && { kind: 'year', match }
}

/** The labels of a line in order, none overlapping another. */
export function findLabels(line: Words): Label[] {
  const { form } = line
  const found: Label[] = []
  for (const { kind, word, marks, pattern } of patterns) {
    if (!form.includes(word)) continue
    for (const match of line.matches(pattern)) {
      const ends = marks === undefined || line.isEnd(match.end) || marks.includes(form[match.end] as string) || form[match.end - 1] === ':'
      if (ends && line.isBoundary(match.index + leadingBlanks(match))) found.push({ kind, match })
    }
  }
  found.sort((a, b) => a.match.index - b.match.index)
  return found.filter((label, index) => index === 0 || label.match.index >= (found[index - 1] as Label).match.end)
}

function leadingBlanks(match: WordsMatch): number {
  const form = match.form(0) ?? ''
  return form.length - form.trimStart().length
}

/** The number of an item, 1 to 99999. */
export const itemNumber = String.raw`0{0,4}[1-9]\d{0,4}`

const itemHeadPattern = new RegExp(String.raw`^\s*(?:No\s*[.．]?|№)\s*(?<no>${itemNumber})(?![\d.,])\s*(?!\s*再掲)(?<title>\S.*|)$`, 'di')

/** `No.3 …` at the start of a line: the head of an item, but not the mark `No.3 再掲`. */
export function itemHead(line: Words): { no: number; noWords: Words; title: Words } | undefined {
  const match = line.match(itemHeadPattern)
  const no = match?.words('no')
  const title = match?.words('title')
  return no && title && match ? { no: Number(no.form), noWords: no, title: title.split(/\t/g)[0]?.trim() ?? title } : undefined
}
