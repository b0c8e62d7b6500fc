import type { Row } from '../../loaders/dictionary/tables.ts'
import { MeasurePanelsChart } from '../charts/measure-panels-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber, PercentNumber, SumNumber, type YearChange } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, formatPercentChange, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import { CardSection } from './card.ts'
import { EffectNumber, effectLines } from './effects.ts'
import { sourceLines } from './item-links.ts'

/** Donations that an item received in a year: amount, number, and mean amount of one. */
export interface GiftYearRow {
  item_no: number
  title: string
  fiscal_year: number
  amount_yen: number
  gifts: number | null
  mean_yen: number | null
  cumulative_yen: number
  cumulative_gifts: number | null
  cumulative_mean_yen: number | null
  amount_change_yen: number | null
  amount_change_percent: number | null
  gifts_change: number | null
  gifts_change_percent: number | null
  mean_change_yen: number | null
  mean_change_percent: number | null
}

/** Donations by item and year. */
export function giftYears(warehouse: Warehouse): readonly GiftYearRow[] {
  return warehouse.mart('gift_years') as unknown as readonly GiftYearRow[]
}

/** The last year of each item that receives donations. */
export function latestGifts(warehouse: Warehouse): GiftYearRow[] {
  return [...new Map(giftYears(warehouse).map((row) => [row.item_no, row])).values()]
}

/** Donations: number, amount and mean, a card for each item that receives any. */
export function donationsCards(page: PageContext): Html | undefined {
  const latest = latestGifts(page.warehouse)
  return latest.length === 0 ? undefined : html`${latest.map((row) => DonationsCard(page, row))}`
}

function DonationsCard(page: PageContext, latest: GiftYearRow): Html {
  const { plan } = page.warehouse
  const years = giftYears(page.warehouse).filter(({ item_no }) => item_no === latest.item_no)
  return CardSection(page, {
    id: `donations-${latest.item_no}`,
    tables: ['effects'],
    finding: finding(page, latest),
    scope: `${latest.title} (No.${latest.item_no})、${plan.municipality ?? plan.title ?? ''}、${yearRange(years[0]?.fiscal_year ?? null, latest.fiscal_year)}、件・円。前年度比つき。目盛りは図ごとに違う。1件あたり = 金額 ÷ 件数。金額は受け入れた額で、返礼品などの費用を引いた額とは限らない。`,
    chart: (size) =>
      MeasurePanelsChart(
        years.flatMap((row) => panels(page, row)),
        size,
        latest.title,
      ),
    table: {
      head: ['指標', '年度', '値', '前年度差', '前年度比 (%)'],
      rows: [
        ...years.map((row) => measureRow(page, '件数 (件)', row.gifts, GiftsNumber(page, row), giftsChange(page, row))),
        ...years.map((row) => measureRow(page, '金額 (円)', row.amount_yen, EffectNumber(page, row), amountChange(page, row))),
        ...years.map((row) => measureRow(page, '1件あたり (円)', row.mean_yen, MeanGiftNumber(page, row), meanChange(page, row))),
      ],
    },
    source: sourceLines(page.warehouse.table('effects').filter(({ item_no }) => item_no === latest.item_no)),
  })
}

function finding(page: PageContext, row: GiftYearRow): Html {
  const percent = (change: YearChange) => change.percent !== null && html` <span class="together">(前年度比${PercentNumber(page, change)})</span>`
  return html`寄附は${eraYear(row.fiscal_year)}に${EffectNumber(page, row, formatYen(row.amount_yen))}${percent(amountChange(page, row))}${row.gifts !== null && html`。件数は${GiftsNumber(page, row)}件${percent(giftsChange(page, row))}`}${
    row.mean_yen !== null && html`、1件あたりは${MeanGiftNumber(page, row)}円${percent(meanChange(page, row))}`
  }`
}

function panels(page: PageContext, row: GiftYearRow) {
  const line = effectLines(page.warehouse, row)[0]
  const href = (value: number | null) => (line && value !== null ? sourceHref(page, line, value) : `#donations-${row.item_no}-table`)
  const change = (percent: number | null) => (percent === null ? undefined : formatPercentChange(percent))
  const { fiscal_year: fiscalYear } = row
  return [
    {
      measure: '件数',
      fiscalYear,
      value: row.gifts,
      label: row.gifts === null ? noData : `${formatNumber(row.gifts)}件`,
      change: change(row.gifts_change_percent),
      href: href(row.gifts),
    },
    {
      measure: '金額',
      fiscalYear,
      value: row.amount_yen,
      label: formatYen(row.amount_yen),
      change: change(row.amount_change_percent),
      href: href(row.amount_yen),
    },
    {
      measure: '1件あたり',
      fiscalYear,
      value: row.mean_yen,
      label: row.mean_yen === null ? noData : `${formatNumber(row.mean_yen)}円`,
      change: change(row.mean_change_percent),
      href: `#donations-${row.item_no}-table`,
    },
  ]
}

/** A row of a table of measures: its name with its unit, year, value, and change on the year before. */
export function measureRow(page: PageContext, measure: string, value: number | null, shown: Html, change: YearChange): Cell[] {
  return [
    measure,
    bothYears(change.fiscalYear),
    { value, shown },
    { value: change.change, shown: ChangeNumber(page, change) },
    { value: change.percent, shown: PercentNumber(page, change) },
  ]
}

function giftLines(warehouse: Warehouse, { item_no, fiscal_year }: GiftYearRow): Row<'effects'>[] {
  return warehouse
    .table('effects')
    .filter(
      (line) => line.item_no === item_no && line.fiscal_year === fiscal_year && line.part_of === null && line.quantity !== null && line.quantity_unit === '件',
    )
}

/** How many donations came in a year: read where one line counts them, else a sum. */
export function GiftsNumber(page: PageContext, row: GiftYearRow): Html {
  if (row.gifts === null) return html`${noData}`
  const lines = giftLines(page.warehouse, row)
  const [only] = lines
  if (only && lines.length === 1) return ReadNumber(page, formatNumber(row.gifts), only, only.quantity)
  const operands = lines.map((line, index) => ({
    name: line.label ?? `${index + 1}`,
    number: ReadNumber(page, formatNumber(line.quantity), line, line.quantity),
  }))
  return SumNumber(page, formatNumber(row.gifts), row.gifts, '件', operands)
}

/** The mean amount of a donation in a year. */
export function MeanGiftNumber(page: PageContext, row: GiftYearRow): Html {
  if (row.mean_yen === null) return html`${noData}`
  return ComputedNumber(page, formatNumber(row.mean_yen), {
    formula: '金額 ÷ 件数、1円未満は四捨五入',
    operands: [
      { name: '金額 (円)', number: EffectNumber(page, row) },
      { name: '件数 (件)', number: GiftsNumber(page, row) },
    ],
    result: `${formatNumber(row.mean_yen)}円`,
  })
}

function before(page: PageContext, row: GiftYearRow): GiftYearRow | undefined {
  return giftYears(page.warehouse).find(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year - 1)
}

function amountChange(page: PageContext, row: GiftYearRow): YearChange {
  const earlier = before(page, row)
  return {
    fiscalYear: row.fiscal_year,
    change: row.amount_change_yen,
    percent: row.amount_change_percent,
    unit: '円',
    before: earlier && EffectNumber(page, earlier),
    now: EffectNumber(page, row),
  }
}

function giftsChange(page: PageContext, row: GiftYearRow): YearChange {
  const earlier = before(page, row)
  return {
    fiscalYear: row.fiscal_year,
    change: row.gifts_change,
    percent: row.gifts_change_percent,
    unit: '件',
    before: earlier && GiftsNumber(page, earlier),
    now: GiftsNumber(page, row),
  }
}

function meanChange(page: PageContext, row: GiftYearRow): YearChange {
  const earlier = before(page, row)
  return {
    fiscalYear: row.fiscal_year,
    change: row.mean_change_yen,
    percent: row.mean_change_percent,
    unit: '円',
    before: earlier && MeanGiftNumber(page, earlier),
    now: MeanGiftNumber(page, row),
  }
}

/** Donations of all years so far: number, amount, and mean. */
export function CumulativeGifts(page: PageContext, row: GiftYearRow): { amount: Html; gifts: Html | undefined; mean: Html | undefined } {
  const years = giftYears(page.warehouse).filter(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year <= row.fiscal_year)
  const amount = (text: string) =>
    SumNumber(
      page,
      text,
      row.cumulative_yen,
      '円',
      years.map((year) => ({ name: bothYears(year.fiscal_year), number: EffectNumber(page, year) })),
      '各年度の金額の合計',
    )
  const gifts = () =>
    SumNumber(
      page,
      formatNumber(row.cumulative_gifts),
      row.cumulative_gifts ?? 0,
      '件',
      years.map((year) => ({ name: bothYears(year.fiscal_year), number: GiftsNumber(page, year) })),
      '各年度の件数の合計',
    )
  const isCounted = row.cumulative_mean_yen !== null
  return {
    amount: amount(formatYen(row.cumulative_yen)),
    gifts: isCounted ? gifts() : undefined,
    mean: isCounted
      ? ComputedNumber(page, formatNumber(row.cumulative_mean_yen), {
          formula: '金額の合計 ÷ 件数の合計、1円未満は四捨五入',
          operands: [
            { name: '金額 (円)', number: amount(formatNumber(row.cumulative_yen)) },
            { name: '件数 (件)', number: gifts() },
          ],
          result: `${formatNumber(row.cumulative_mean_yen)}円`,
        })
      : undefined,
  }
}
