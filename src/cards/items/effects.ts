import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { type EffectMark, ItemEffectsChart } from '../../charts/item-effects-chart.ts'
import { ChangeWords, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { notStated } from '../../format/nothing-words.ts'
import { decimalsOf, formatNumber } from '../../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { type Html, html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { chartHref, notCompared, rateCell, Yen } from '../effects/effects.ts'
import { openEffectsNote } from '../effects/open.ts'
import { TotalInWords } from '../effects/totals.ts'
import { sourceLines } from '../item-links.ts'
import { itemOf, rowsOfItem } from './item-of.ts'

type ItemYear = MartRow<'effect_item_years'>

const quantityColumn = 3

/** The item's effects by year with its totals, printed and computed. Nothing where it states none. */
export function itemEffectsCard(page: PageContext): Card | undefined {
  const item = itemOf(page)
  const lines = rowsOfItem(page.warehouse.table('effects'), item)
  const years = rowsOfItem(page.warehouse.mart('effect_item_years'), item)
  const total = rowsOfItem(page.warehouse.table('effectTotals'), item)[0]
  if (lines.length === 0) return undefined
  const marks = effectMarks(page, item, years)
  const isCounted = lines.some(({ quantity }) => quantity !== null) || (total?.published_quantity ?? null) !== null
  const rows = [...lines.map((line) => effectCells(page, line, years)), ...(total ? totalCells(page, item, total) : [])]
  return {
    id: 'effects',
    terms: ['effect', 'part', 'repeat'],
    tables: ['effects', 'effectTotals'],
    width: 'half',
    finding: effectFinding(page, item, years) ?? `取組による効果は${lines.length}件`,
    scope: phrase`取組による効果、${yearRange(lines[0]?.fiscal_year ?? null, lines.at(-1)?.fiscal_year ?? null)}、円。${donationWords(years)}${repeatWords(lines)}${TargetWords(page, item)}`,
    ...(marks.length > 0 && { chart: (size) => ItemEffectsChart(marks, size) }),
    note: openEffectsNote(page, item.item_no) ?? totalNote(page, item),
    table: {
      head: ['年度', '効果', '金額 (円)', ...(isCounted ? ['数量'] : []), '増減率 (%)'],
      rows: isCounted ? rows : rows.map((row) => row.filter((_, column) => column !== quantityColumn)),
    },
    source: sourceLines(page, total ? [...lines, total] : lines),
  }
}

/** What the effects of all years come to, and how the last year lies to the one before; undefined where none is stated in yen. */
function effectFinding(page: PageContext, item: Row<'items'>, years: readonly ItemYear[]): Phrase | undefined {
  const sum = totalFact(page, item)
  const change = LastChange(page, years)
  return sum && phrase`効果額は全年度で${Yen(page, sum)}${change && phrase`、${change}`}`
}

/** How the last year lies to the one before: 令和4年度は前年度より16.6%減; undefined where there is nothing to say of that. */
function LastChange(page: PageContext, years: readonly ItemYear[]): Phrase | undefined {
  const latest = years.at(-1)
  if (!latest) return undefined
  const change = ChangeWords(page, page.fact(latest, 'change_percent'))
  const words = change ? phrase`前年度より${change}` : latest.is_like_before === false && notCompared
  return words ? phrase`${eraYear(latest.fiscal_year)}は${words}` : undefined
}

/** The item's effects of all years and how the last one changed, as a fact of its head; that nothing is stated or added up where that is so. */
export function EffectFact(page: PageContext, item: Row<'items'>): Html | string {
  if (item.effects_open !== null) return '合計できない'
  const sum = totalFact(page, item)
  if (!sum) return notStated
  const years = rowsOfItem(page.warehouse.mart('effect_item_years'), item)
  const notes = [donationWords(years).replace(/。$/, ''), LastChange(page, years)].filter(Boolean)
  return html`${Yen(page, sum)}${notes.map((note) => html` <small class="fact-note">${note}</small>`)}`
}

/** The item's effects of all years together. */
function totalFact(page: PageContext, item: Row<'items'>): NumberFact | undefined {
  const [support] = rowsOfItem(page.warehouse.mart('rating_support'), item)
  return support && page.fact(support, 'effect_yen')
}

/** That receipts of donations are no savings, by the last year that states an effect. */
export function donationWords(years: readonly ItemYear[]): string {
  const kind = years.at(-1)?.kind
  if (kind === 'both') return '寄附の受入額を含む。'
  return kind === 'donation' ? '寄附の受入額であり、節減ではない。' : ''
}

/** Wholes (summed by year where several lines state one), parts and targets, as the chart draws them. */
function effectMarks(page: PageContext, item: Row<'items'>, years: readonly ItemYear[]): EffectMark[] {
  const wholes = years.map((row) => ({ fiscalYear: row.fiscal_year, kind: 'whole' as const, fact: page.fact(row, 'amount_yen') }))
  const parts = rowsOfItem(page.warehouse.table('effects'), item)
    .filter(({ part_of }) => part_of !== null)
    .map((line) => ({ fiscalYear: line.fiscal_year, kind: 'part' as const, fact: page.fact(line, 'amount_yen') }))
  const targets = effectTargets(page, item).map((target) => ({ fiscalYear: target.fiscal_year, kind: 'target' as const, fact: page.fact(target, 'target') }))
  return [...wholes, ...parts, ...targets].flatMap(({ fiscalYear, kind, fact }) =>
    fact ? [{ fiscalYear, kind, yen: fact.value, href: chartHref(fact, '#effects-table') }] : [],
  )
}

function effectTargets({ warehouse }: PageContext, item: Row<'items'>): MartRow<'item_targets'>[] {
  return rowsOfItem(warehouse.mart('item_targets'), item).filter(({ measure }) => measure === 'effect_yen')
}

/** The targets that the chart marks, each of a figure once. */
function TargetWords(page: PageContext, item: Row<'items'>): Phrase | undefined {
  const facts = effectTargets(page, item).flatMap((target) => page.fact(target, 'target') ?? [])
  const known = [...new Map(facts.map((fact) => [fact.kind === 'read' ? fact.figure.figure_no : fact.id, fact])).values()]
  return known.length === 0
    ? undefined
    : phrase`目標額は${joinWords(
        known.map((fact) => Yen(page, fact)),
        '、',
      )}。`
}

/** That what is counted under another item is in no sum. */
function repeatWords(lines: readonly Row<'effects'>[]): string {
  return lines.some(({ is_repeat }) => is_repeat) ? '再掲は合計に含めない。' : ''
}

/** An effect by its name, which says whether it is counted under another item. */
function effectName({ label, is_repeat }: Row<'effects'>): string {
  const name = label ?? '効果額'
  return is_repeat && !name.includes('再掲') ? `${name} (再掲)` : name
}

function effectCells(page: PageContext, line: Row<'effects'>, years: readonly ItemYear[]): Cell[] {
  const year = years.find(({ fiscal_year }) => fiscal_year === line.fiscal_year)
  return [
    bothYears(line.fiscal_year),
    effectName(line),
    factCell(page, page.fact(line, 'amount_yen')),
    quantityCell(page, page.fact(line, 'quantity'), line.quantity_unit),
    year && year.previous_yen !== null && isAllOf(page, line, year) ? rateCell(page, year) : nothing,
  ]
}

/** Whether a line states the whole effect of its year. */
function isAllOf(page: PageContext, line: Row<'effects'>, year: ItemYear): boolean {
  const [own, whole] = [page.fact(line, 'amount_yen'), page.fact(year, 'amount_yen')]
  return own?.kind === 'read' && whole?.kind === 'read' && own.figure === whole.figure
}

const nothing: Cell = { value: null, shown: '' }

/** The totals as printed and as computed. */
function totalCells(page: PageContext, item: Row<'items'>, total: Row<'effectTotals'>): Cell[][] {
  const unit = rowsOfItem(page.warehouse.table('effects'), item).find(({ quantity_unit }) => quantity_unit !== null)?.quantity_unit ?? null
  return [
    ['総計 (公表値)', '', factCell(page, page.fact(total, 'published_yen')), quantityCell(page, page.fact(total, 'published_quantity'), unit), ''],
    ['総計 (再計算値)', '', factCell(page, totalFact(page, item)), '', ''],
  ]
}

function quantityCell(page: PageContext, fact: NumberFact | undefined, unit: string | null): Cell {
  return fact ? factCell(page, fact, `${formatNumber(fact.value, decimalsOf(fact.value))}${unit ?? ''}`) : nothing
}

/** That the total is printed otherwise than its years add up to; undefined where both agree. */
function totalNote(page: PageContext, item: Row<'items'>): Phrase | undefined {
  const wrong = rowsOfItem(page.warehouse.mart('effect_total_gaps'), item).find(({ differs }) => differs)
  return wrong && phrase`${TotalInWords(page, wrong)}。ここでは再計算値を使う。`
}
