import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { MeasurePanelsChart, type MeasureYear } from '../../charts/measure-panels-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { sayableChange } from '../../format/changes.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { eraYear, yearRange } from '../../format/years.ts'
import { commonYenUnit, formatYenIn, type YenUnit } from '../../format/yen-units.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { grouped } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref, Yen } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { change, measureName, measureRow } from './measures.ts'

type GiftYear = MartRow<'gift_years'>

/** The measures of donations: what each is called, its unit, and the columns of its change. */
const measures = {
  gifts: { name: '件数', unit: '件', change: 'gifts_change', percent: 'gifts_change_percent' },
  amount_yen: { name: '金額', unit: '円', change: 'amount_change_yen', percent: 'amount_change_percent' },
  mean_yen: { name: '1件あたり', unit: '円', change: 'mean_change_yen', percent: 'mean_change_percent' },
} as const

type Measure = keyof typeof measures
const measureKeys = Object.keys(measures) as Measure[]

/** The years of each item that receives donations. */
export function giftItems(warehouse: Warehouse): (readonly [GiftYear, ...GiftYear[]])[] {
  return grouped(warehouse.mart('gift_years'), ({ item_no }) => item_no)
}

/** Donations: number, amount and mean, a card for each item that receives any. */
export function donationsCards(page: PageContext): Card[] {
  return giftItems(page.warehouse).map((years) => DonationsCard(page, years))
}

function DonationsCard(page: PageContext, years: readonly [GiftYear, ...GiftYear[]]): Card {
  const { warehouse } = page
  const { plan } = warehouse
  const latest = years.at(-1) ?? years[0]
  const title = latest.title ?? ''
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen ?? 0))
  return {
    id: `donations-${latest.item_no}`,
    tables: ['effects'],
    finding: finding(page, latest),
    scope: `${title} (${warehouse.itemLabel(latest.item_no)})、${plan.municipality ?? plan.title ?? ''}、${yearRange(years[0].fiscal_year, latest.fiscal_year)}、件・円。増減率つき。目盛りは図ごとに違う。1件あたり = 金額 ÷ 件数。金額は受け入れた額で、返礼品などの費用を引いた額とは限らない。`,
    chart: (size) =>
      MeasurePanelsChart(
        years.flatMap((row) => measureKeys.map((measure) => point(page, row, measure, unit))),
        size,
        title,
      ),
    table: {
      head: ['指標', '年度', '値', '前年度差', '増減率 (%)'],
      rows: measureKeys.flatMap((measure) =>
        years.map((row) => {
          const { change, percent } = measures[measure]
          const facts = { value: page.fact(row, measure), change: page.fact(row, change), percent: page.fact(row, percent) }
          return measureRow(page, measureName(measures[measure]), row.fiscal_year, facts)
        }),
      ),
    },
    source: sourceLines(
      page,
      page.warehouse.table('effects').filter(({ item_no }) => item_no === latest.item_no),
    ),
  }
}

function finding(page: PageContext, row: GiftYear): Phrase {
  const [gifts, mean] = [page.fact(row, 'gifts'), page.fact(row, 'mean_yen')]
  const percent = (measure: Measure) => change(page, page.fact(row, measures[measure].percent))
  return phrase`寄附は${eraYear(row.fiscal_year)}に${Yen(page, page.fact(row, 'amount_yen'))}${percent('amount_yen')}${
    gifts && phrase`。件数は${FactNumber(page, gifts)}件${percent('gifts')}`
  }${mean && phrase`、1件あたりは${FactNumber(page, mean)}円${percent('mean_yen')}`}`
}

function point(page: PageContext, row: GiftYear, measure: Measure, unit: YenUnit): MeasureYear {
  const value = row[measure]
  const percent = row[measures[measure].percent]
  return {
    measure: measures[measure].name,
    fiscalYear: row.fiscal_year,
    value,
    label: value === null ? notGiven : measure === 'amount_yen' ? formatYenIn(unit, value) : `${formatNumber(value)}${measures[measure].unit}`,
    change: sayableChange(percent),
    href: chartHref(page.fact(row, measure), `#donations-${row.item_no}-table`),
  }
}
