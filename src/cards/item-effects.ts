import type { Row } from '../../loaders/dictionary/tables.ts'
import { type EffectMark, ItemEffectsChart } from '../charts/item-effects-chart.ts'
import { PercentNumber } from '../evidence/changes.ts'
import { ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import { CardSection } from './card.ts'
import { ComputedTotal, effectChange, effectYears } from './effects.ts'
import { sourceLines } from './item-links.ts'
import { itemOf, rowsOfItem } from './item-of.ts'
import { itemTargets, TargetSentence, targetTable } from './support.ts'

/** The item's effects by year with its totals, printed and computed. Nothing where it states none. */
export function itemEffectsCard(page: PageContext): Html | undefined {
  const item = itemOf(page)
  const lines = rowsOfItem(page.warehouse.table('effects'), item)
  const years = effectYears(page.warehouse).filter(({ item_no }) => item_no === item.item_no)
  const latest = years.at(-1)
  if (lines.length === 0) return undefined
  const total = rowsOfItem(page.warehouse.table('effectTotals'), item)[0]
  const computed = total?.computed_yen ?? latest?.cumulative_yen ?? null
  const marks = effectMarks(page, item, years)
  return CardSection(page, {
    id: 'effects',
    tables: ['effects', 'effectTotals'],
    width: 'half',
    finding:
      computed === null || !latest
        ? `取組による効果は${lines.length}件`
        : html`効果額は全年度で${ComputedTotal(page, item.item_no, computed, formatYen(computed))}${years.some(({ fiscal_year }) => fiscal_year === latest.fiscal_year - 1) && latest.change_percent !== null && html`、${eraYear(latest.fiscal_year)}は前年度比${PercentNumber(page, effectChange(page, latest))}`}`,
    scope: `取組による効果、${yearRange(lines[0]?.fiscal_year ?? null, lines.at(-1)?.fiscal_year ?? null)}、円。${latest?.kind === 'donation' ? '寄附の受入額であり、節減ではない。' : ''}`,
    ...(marks.length > 0 && { chart: (size) => ItemEffectsChart(marks, size) }),
    note: total && totalNote(page, total),
    table: {
      head: ['年度', '効果', '金額 (円)', '数量', '前年度比 (%)'],
      rows: [...lines.map((line) => effectCells(page, line)), ...(total ? totalCells(page, total) : [])],
    },
    source: sourceLines(total ? [...lines, total] : lines),
  })
}

/** Wholes (summed by year where several lines state one), parts and targets, as the chart draws them. */
function effectMarks(page: PageContext, item: Row<'items'>, years: ReturnType<typeof effectYears>): EffectMark[] {
  const lines = rowsOfItem(page.warehouse.table('effects'), item)
  const wholes = years.map(({ fiscal_year, amount_yen }) => {
    const ofYear = lines.filter((line) => line.fiscal_year === fiscal_year && line.part_of === null && line.amount_yen !== null)
    const [only] = ofYear
    return {
      fiscalYear: fiscal_year,
      kind: 'whole' as const,
      yen: amount_yen,
      href: only && ofYear.length === 1 ? sourceHref(page, only, amount_yen) : '#effects-table',
    }
  })
  const parts = lines.flatMap((line) =>
    line.part_of === null || line.amount_yen === null
      ? []
      : [{ fiscalYear: line.fiscal_year, kind: 'part' as const, yen: line.amount_yen, href: sourceHref(page, line, line.amount_yen) }],
  )
  const targets = itemTargets(page.warehouse, item.item_no)
    .filter(({ measure }) => measure === 'effect_yen')
    .map((target) => ({ fiscalYear: target.fiscal_year, kind: 'target' as const, yen: target.target, href: sourceHref(page, target, target.target) }))
  return [...wholes, ...parts, ...targets]
}

function effectCells(page: PageContext, line: Row<'effects'>): Cell[] {
  const years = effectYears(page.warehouse).filter(({ item_no }) => item_no === line.item_no)
  const year = years.find(({ fiscal_year }) => fiscal_year === line.fiscal_year)
  const hasYearBefore = years.some(({ fiscal_year }) => fiscal_year === line.fiscal_year - 1)
  const isWhole = line.part_of === null && year?.amount_yen === line.amount_yen
  return [
    bothYears(line.fiscal_year),
    line.label ?? '効果額',
    { value: line.amount_yen, shown: line.amount_yen === null ? noData : ReadNumber(page, formatNumber(line.amount_yen), line, line.amount_yen) },
    { value: line.quantity, shown: Quantity(page, line, line.quantity, line.quantity_unit) },
    {
      value: isWhole && hasYearBefore ? (year?.change_percent ?? null) : null,
      shown: isWhole && year && hasYearBefore ? PercentNumber(page, effectChange(page, year)) : '',
    },
  ]
}

/** The totals as printed and as computed. */
function totalCells(page: PageContext, total: Row<'effectTotals'>): Cell[][] {
  const unit = rowsOfItem(page.warehouse.table('effects'), { item_no: total.item_no } as Row<'items'>).find(({ quantity_unit }) => quantity_unit !== null)
  const { published_yen: published, computed_yen: computed } = total
  return [
    [
      '総計 (印刷)',
      '',
      { value: published, shown: published === null ? noData : ReadNumber(page, formatNumber(published), total, published) },
      { value: total.published_quantity, shown: Quantity(page, total, total.published_quantity, unit?.quantity_unit ?? null) },
      '',
    ],
    ['総計 (計算)', '', { value: computed, shown: computed === null ? noData : ComputedTotal(page, total.item_no, computed, formatNumber(computed)) }, '', ''],
  ]
}

function Quantity(page: PageContext, place: Parameters<typeof ReadNumber>[2], quantity: number | null, unit: string | null): Html | string {
  return quantity === null ? '' : ReadNumber(page, `${formatNumber(quantity)}${unit ?? ''}`, place, quantity)
}

function totalNote(page: PageContext, total: Row<'effectTotals'>): Html | undefined {
  const { published_yen: published, computed_yen: computed } = total
  if (published === null || computed === null || published === computed) return undefined
  return html`総計は${ReadNumber(page, `${formatNumber(published)}円`, total, published)}と印刷されているが、各年度の合計は${ComputedTotal(page, total.item_no, computed)}。ここでは計算値を使う。`
}

/** The item's numeric targets against what came of them. Nothing where it states none. */
export function itemTargetsCard(page: PageContext): Html | undefined {
  const targets = itemTargets(page.warehouse, itemOf(page).item_no)
  const compared = targets.filter(({ gap }) => gap !== null)
  const latest = compared.at(-1)
  if (targets.length === 0) return undefined
  return CardSection(page, {
    id: 'targets',
    tables: ['targets', 'effects', 'staffing'],
    finding: latest ? TargetSentence(page, latest) : '数値目標はあるが、比べられる実績の数字がない',
    scope: '文中の数値目標と、計画した職員数。目標以上・未満は数の大小であり、良し悪しの判定ではない。',
    table: targetTable(page, targets, false),
    source: sourceLines(targets),
  })
}
