import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { eraYear } from '../../format/years.ts'

/** The item that a page is about. */
export function itemOf(page: PageContext): Row<'items'> {
  const item = page.warehouse.table('items').find(({ item_no }) => item_no === Number(page.params.no))
  if (!item) throw new RangeError(`no item for page: ${page.path}`)
  return item
}

/** The rows of a table that belong to an item. */
export function rowsOfItem<T extends { item_no: number | null }>(rows: readonly T[], { item_no }: Row<'items'>): T[] {
  return rows.filter((row) => row.item_no === item_no)
}

/** The fiscal years of the plan, and any other that rows name, from first to last. */
export function planYears(page: PageContext, rows: readonly { fiscal_year: number }[]): number[] {
  const { first_fiscal_year: first, last_fiscal_year: last } = page.warehouse.plan
  const ofPlan = first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [...new Set([...ofPlan, ...rows.map(({ fiscal_year }) => fiscal_year)])].sort((a, b) => a - b)
}

/** Counts by year in words: 毎年度5件, else each year's; of many years all together. */
export function countsInWords(counts: readonly { year: number; count: number }[]): string {
  const [first] = counts
  if (!first) return '0件'
  if (counts.length > 1 && counts.every(({ count }) => count === first.count)) return `毎年度${first.count}件`
  if (counts.length > 4) return `${counts.length}年間に延べ${counts.reduce((sum, { count }) => sum + count, 0)}件`
  return counts.map(({ year, count }) => `${eraYear(year)}に${count}件`).join('、')
}
