import type { Row } from '../../loaders/dictionary/tables.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadNumber, ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { FigureLink, printedText } from '../evidence/read-text.ts'
import { roleName } from '../evidence/roles.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatChange, formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { RatingMark } from '../markup/rating-mark.ts'
import type { CardTable } from '../markup/table.ts'
import { EffectNumber, effectYears } from './effects.ts'
import { itemHref } from './item-links.ts'

/** An item with what stands behind its rating, as the mart holds it. */
export interface ItemSupport {
  item_no: number
  title: string | null
  lead_department: string | null
  rating: string | null
  next_plan: boolean | null
  figures: number
  effect_yen: number | null
  targets: number
  reached: number
  below: number
  compared: number
  achieved: number
  not_achieved: number
  next: number
  differs: number
  missing: number
}

/** A numeric target or planned head count of an item, with the fact it can be set against. */
export interface ItemTarget extends SourcePlace {
  item_no: number
  fiscal_year: number
  kind: 'target' | 'plan'
  measure: string
  target: number
  unit: string
  actual: number | null
  gap: number | null
  percent: number | null
  outcome: 'reached' | 'below' | 'ahead' | 'unmatched'
}

type ItemFigure = Row<'figures'> & { item_no: number; part: string }

/** Every item with what stands behind its rating. */
export function itemSupport(warehouse: Warehouse): readonly ItemSupport[] {
  return warehouse.mart('rating_support') as unknown as readonly ItemSupport[]
}

/** The targets of all items, or of one. */
export function itemTargets(warehouse: Warehouse, itemNo?: number): readonly ItemTarget[] {
  const targets = warehouse.mart('item_targets') as unknown as readonly ItemTarget[]
  return itemNo === undefined ? targets : targets.filter(({ item_no }) => item_no === itemNo)
}

/** An item's rating with its letter and shape, or that it has none. */
export function ItemRating({ rating, rating_source_line, source_line }: Row<'items'>): Html | string {
  return rating === null ? noData : RatingMark(rating, rating_source_line ?? source_line)
}

/** An item's number and name, leading to its page. */
export function ItemLink({ item_no, title }: { item_no: number; title: string | null }): Html {
  return html`<a href="${itemHref(item_no)}">No.${item_no} ${title ?? ''}</a>`
}

/** How many numbers an item reports, with each of them. */
export function FigureCount(page: PageContext, { item_no, figures }: Pick<ItemSupport, 'item_no' | 'figures'>, text = formatNumber(figures)): Html | string {
  if (figures === 0) return text
  const rows = page.warehouse.mart('item_figures').filter((figure) => figure.item_no === item_no) as unknown as readonly ItemFigure[]
  return ComputedNumber(page, text, {
    formula: '実績、振り返り、効果に書かれた金額・数・割合・点・面積を数える (年度、日付、番号は除く)',
    operands: rows.map((figure) => ({
      name: `${figure.label ?? roleName(figure.role)}${figure.fiscal_year === null ? '' : `、${eraYear(figure.fiscal_year)}`}`,
      number: FigureLink(figure, printedText(page, figure) ?? `${formatNumber(figure.value)}${figure.unit ?? ''}`),
    })),
    result: `${figures}個`,
  })
}

const measureNames: Readonly<Record<string, string>> = { effect_yen: '効果額', staff: '職員数', count: '件数など', percent: '割合' }

/** What a target is about: 効果額の目標, 職員数の計画. */
export function targetName({ measure, kind }: ItemTarget): string {
  return `${measureNames[measure] ?? measure}の${kind === 'plan' ? '計画' : '目標'}`
}

/** How a fact lies to its target, in words with a sign; it does not say whether that is good. */
export function outcomeInWords({ outcome, kind }: ItemTarget): string {
  const name = kind === 'plan' ? '計画' : '目標'
  return { reached: `▲ ${name}以上`, below: `▼ ${name}未満`, ahead: 'プラン期間より後', unmatched: '比べる実績の数字がない' }[outcome]
}

/** Targets with their facts, as the table of a card; `withItem` names the item in each row. */
export function targetTable(page: PageContext, targets: readonly ItemTarget[], withItem: boolean): CardTable {
  const items = page.warehouse.table('items')
  return {
    head: [...(withItem ? ['項目', '評価'] : []), '何の', '年度', '目標・計画', '実績', '差', '割合 (%)', '結果'],
    rows: targets.map((target) => {
      const item = items.find(({ item_no }) => item_no === target.item_no)
      const lead =
        item && withItem
          ? [
              { value: itemName(item), shown: ItemLink(item) },
              { value: item.rating ?? '', shown: ItemRating(item) },
            ]
          : []
      return [
        ...lead,
        targetName(target),
        bothYears(target.fiscal_year),
        { value: target.target, shown: TargetNumber(page, target) },
        { value: target.actual, shown: ActualNumber(page, target) ?? noData },
        { value: target.gap, shown: TargetGap(page, target) },
        { value: target.percent, shown: TargetPercent(page, target) },
        outcomeInWords(target),
      ]
    }),
  }
}

/** An item's number and name in words. */
export function itemName({ item_no, title }: { item_no: number; title: string | null }): string {
  return `No.${item_no} ${title ?? ''}`
}

/** How a fact lies to its target, as a sentence with its number: 令和4年度の職員数は計画を7人下回る. */
export function TargetSentence(page: PageContext, target: ItemTarget): Html {
  const name = target.kind === 'plan' ? '計画' : '目標'
  const subject = `${eraYear(target.fiscal_year)}の${measureNames[target.measure] ?? target.measure}は`
  if (target.gap === null || target.gap === 0) return html`${subject}${target.gap === 0 ? `${name}どおり` : `${name}と比べられない`}`
  const size = Math.abs(target.gap)
  const text = target.unit === '円' ? formatYen(size) : withUnit(size, target.unit)
  return html`${subject}${name}を${TargetGap(page, target, text)}${target.gap > 0 ? '上回る' : '下回る'}`
}

function TargetNumber(page: PageContext, target: ItemTarget): Html {
  return ReadNumber(page, withUnit(target.target, target.unit), target, target.target)
}

/** The fact of a target, where it stands in the document. */
function ActualNumber(page: PageContext, { item_no, fiscal_year, measure, actual, unit }: ItemTarget): Html | undefined {
  if (actual === null) return undefined
  const isOfYear = (row: { item_no: number; fiscal_year: number }) => row.item_no === item_no && row.fiscal_year === fiscal_year
  const effect = measure === 'effect_yen' ? effectYears(page.warehouse).find(isOfYear) : undefined
  if (effect) return EffectNumber(page, effect, withUnit(actual, unit))
  const staffing = page.warehouse.table('staffing').find((row) => isOfYear(row) && row.actual === actual)
  return staffing && ReadNumber(page, withUnit(actual, unit), staffing, actual)
}

function TargetGap(page: PageContext, target: ItemTarget, shown?: string): Html | string {
  const actual = ActualNumber(page, target)
  if (target.gap === null || !actual) return ''
  const text = `${formatChange(target.gap)}${target.unit}`
  return ComputedNumber(page, shown ?? text, {
    formula: `実績 − ${target.kind === 'plan' ? '計画' : '目標'}`,
    operands: operands(page, target, actual),
    result: text,
  })
}

function TargetPercent(page: PageContext, target: ItemTarget): Html | string {
  const actual = ActualNumber(page, target)
  if (target.percent === null || !actual) return ''
  const text = `${formatNumber(target.percent, 1)}%`
  const formula = `実績 ÷ ${target.kind === 'plan' ? '計画' : '目標'} × 100、小数第1位に丸める`
  return ComputedNumber(page, text, { formula, operands: operands(page, target, actual), result: text })
}

function operands(page: PageContext, target: ItemTarget, actual: Html) {
  return [
    { name: '実績', number: actual },
    { name: target.kind === 'plan' ? '計画' : '目標', number: TargetNumber(page, target) },
  ]
}

function withUnit(value: number, unit: string): string {
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}${unit}`
}

/** Ratings of items as links to where they stand, for the source line of a card. */
export function RatingLines(items: readonly Row<'items'>[]): Html {
  const rated = items.filter(({ rating }) => rating !== null)
  return html`各項目の総括評価の欄 原文${rated.map(({ rating_source_line, source_line }, index) => {
    const line = rating_source_line ?? source_line
    return html`${index > 0 && '・'}${ReadWords(String(line), { source_line: line })}`
  })}行`
}
