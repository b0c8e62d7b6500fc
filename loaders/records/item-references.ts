import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { isWholeNumber } from '../vocabulary/item-codes.ts'
import { counter } from './counter.ts'
import { effectRows } from './effect-rows.ts'
import { type Context, itemTable, type Reading } from './reading.ts'
import { column, fiscalYear, itemNo, ofItem, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'item_references',
  title: '再掲',
  grain: '再掲の印1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'reference_no'],
  references: [...ofItem, { columns: ['plan_id', 'referenced_item_no'], table: 'items', mayLeadNowhere: true }],
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('reference_no', 'INTEGER', '再掲番号', '年度の中の順番 (1から)', required),
    column('referenced_item_no', 'INTEGER', '再掲元の項目', '再掲の印が指す項目番号', required),
    ...provenance,
  ],
} as const satisfies Table

/** A mark of 再掲. */
export type ItemReferenceRecord = Reading<typeof definition>

const noteOfRepeat = /[(【](?=[^()【】]*再掲)[^()【】]*[)】]/g
const repeatedNo = /(?:(?:No\s*\.?|№)\s*|(?<=\d\s*(?:[・、,]|及び|と)\s*))(\d+)(?:\s*再掲)?/dgi

/** Texts of a year that may hold marks of 再掲: its results, and the labels of its effects that another item counts. */
function textsOf(item: Item): { fiscalYear: number; texts: readonly Words[] }[] {
  const ofEffects = effectRows(item).flatMap(({ year, lines }) =>
    typeof year === 'number' ? [{ fiscalYear: year, texts: lines.flatMap(({ label, isRepeat }) => (isRepeat && label ? [label] : [])) }] : [],
  )
  return [...item.years, ...ofEffects]
}

/**
 * 再掲: `（No.3 再掲）`, `【No.3再掲】` or `（No.3・5再掲）` in a year's results or in the label of one of its effects, one row for each item it
 * names; `（No.1-(2)再掲）` where items have numbers of several levels.
 */
function readReferences(item: Item, { items, report }: Context): ItemReferenceRecord[] {
  const isCoded = items.some(({ code }) => code !== undefined && !isWholeNumber(code))
  const read = isCoded ? codesIn(item, items) : numbersIn
  const known = new Set(items.map((other) => other.no))
  const next = counter<number>()
  return textsOf(item).flatMap(({ fiscalYear, texts }) =>
    texts.flatMap(read).flatMap(({ no, words }) => {
      if (no === undefined || !known.has(no)) report.warn('unknown-reference', words, `再掲の印が指す項目がこの文書にない: ${words.text}`)
      if (no === undefined) return []
      return [{ item_no: item.no, fiscal_year: fiscalYear, reference_no: next(fiscalYear), referenced_item_no: no, words }]
    }),
  )
}

/** An item that a mark names, and the words that name it; no item where they have a code that none has. */
interface Reference {
  no: number | undefined
  words: Words
}

function numbersIn(text: Words): Reference[] {
  if (!text.form.includes('再掲')) return []
  return text
    .matches(noteOfRepeat)
    .map((match) => text.slice(match.index, match.end))
    .flatMap((mark) => mark.matches(repeatedNo))
    .map((match) => ({ no: Number(match.form(1)), words: match.words() as Words }))
}

/** The same by codes. */
function codesIn({ form }: Item, items: readonly Item[]): (text: Words) => Reference[] {
  const numbers = new Map(items.map(({ code, no }) => [code, no]))
  return (text) => text.matches(form.reference).map((match) => ({ no: numbers.get(match.form('no')), words: match.words() as Words }))
}

/** 再掲. */
export const itemReferences = itemTable(definition, readReferences)
