import { lastAtMost } from '../document/rising.ts'
import type { Words } from '../document/words.ts'
import { assets } from '../records/assets.ts'
import { collections, doubtfulClaims, readCollectionTotals } from '../records/collections.ts'
import { headCountTables } from '../records/head-count-tables.ts'
import type { Context } from '../records/reading.ts'
import { statedReemployment } from '../records/reemployment.ts'
import { differenceHeadCounts, statedHeadCounts } from '../records/staffing.ts'
import { statedSurveys } from '../records/surveys.ts'
import { targets } from '../records/targets.ts'
import { trainings } from '../records/trainings.ts'
import { type Item, textsOf } from '../structure/item.ts'

/** A table of figures, and what a sentence says that its rows should have been read from. */
interface Trigger {
  name: string
  /** on folded text; all must hold */
  signs: readonly RegExp[]
}

const people = /\d\s*[人名]/
const money = /\d\s*[十百千]?[万億]?円/

const triggers: readonly Trigger[] = [
  {
    name: '職員数',
    signs: [/職員の?数|職員総数|職員は\s?\d|実員|現員|現在\s?\d+\s?[人名]/, /計画(?!的)|定員(?!管理|適正)|定数/, /\d\s*[人名]|(?:計画|実績|実員)\s*\d/],
  },
  { name: '再任用', signs: [/再任用職員/, people] },
  { name: '調査', signs: [/回答(?:率|者)/, /\d/] },
  { name: '収納', signs: [/(?:納付|収納|徴収|回収)(?:額|し|され)/, money] },
  { name: '売却・貸付', signs: [/売却(?!益)|貸付(?!金)|売り払|貸し付け/, money] },
]

const sentence = /[^。]+。?/g

/**
 * Reports each sentence that speaks as a table of figures does but gave no row of any: in words that the reader does not
 * know. The sentence itself is kept as the result or review that it is.
 */
export function reportUnreadRows(context: Context): void {
  const { items, report } = context
  const doubtful = items.flatMap(doubtfulClaims)
  const read = ranges([...statements(context), ...doubtful])
  const starts = read.map(({ from }) => from)
  for (const { name, signs } of triggers) {
    for (const words of items.flatMap((item) => sentencesOf(item, signs))) {
      if (!overlaps(read, starts, words)) report.warn('unread-row', words, unreadRow(name, words))
    }
  }
  for (const words of items.flatMap((item) => headCountTables(item).others)) {
    if (!overlaps(read, starts, words)) report.warn('unread-row', words, `読み取れない表の行: ${words.text.replaceAll('\t', ' ')}`)
  }
  for (const words of items.flatMap((item) => headCountTables(item).unread)) report.warn('unread-row', words, unreadRow('職員数', words))
  for (const words of doubtful) report.warn('unread-row', words, unreadRow('収納', words))
}

function unreadRow(table: string, { text }: Words): string {
  return `「${table}」の表の行にできなかった文: ${text.replaceAll('\t', ' ')}`
}

/** The words of all statements of figures, a sum of claims only where claims are read; what is stated twice, such as a head count, is one row of two statements. */
function statements({ items, rows }: Context): Words[] {
  const claimed = new Set(rows(collections).map(({ item_no, fiscal_year }) => `${item_no} ${fiscal_year}`))
  const counted = items.flatMap((item) => [
    ...statedHeadCounts(item),
    ...differenceHeadCounts(item),
    ...statedReemployment(item),
    ...statedSurveys(item),
    ...readCollectionTotals(item).filter(({ fiscalYear }) => claimed.has(`${item.no} ${fiscalYear}`)),
  ])
  return [...counted, ...rows(collections), ...rows(assets), ...rows(targets), ...rows(trainings)].map(({ words }) => words)
}

function sentencesOf(item: Item, signs: readonly RegExp[]): Words[] {
  const texts = [...item.years.flatMap(({ texts }) => texts), ...(['achieved', 'not_achieved'] as const).flatMap((kind) => textsOf(item, kind))]
  return texts
    .filter(({ form }) => signs.every((sign) => sign.test(form)))
    .flatMap((text) => text.matches(sentence).flatMap((match) => match.words()?.trim() ?? []))
    .filter(({ form }) => signs.every((sign) => sign.test(form)))
}

interface Range {
  from: number
  to: number
}

/** Stretches of a text in order, those that touch as one. */
function ranges(words: readonly Words[]): Range[] {
  const merged: Range[] = []
  for (const { from, to } of words.flatMap(({ ranges }) => ranges).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** Whether any of some stretches, of which `starts` are the beginnings, shares a letter with words. */
function overlaps(read: readonly Range[], starts: readonly number[], words: Words): boolean {
  return words.ranges.some(({ from, to }) => {
    const last = read[lastAtMost(starts, to - 1)]
    return last !== undefined && last.from < to && last.to > from
  })
}
