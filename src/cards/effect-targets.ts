import { YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatChange, formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { scopeWords } from './effect-kinds.ts'
import { EffectNumber, effectLines, effectYears } from './effects.ts'
import { ItemName, itemHref, sourceLines } from './item-links.ts'

/** A numeric target for the effect of an item in a year, with the effect. */
export interface EffectTargetRow {
  item_no: number
  title: string
  fiscal_year: number
  target_yen: number
  amount_yen: number
  gap_yen: number
  percent: number | null
}

/** Targets of effects whose effect is stated too. */
export function effectTargets(warehouse: Warehouse): readonly EffectTargetRow[] {
  return warehouse.mart('effect_years_against_targets') as unknown as readonly EffectTargetRow[]
}

/** Effects against their targets. Nothing where the document states no target in yen. */
export function effectTargetsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const targets = effectTargets(warehouse)
  const latest = [...targets].sort((a, b) => a.fiscal_year - b.fiscal_year).at(-1)
  if (!latest) return undefined
  const items = new Set(targets.map(({ item_no }) => item_no))
  const years = effectYears(warehouse).filter(({ item_no }) => items.has(item_no))
  const targetOf = (row: { item_no: number; fiscal_year: number }) =>
    targets.find(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year)
  const bars = years.map((row) => {
    const target = targetOf(row)
    return {
      group: `No.${row.item_no} ${row.title}`,
      fiscalYear: row.fiscal_year,
      value: row.amount_yen,
      target: target?.target_yen,
      label: target ? `${formatYen(row.amount_yen)} (目標の${formatNumber(target.percent, 1)}%)` : `${formatYen(row.amount_yen)} (目標なし)`,
      href: itemHref(row.item_no),
    }
  })
  const missed = targets.filter(({ gap_yen }) => gap_yen < 0).length
  return CardSection(page, {
    id: 'targets',
    tables: ['targets', 'effects'],
    width: 'half',
    finding: html`No.${latest.item_no}「${latest.title}」は${eraYear(latest.fiscal_year)}に目標の${TargetPercent(page, latest)}。目標のある<a class="read" href="#targets-table">${targets.length}件</a>のうち、届かなかったのは<a class="read" href="#targets-table">${missed}件</a>`,
    scope: html`${scopeWords(page)}。縦の太線が目標額。文書に金額の目標がある年度だけを比べる。`,
    chart: (size) => YearBarsChart(bars, size, { name: '目標額と効果額', id: 'targets' }),
    table: {
      head: ['項目', '年度', '目標額 (円)', '効果額 (円)', '目標との差 (円)', '目標に対する割合 (%)'],
      rows: years.map((row) => {
        const target = targetOf(row)
        return [
          { value: `No.${row.item_no} ${row.title}`, shown: ItemName(row) },
          bothYears(row.fiscal_year),
          { value: target?.target_yen ?? null, shown: target ? TargetNumber(page, target) : noData },
          { value: row.amount_yen, shown: EffectNumber(page, row) },
          { value: target?.gap_yen ?? null, shown: target ? GapNumber(page, target) : noData },
          { value: target?.percent ?? null, shown: target ? TargetPercent(page, target) : noData },
        ]
      }),
    },
    source: sourceLines([...targetRows(warehouse), ...years.flatMap((row) => effectLines(warehouse, row).map((line) => ({ ...line, item_no: row.item_no })))]),
  })
}

function targetRows(warehouse: Warehouse) {
  return warehouse.table('targets').filter(({ measure }) => measure === 'effect_yen')
}

/** A target in yen as the document states it. */
export function TargetNumber(page: PageContext, { item_no, fiscal_year, target_yen }: EffectTargetRow, text = formatNumber(target_yen)): Html {
  const row = targetRows(page.warehouse).find((target) => target.item_no === item_no && target.fiscal_year === fiscal_year && target.value === target_yen)
  return row ? ReadNumber(page, text, row, row.value) : html`${noData}`
}

function GapNumber(page: PageContext, target: EffectTargetRow): Html {
  return ComputedNumber(page, formatChange(target.gap_yen), {
    formula: '効果額 − 目標額',
    operands: [
      { name: '効果額', number: EffectNumber(page, target) },
      { name: '目標額', number: TargetNumber(page, target) },
    ],
    result: `${formatChange(target.gap_yen)}円`,
  })
}

/** How much of its target an effect came to, in percent. */
export function TargetPercent(page: PageContext, target: EffectTargetRow, text?: string): Html | string {
  const part = { name: '効果額', number: EffectNumber(page, target) }
  return ShareNumber(page, { percent: target.percent, part, whole: { name: '目標額', number: TargetNumber(page, target) } }, text)
}
