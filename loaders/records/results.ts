import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import type { Item, YearReport } from '../structure/item.ts'
import { entries } from '../structure/rows.ts'
import { counter } from './counter.ts'
import { type Explained, itemTable, type Reading } from './reading.ts'
import { placeColumns } from './stated.ts'
import { column, fiscalYear, itemNo, ofItem, placeOf, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'results',
  title: '年度ごとの実績',
  grain: '報告された実績1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'result_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('result_no', 'INTEGER', '実績番号', '年度の中の順番 (1から)', required),
    column('heading', 'VARCHAR', '小見出し', '(1) … の小見出し'),
    column('text', 'VARCHAR', '実績', '実績の文', required),
    ...provenance,
    ...placeOf('heading', '小見出し'),
  ],
} as const satisfies Table

/** A reported result. */
export type ResultRecord = Reading<typeof definition>

/** A reported result with its `(1) …` head and the year it is reported for. */
export interface Result {
  fiscalYear: number
  heading: Heading | undefined
  words: Words
}

/** A `(1) …` head: its words, and its bracketed number. */
export interface Heading {
  words: Words
  mark: Words
}

/** The results of an item, in the order of the document. */
export const resultsOf = cached((item: Item): Result[] => item.years.flatMap(resultsOfYear))

function resultsOfYear({ fiscalYear, texts }: YearReport): Result[] {
  let heading: Heading | undefined
  let headings = 0
  const results: Result[] = []
  const add = (body: Words) => results.push(...entries(body.trim()).map((words) => ({ fiscalYear, heading, words })))
  for (const text of texts) {
    let from = 0
    for (const head of text.matches(/\((\d+)\)\s*(?=\S)/g)) {
      if (!text.isBoundary(head.index) || Number(head.form(1)) !== headings + 1) continue
      add(text.slice(from, head.index))
      headings += 1
      heading = { words: headingAt(text, head.end), mark: text.slice(head.index, head.end) }
      from = head.end + heading.words.length
    }
    add(text.slice(from))
  }
  return results
}

/** The words of a `(1) …` head: up to the first blank, block markup or page end. */
function headingAt(text: Words, from: number): Words {
  for (let at = from + 1; at < text.length; at++) {
    if (text.isBoundary(at) || text.isCut(at)) return text.slice(from, at).trim()
  }
  return text.slice(from)
}

/** 年度ごとの実績: one row for each entry, numbered within the year. */
function readResults(item: Item): ResultRecord[] {
  const next = counter<number>()
  return resultsOf(item).map(({ fiscalYear, heading, words }) => ({
    item_no: item.no,
    fiscal_year: fiscalYear,
    result_no: next(fiscalYear),
    heading: heading?.words.text ?? null,
    text: words.text,
    ...placeColumns('heading', heading?.words),
    words,
  }))
}

/** 年度ごとの実績. */
export const results = itemTable(definition, readResults, (item) =>
  resultsOf(item).flatMap(({ heading }): Explained[] => (heading ? [{ words: heading.words, reason: 'in a sentence' }] : [])),
)
