import { EffectYearsChart } from '../charts/effect-years-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber, PercentNumber, SumNumber, type YearChange } from '../evidence/changes.ts'
import { type Operand, ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatNumber, formatYen } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { itemHref, sourceLines } from './item-links.ts'

/** Effect of an item in a year, as the mart holds it. */
export interface EffectYearRow {
  item_no: number
  title: string
  kind: 'donation' | 'saving'
  fiscal_year: number
  amount_yen: number
  previous_yen: number | null
  change_yen: number | null
  change_percent: number | null
  cumulative_yen: number
}

/** Effects of a kind in a year over all items. */
export interface EffectKindRow {
  kind: 'all' | 'donation' | 'saving'
  fiscal_year: number
  amount_yen: number
  change_yen: number | null
  change_percent: number | null
  cumulative_yen: number
}

/** Effects by item and year that have an amount. */
export function effectYears(warehouse: Warehouse): EffectYearRow[] {
  return (warehouse.mart('effect_years') as unknown as readonly EffectYearRow[]).filter(({ amount_yen }) => amount_yen !== null)
}

/** Effects of all years by kind; `all` is the sum of donations and savings. */
export function effectKinds(warehouse: Warehouse): readonly EffectKindRow[] {
  return warehouse.mart('effect_years_by_kind') as unknown as readonly EffectKindRow[]
}

/** The lines of the document that an item's effect of a year is the sum of (parts left out). */
export function effectLines(
  warehouse: Warehouse,
  { item_no, fiscal_year }: Pick<EffectYearRow, 'item_no' | 'fiscal_year'>,
): (SourcePlace & { amount_yen: number })[] {
  return warehouse
    .table('effects')
    .filter((line) => line.item_no === item_no && line.fiscal_year === fiscal_year && line.part_of === null && line.amount_yen !== null) as (SourcePlace & {
    amount_yen: number
  })[]
}

/** An item's effect of a year as a number that answers for itself: read where one line states it, else a sum. */
export function EffectNumber(page: PageContext, row: Pick<EffectYearRow, 'item_no' | 'fiscal_year' | 'amount_yen'>, text = formatNumber(row.amount_yen)): Html {
  const lines = effectLines(page.warehouse, row)
  const [only] = lines
  if (only && lines.length === 1) return ReadNumber(page, text, only, only.amount_yen)
  const operands = lines.map((line, index) => ({ name: `${index + 1}`, number: ReadNumber(page, formatNumber(line.amount_yen), line, line.amount_yen) }))
  return SumNumber(page, text, row.amount_yen, '円', operands)
}

/** Effects of a kind over all items in a year: the sum of the items' effects. */
export function EffectKindNumber(page: PageContext, row: EffectKindRow, text: string): Html {
  return SumNumber(
    page,
    text,
    row.amount_yen,
    '円',
    itemOperands(page, row.kind, ({ fiscal_year }) => fiscal_year === row.fiscal_year),
    '各項目の効果額の合計 (内数は二重に数えない)',
  )
}

/** Effects of a kind over all items and all years so far. */
export function CumulativeEffectNumber(page: PageContext, row: EffectKindRow, text: string): Html {
  const operands = effectKinds(page.warehouse)
    .filter(({ kind, fiscal_year }) => kind === row.kind && fiscal_year <= row.fiscal_year)
    .map((year) => ({ name: bothYears(year.fiscal_year), number: EffectKindNumber(page, year, formatNumber(year.amount_yen)) }))
  return SumNumber(page, text, row.cumulative_yen, '円', operands, '各年度の効果額の合計')
}

function itemOperands(page: PageContext, kind: EffectKindRow['kind'], isIn: (row: EffectYearRow) => boolean): Operand[] {
  return effectYears(page.warehouse)
    .filter((row) => (kind === 'all' || row.kind === kind) && isIn(row))
    .map((row) => ({ name: `No.${row.item_no} ${row.title}`, number: EffectNumber(page, row) }))
}

/** The change of all effects of a kind on the year before. */
export function effectKindChange(page: PageContext, row: EffectKindRow): YearChange {
  const before = effectKinds(page.warehouse).find(({ kind, fiscal_year }) => kind === row.kind && fiscal_year === row.fiscal_year - 1)
  return {
    fiscalYear: row.fiscal_year,
    change: row.change_yen,
    percent: row.change_percent,
    unit: '円',
    before: before && EffectKindNumber(page, before, formatNumber(before.amount_yen)),
    now: EffectKindNumber(page, row, formatNumber(row.amount_yen)),
  }
}

/** The change of an item's effect on the year before. */
export function effectChange(page: PageContext, row: EffectYearRow): YearChange {
  const before = effectYears(page.warehouse).find(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year - 1)
  return {
    fiscalYear: row.fiscal_year,
    change: row.change_yen,
    percent: row.change_percent,
    unit: '円',
    before: before && EffectNumber(page, before),
    now: EffectNumber(page, row),
  }
}

/** 効果額: by year and item, with the totals that the document prints wrong. Nothing where no item states an effect. */
export function effectsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const { plan } = warehouse
  const years = effectYears(warehouse)
  const latest = effectKinds(warehouse)
    .filter(({ kind }) => kind === 'all')
    .at(-1)
  if (!latest) return undefined
  const points = years.map((row) => {
    const line = effectLines(warehouse, row)[0]
    return {
      itemNo: row.item_no,
      title: row.title,
      fiscalYear: row.fiscal_year,
      yen: row.amount_yen,
      href: line ? sourceHref(page, line, line.amount_yen) : '#effects-table',
    }
  })
  const amount = EffectKindNumber(page, latest, formatYen(latest.amount_yen))
  return CardSection(page, {
    id: 'effects',
    tables: ['effects'],
    finding: html`効果額は${eraYear(latest.fiscal_year)}に${amount}${latest.change_percent !== null && html`、前年度比${PercentNumber(page, effectKindChange(page, latest))}`}`,
    scope: `取組による効果、${plan.municipality ?? plan.title ?? ''}、${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}、億円。内数 (うち) は含む側に数える。`,
    chart: (size) => EffectYearsChart(points, size),
    note: totalsNote(page),
    table: {
      head: ['項目', '年度', '効果額 (円)', '前年度差 (円)', '前年度比 (%)'],
      rows: years.map((row) => [
        { value: `No.${row.item_no} ${row.title}`, shown: html`<a href="${itemHref(row.item_no)}">No.${row.item_no} ${row.title}</a>` },
        bothYears(row.fiscal_year),
        { value: row.amount_yen, shown: EffectNumber(page, row) },
        { value: row.change_yen, shown: ChangeNumber(page, effectChange(page, row)) },
        { value: row.change_percent, shown: PercentNumber(page, effectChange(page, row)) },
      ]),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

/** The totals that differ from the sum of their years, in words; undefined where all agree. */
export function totalsNote(page: PageContext): Html | undefined {
  const wrong = page.warehouse.table('effectTotals').filter(({ published_yen, computed_yen }) => published_yen !== null && published_yen !== computed_yen)
  if (wrong.length === 0) return undefined
  return html`${wrong.map(
    (total) =>
      html`<a href="${itemHref(total.item_no)}">No.${total.item_no}</a>の総計は${ReadNumber(page, `${formatNumber(total.published_yen)}円`, total, total.published_yen)}と印刷されているが、各年度の合計は${ComputedTotal(page, total.item_no, total.computed_yen ?? 0)}。ここでは計算値を使う。`,
  )}`
}

/** The computed total of an item: the sum of its lines, parts left out. */
export function ComputedTotal(page: PageContext, itemNo: number, yen: number, text = `${formatNumber(yen)}円`): Html {
  const operands = effectYears(page.warehouse)
    .filter(({ item_no }) => item_no === itemNo)
    .map((row) => ({ name: bothYears(row.fiscal_year), number: EffectNumber(page, row) }))
  return SumNumber(page, text, yen, '円', operands, '各年度の効果額の合計 (うちの行は含む側に入っているので足さない)')
}
