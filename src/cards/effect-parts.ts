import type { Row } from '../../loaders/dictionary/tables.ts'
import { YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { scopeWords } from './effect-kinds.ts'
import { ItemName, itemHref, sourceLines } from './item-links.ts'

/** A うち line with the line it is a part of. */
export interface EffectPartRow {
  item_no: number
  title: string
  fiscal_year: number
  effect_no: number
  label: string | null
  amount_yen: number
  whole_no: number
  whole_label: string | null
  whole_yen: number
  percent: number | null
}

/** Parts of effects that the document states as うち. */
export function effectParts(warehouse: Warehouse): readonly EffectPartRow[] {
  return warehouse.mart('effect_parts') as unknown as readonly EffectPartRow[]
}

/** うち: what a part is of, its share, hatched inside its whole. Nothing where no effect states a part. */
export function effectPartsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const parts = effectParts(warehouse)
  const largest = [...parts].sort((a, b) => b.amount_yen - a.amount_yen)[0]
  if (!largest) return undefined
  const bars = parts.map((part) => ({
    group: `No.${part.item_no} ${part.label ?? '内数'}`,
    fiscalYear: part.fiscal_year,
    value: part.whole_yen,
    part: part.amount_yen,
    label: `${formatYen(part.whole_yen)}のうち${formatYen(part.amount_yen)}`,
    href: itemHref(part.item_no),
  }))
  return CardSection(page, {
    id: 'parts',
    tables: ['effects'],
    width: 'half',
    finding: html`No.${largest.item_no}の${eraYear(largest.fiscal_year)}の効果額のうち${PartShareNumber(page, largest)}、${LineNumber(page, largest, largest.effect_no, largest.amount_yen, formatYen(largest.amount_yen))}が内数として示されている`,
    scope: html`${scopeWords(page)}。文書の「うち」の行。斜線は、含む側の棒の中にある部分で、合計には足さない。`,
    chart: (size) => YearBarsChart(bars, size, { name: '効果額の内数', id: 'parts' }),
    table: {
      head: ['項目', '年度', '内数 (うち)', '内数の額 (円)', '含む側', '含む側の額 (円)', '割合 (%)'],
      rows: parts.map((part) => [
        { value: `No.${part.item_no} ${part.title}`, shown: ItemName(part) },
        bothYears(part.fiscal_year),
        part.label ?? '名前なし',
        { value: part.amount_yen, shown: LineNumber(page, part, part.effect_no, part.amount_yen, formatNumber(part.amount_yen)) },
        part.whole_label ?? '名前なし',
        { value: part.whole_yen, shown: LineNumber(page, part, part.whole_no, part.whole_yen, formatNumber(part.whole_yen)) },
        { value: part.percent, shown: PartShareNumber(page, part) },
      ]),
    },
    source: sourceLines(parts.flatMap((part) => lineOf(warehouse, part, part.effect_no) ?? [])),
  })
}

function PartShareNumber(page: PageContext, part: EffectPartRow): Html | string {
  return ShareNumber(page, {
    percent: part.percent,
    part: { name: '内数', number: LineNumber(page, part, part.effect_no, part.amount_yen, formatNumber(part.amount_yen)) },
    whole: { name: '含む側', number: LineNumber(page, part, part.whole_no, part.whole_yen, formatNumber(part.whole_yen)) },
  })
}

/** The amount of a line of an effect, linked to its words. */
function LineNumber(page: PageContext, part: EffectPartRow, effectNo: number, yen: number, text: string): Html {
  const line = lineOf(page.warehouse, part, effectNo)
  return line ? ReadNumber(page, text, line, yen) : html`${noData}`
}

function lineOf(warehouse: Warehouse, { item_no, fiscal_year }: EffectPartRow, effectNo: number): Row<'effects'> | undefined {
  return warehouse.table('effects').find((line) => line.item_no === item_no && line.fiscal_year === fiscal_year && line.effect_no === effectNo)
}
