import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { hindranceNames, lineMeasureNames } from '../../../loaders/warehouse/marts/lines.ts'
import { PlanLineChart, type PlanLineMark } from '../../charts/plan-line-chart.ts'
import type { ChartSize } from '../../charts/plot.ts'
import { FactInFull, FactNumber, PlaceLink, WordsLink } from '../../evidence/fact-number.ts'
import { editionOf, InOtherPlan, OtherItemName, OtherPlanName } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { lineWords } from '../../format/place-words.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { type Html, html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import { grouped } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref, Yen } from '../effects/effects.ts'
import { ItemName } from '../item-links.ts'
import { itemOf, rowsOfItem } from './item-of.ts'
import { LineWords } from './line-words.ts'

type LineYear = MartRow<'line_years'>
type Measure = keyof typeof lineMeasureNames

const measures = Object.keys(lineMeasureNames) as Measure[]
const units: Readonly<Record<Measure, string>> = { effect_yen: ' (円)', effect_target_yen: ' (円)', staff_planned: ' (人)', staff_actual: ' (人)', rating: '' }

/** What the chart may show, and what it was aimed at. */
const goals = {
  effect_yen: { goal: 'effect_target_yen', goalName: '目標' },
  staff_actual: { goal: 'staff_planned', goalName: '計画' },
} as const satisfies Partial<Record<Measure, { goal: Measure; goalName: string }>>
type Charted = keyof typeof goals

/** The item in all plans that have it, year by year: effects, targets, head counts and ratings. Nothing where no other plan has it. */
export function lineCard(page: PageContext): Card | undefined {
  const item = itemOf(page)
  const rows = page.warehouse.mart('line_years').filter(({ lineage }) => lineage === item.lineage)
  const plans = plansOf(rows)
  if (plans.length < 2) return undefined
  return {
    id: 'line',
    tables: ['effects', 'targets', 'staffing', 'ratings'],
    finding: TotalWords(page) ?? phrase`${plans.length}つのプランにわたる項目`,
    note: whyNoTotal(page),
    ...yearsOf(page, item, rows, 'line'),
  }
}

/** Head counts over plans, a card for each item that several plans count staff in. */
export function staffingLineCards(page: PageContext): Card[] {
  const ofStaff = page.warehouse.mart('line_years').filter(({ measure }) => measure === 'staff_planned' || measure === 'staff_actual')
  return page.warehouse.table('items').flatMap((item): Card[] => {
    const rows = ofStaff.filter(({ lineage }) => lineage === item.lineage)
    const actual = rows.filter(({ measure }) => measure === 'staff_actual')
    const [first, latest] = [actual[0], actual.at(-1)]
    if (!first || !latest || plansOf(actual).length < 2) return []
    const id = `line-${item.item_no}`
    const finding = phrase`前後のプランと合わせると、職員数は${CountOfYear(page, first)}から${CountOfYear(page, latest)}へ`
    return [{ id, tables: ['staffing'], finding, ...yearsOf(page, item, rows, id) }]
  })
}

function CountOfYear(page: PageContext, row: LineYear): Phrase {
  return phrase`${row.fiscal_year !== null && eraYear(row.fiscal_year)}の${FactInFull(page, page.site.facts.ofAny(row, 'value'))}`
}

/** What cards on a line have in common: its scope, its chart, its table and its sources. */
function yearsOf(page: PageContext, item: Row<'items'>, rows: readonly LineYear[], id: string): Pick<Card, 'scope' | 'chart' | 'table' | 'source'> {
  const charted = chartedMeasure(rows)
  return {
    scope: phrase`${LineWords(page, item)}${scopeWords(rows, charted)}ほかのプランの値には、その文書での場所を添える。`,
    ...(charted && { chart: (size) => drawChart(page, rows, charted, `#${id}-table`, size) }),
    table: tableOf(page, rows),
    source: html`${joinWords(
      plansOf(rows).map((planId) => editionOf(page, planId).source_name),
      '、',
    )}`,
  }
}

function plansOf(rows: readonly LineYear[]): string[] {
  return [...new Set(rows.map(({ plan_id }) => plan_id))]
}

/** The effects of all plans together; undefined where they are not added up, or no two plans state any. */
function TotalWords(page: PageContext): Phrase | undefined {
  const [total] = rowsOfItem(ownRows(page, page.warehouse.mart('line_totals')), itemOf(page))
  const sum = total && page.fact(total, 'total_yen')
  return sum && phrase`効果額は、前後のプランと合わせた${total.years}年度分で${Yen(page, sum)}`
}

/** Why the effects of the plans are not added up; undefined where they are, or there is nothing to add up. */
function whyNoTotal(page: PageContext): string | undefined {
  const [total] = rowsOfItem(ownRows(page, page.warehouse.mart('line_totals')), itemOf(page))
  const reason = total?.hindrance && hindranceNames[total.hindrance as keyof typeof hindranceNames]
  return reason ? `${reason}ので、プランをまたいで合計しない。` : undefined
}

function ownRows<T extends { plan_id: string }>({ warehouse }: PageContext, rows: readonly T[]): T[] {
  return rows.filter(({ plan_id }) => plan_id === warehouse.plan.plan_id)
}

/** The years of the line, and what the chart marks. */
function scopeWords(rows: readonly LineYear[], charted: Charted | undefined): string {
  const years = rows.flatMap(({ fiscal_year }) => fiscal_year ?? []).sort((a, b) => a - b)
  const span = years.length > 0 ? `${yearRange(years[0] ?? null, years.at(-1) ?? null)}の年度ごとの値。` : ''
  const goal = charted && rows.some(({ measure }) => measure === goals[charted].goal) ? `図の横線は${goals[charted].goalName}。` : ''
  return `${span}${goal}`
}

/** A row a year and item: its plan, what is stated of it, and where. */
function tableOf(page: PageContext, rows: readonly LineYear[]): NonNullable<Card['table']> {
  const shown = measures.filter((measure) => rows.some((row) => row.measure === measure))
  const ofItems = grouped(rows, ({ plan_id, item_no, fiscal_year }) => JSON.stringify([fiscal_year, plan_id, item_no]))
  const isByPlan = [...ofItems].sort(([a], [b]) => firstYear(page, a) - firstYear(page, b))
  return {
    head: ['年度', 'プラン', '項目', ...shown.map((measure) => `${lineMeasureNames[measure]}${units[measure]}`), '場所'],
    rows: isByPlan.map((ofItem) => {
      const [first] = ofItem
      return [
        first.fiscal_year === null ? '全期間' : bothYears(first.fiscal_year),
        planCell(page, first),
        itemCell(page, first),
        ...shown.map((measure) =>
          valueCell(
            page,
            ofItem.filter((row) => row.measure === measure),
          ),
        ),
        placeCell(page, first),
      ]
    }),
  }
}

/** The first year of a row's plan, by which the plans come one after another. */
function firstYear(page: PageContext, { plan_id }: LineYear): number {
  return editionOf(page, plan_id).first_fiscal_year ?? 0
}

function isOwn({ warehouse }: PageContext, { plan_id }: LineYear): boolean {
  return plan_id === warehouse.plan.plan_id
}

function planCell(page: PageContext, row: LineYear): Cell {
  const name = isOwn(page, row) ? phrase`このプラン` : OtherPlanName(page, row.plan_id)
  return { value: editionOf(page, row.plan_id).title ?? row.plan_id, shown: name }
}

function itemCell(page: PageContext, row: LineYear): Cell {
  const name = isOwn(page, row) ? ItemName(page, row) : OtherItemName(page, { planId: row.plan_id, itemNo: row.item_no })
  return { value: name.plain, shown: name }
}

/** The values of a measure in a year, most often one; 記載なし where there is none. */
function valueCell(page: PageContext, rows: readonly LineYear[]): Cell {
  const shown = rows.map((row) => (row.measure === 'rating' ? RatingWords(page, row) : FactNumber(page, page.site.facts.ofAny(row, 'value'))))
  const [only] = rows
  if (only === undefined) return { value: null, shown: notGiven }
  const words = joinWords(shown, '、')
  return { value: rows.length === 1 && only.value !== null ? only.value : words.plain, shown: words }
}

function RatingWords(page: PageContext, row: LineYear): Phrase {
  const words = row.words ?? ''
  return isOwn(page, row) ? WordsLink(page, words, row.source_line) : InOtherPlan(page, { planId: row.plan_id, place: row }, words)
}

function placeCell(page: PageContext, row: LineYear): Cell {
  const words = lineWords(row)
  const shown = isOwn(page, row) ? PlaceLink(page.warehouse, row.source_line) : InOtherPlan(page, { planId: row.plan_id, place: row }, words)
  return { value: `${editionOf(page, row.plan_id).source_name} ${words}`, shown }
}

/** What the chart shows: the effects of several plans, else their head counts; undefined where no two plans state any. */
function chartedMeasure(rows: readonly LineYear[]): Charted | undefined {
  return (['effect_yen', 'staff_actual'] as const).find((measure) => plansOf(rows.filter((row) => row.measure === measure)).length > 1)
}

function drawChart(page: PageContext, rows: readonly LineYear[], measure: Charted, table: string, size: ChartSize): Html {
  const { goal, goalName } = goals[measure]
  const marksOf = (one: Measure) => rows.flatMap((row) => markOf(page, row, one, table))
  const isMoney = measure === 'effect_yen'
  return PlanLineChart({ name: lineMeasureNames[measure], isMoney, marks: marksOf(measure), goals: marksOf(goal), goalName }, size)
}

function markOf(page: PageContext, row: LineYear, measure: Measure, table: string): PlanLineMark[] {
  const fact = row.measure === measure && row.fiscal_year !== null ? page.site.facts.ofAny(row, 'value') : undefined
  if (!fact || row.fiscal_year === null) return []
  const plan = editionOf(page, row.plan_id)
  return [
    {
      fiscalYear: row.fiscal_year,
      value: fact.value,
      plan: plan.title ?? plan.plan_id,
      itemNo: row.item_no,
      label: page.warehouse.itemLabel(row.item_no, row.plan_id),
      href: chartHref(fact, table),
    },
  ]
}
