import { grouped } from '../../loaders/document/grouped.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { type TableKey, tables } from '../../loaders/tables.ts'
import { yenOf } from '../../loaders/vocabulary/amounts.ts'
import { isPartOfAmount } from '../../loaders/vocabulary/base-units.ts'
import type { Problem } from './case.ts'
import type { Placed } from './text.ts'

type Figure = TableRows['figures'][number]
type Cells = Readonly<Record<string, unknown>>

/** Columns that say of which number another column was read, by table: `amount_yen_figure_no` is that of `amount_yen`. */
const figureColumns = (Object.keys(tables) as TableKey[]).flatMap((key) =>
  tables[key].columns.flatMap(({ name }) => {
    const value = /^(?<value>.+)_figure_no$/.exec(name)?.groups?.value
    return value === undefined ? [] : [{ key, value }]
  }),
)

/**
 * Every value that was read has the number that states it, or those that add up to it, within the words of its row (the
 * score of 自己成長, which a review states, within its item); a plan that follows from a stated difference has none.
 */
export function figureNumberProblems({ rows }: { rows: TableRows }): Problem[] {
  const figuresOf = figuresByPlan(rows)
  return figureColumns.flatMap(({ key, value }) =>
    rows[key].flatMap((row) => {
      const cells: Cells = row
      const problem = problemOf(figuresOf.get(row.plan_id) ?? [], cells, value)
      return problem === undefined ? [] : [{ law: 'figure-number', sign: `${key}.${value}`, detail: `${problem}: ${JSON.stringify(row)}` }]
    }),
  )
}

/** The numbers of each plan, in the order of its document. */
export function figuresByPlan({ figures }: TableRows): Map<string | number, Figure[]> {
  return grouped(figures, ({ plan_id }) => plan_id)
}

/**
 * Every number has either the first column that holds it or a reason why none does; a number that no value names goes on with
 * the amount of the number before it.
 */
export function landingProblems({ rows }: { rows: TableRows }): Problem[] {
  const landings = firstColumns(rows)
  return [...figuresByPlan(rows).values()].flatMap((figures) =>
    figures.flatMap((figure, index) => {
      const before = figures[index - 1]
      const goesOn = figure.role === 'amount' && before?.role === 'amount' && isPartOfAmount(before.unit)
      const column = landings.get(`${figure.plan_id} ${figure.figure_no}`) ?? (goesOn ? before.lands_in : null)
      const isRight = figure.lands_in === column && (figure.lands_in === null) === (figure.reason !== null)
      return isRight ? [] : [{ law: 'landing', sign: `${column}`, detail: JSON.stringify(figure) }]
    }),
  )
}

/** The first column that names each number, by plan and number. */
function firstColumns(rows: TableRows): Map<string, string> {
  const found = new Map<string, string>()
  const valueColumns = (Object.keys(tables) as TableKey[]).flatMap((key) =>
    tables[key].columns
      .filter(({ name }) => tables[key].columns.some((other) => other.name.startsWith(`${name}_figure_no`)))
      .map(({ name }) => ({ key, name })),
  )
  for (const { key, name } of valueColumns) {
    for (const row of rows[key]) {
      for (const no of numbersOf({ ...row }, name)) {
        const at = `${row.plan_id} ${no}`
        if (!found.has(at)) found.set(at, `${tables[key].name}.${name}`)
      }
    }
  }
  return found
}

function problemOf(figures: readonly Figure[], row: Cells, name: string): string | undefined {
  const value = row[name]
  const numbers = numbersOf(row, name)
  if (value === null) return numbers.length > 0 ? 'a figure without a value' : undefined
  if (numbers.length === 0) return name === 'planned' && row.stated_gap !== null ? undefined : 'a value without a figure'
  const found = numbers.map((no) => figures[no - 1])
  if (!found.every((figure) => figure !== undefined)) return 'no such figure'
  const isMoney = name.endsWith('_yen') || row.unit === '円'
  const size = Math.abs(Number(value))
  const [first] = found
  const stated = found.reduce((sum, figure) => sum + ((isMoney ? amountAt(figures, figure) : figure.value) ?? Number.NaN), 0)
  const isStated = Math.abs(stated - size) < 1e-6 || (isMoney && first !== undefined && isUnknownAmount(first, size))
  if (!isStated) return `its figures state ${stated}`
  const isOwn = name === 'growth_score' ? ({ item_no }: Figure) => item_no === row.item_no : (figure: Figure) => isPlaced(row) && isWithin(figure, row)
  return found.every(isOwn) ? undefined : 'a figure outside its words'
}

function isPlaced(row: Cells): row is Cells & Placed {
  return ['source_line', 'source_column', 'source_end_line', 'source_end_column'].every((name) => typeof row[name] === 'number')
}

function numbersOf(row: Cells, name: string): number[] {
  const one = row[`${name}_figure_no`]
  const several = row[`${name}_figure_nos`]
  return typeof one === 'number' ? [one] : Array.isArray(several) ? several : []
}

/** Whether an amount is a number in some unit, which the number itself has not as the words before it say that it is something else: No.6,000円. */
export function isUnknownAmount({ role, value }: Figure, yen: number): boolean {
  return role !== 'amount' && value !== null && Number.isInteger(Math.log10(yen / value))
}

/** Whole yen of the amount that begins with a number: 1億 and 2345万円 are one. */
export function amountAt(figures: readonly Figure[], first: Figure): number | undefined {
  let form = ''
  for (const { value, unit } of figures.slice(first.figure_no - 1)) {
    form += `${value}${unit ?? ''}`
    if (unit === null || unit.endsWith('円')) break
  }
  return yenOf(form)
}

function isWithin(figure: Placed, row: Placed): boolean {
  return (
    isBefore(row.source_line, row.source_column, figure.source_line, figure.source_column) &&
    isBefore(figure.source_end_line, figure.source_end_column, row.source_end_line, row.source_end_column)
  )
}

/** Whether a place is not after another. */
function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column <= otherColumn)
}
