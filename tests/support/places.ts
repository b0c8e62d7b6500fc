import { expect } from 'vitest'
import type { TableRows } from '../../loaders/tables.ts'
import { type ExpectedTable, expectedTables } from '../../tools/generate/expected.ts'
import type { GeneratedReading } from './generated.ts'
import type { Placed } from './plans.ts'
import { amountForms, folded, measureForm, type Slices, squeezed } from './slices.ts'

/** Tables whose rows never share a start; a range ①～③ and a target for two years are one mark for several rows. */
const startTables = expectedTables.filter((table) => table !== 'schedules' && table !== 'targets')

/** Expects that what stands at the place of every row and figure is what the row was read from. */
export function expectPlaces({ rows }: GeneratedReading, slices: Slices): void {
  expect(rows.sourceLines.map(({ text }) => text)).toEqual(slices.lines.slice(0, rows.sourceLines.length))
  for (const table of startTables) {
    const starts = (rows[table] as Placed[]).map((row) => `${row.source_line}:${row.source_column}`)
    expect(new Set(starts).size, `starts of ${table}`).toBe(starts.length)
  }
  for (const [table, expectPlace] of Object.entries(placeRules)) {
    for (const row of rows[table as keyof typeof placeRules]) expectPlace(row as never, slices.at(row), slices)
  }
  for (const figure of rows.figures) expect(Number(/^[\d.]+/.exec(folded(slices.at(figure)))?.[0]), slices.at(figure)).toBe(figure.value)
}

type PlaceRules = { [K in ExpectedTable]: (row: TableRows[K][number], slice: string, slices: Slices) => void }

/** What the words at a row's place must be, or must have in them. */
const placeRules: PlaceRules = {
  items: (row, slice, slices) => {
    expect(slice).toContain(squeezed(row.title ?? ''))
    if (row.rating !== null) expect(slices.startingAt(row.rating_source_line, row.rating_source_column, row.rating)).toBe(row.rating)
    if (row.goal !== null) expect(slices.startingAt(row.goal_source_line, row.goal_source_column, row.goal)).toBe(squeezed(row.goal))
  },
  initiatives: (row, slice) => expect(slice).toBe(squeezed(row.text)),
  results: (row, slice) => expect(slice).toBe(squeezed(row.text)),
  reviews: (row, slice) => expect(slice).toBe(squeezed(row.text)),
  schedules: (row, slice) => {
    if (row.note !== null) expect(slice).toContain(row.note)
    if (row.initiative_no !== null) expect(markedNumbers(slice)).toContain(row.initiative_no)
  },
  effects: (row, slice) => expect(figureForms(row.amount_yen, row.quantity, row.quantity_unit)).toContain(folded(slice)),
  effectTotals: (row, slice) => {
    const quantity = /^(?<value>△?[\d.]+)(?<unit>[^\d△億万百千円]+)/.exec(folded(slice))?.groups
    expect(figureForms(row.published_yen, row.published_quantity, quantity?.unit ?? null)).toContain(folded(slice))
  },
  targets: (row, slice) => expect(row.unit === '円' ? amountForms(row.value) : [measureForm(row.value, row.unit)]).toContain(folded(slice)),
  collections: (row, slice) => expect(folded(slice)).toBe(folded(`${row.claim}${row.amount_yen}円（${row.department}）`)),
  staffing: (row, slice) => expect(folded(slice)).toContain(`${row.actual}人`),
  reemployment: (row, slice) => {
    for (const count of [row.total, row.full_time, row.short_time, row.retirees, row.rehired]) {
      if (count !== null) expect(folded(slice)).toContain(`${count}人`)
    }
  },
  surveys: (row, slice) => {
    for (const count of [row.surveyed, row.responded]) if (count !== null) expect(folded(slice)).toContain(`${count}人`)
    if (row.published_percent !== null) expect(folded(slice)).toContain(`回答率${row.published_percent.toFixed(1)}%`)
    if (row.score !== null) expect(folded(slice)).toContain(`${row.score}点`)
  },
  trainings: (row, slice) => {
    expect(slice).toContain(squeezed(row.session ?? row.course))
    if (row.participants !== null) expect(folded(slice)).toContain(`${row.participants}人`)
  },
  assets: (row, slice) => {
    if (row.region === null) expect(folded(slice)).toContain(`額${row.amount_yen}円`)
    else expect(folded(slice)).toBe(folded(`${row.region}${row.contracts}件`))
  },
  itemReferences: (row, slice) => expect(folded(slice)).toMatch(new RegExp(`^No\\.${row.referenced_item_no}(?:再掲)?$`)),
}

function markedNumbers(slice: string): number[] {
  const [first, last] = [...slice.matchAll(/[①-⑳]/g)].map(([mark]) => mark.charCodeAt(0) - 0x245f)
  return first === undefined ? [] : Array.from({ length: (last ?? first) - first + 1 }, (_, step) => first + step)
}

/**
 * How a line of effects can be printed: quantity, amount, or both; a mark for none where it has neither. △ may stand before a gain, which
 * is then expenditure cut.
 */
function figureForms(yen: number | null, quantity: number | null, unit: string | null): string[] {
  const counted = quantity === null ? '' : measureForm(quantity, unit)
  if (yen === null) return quantity === null ? ['-', '…', 'なし'] : [counted]
  return amountForms(yen).flatMap((form) => [counted + form, ...(yen > 0 ? [`${counted}△${form}`] : [])])
}
