import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { type HeadCountPoint, StaffingChart } from '../../charts/staffing-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, factInFull, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { YearName } from '../../evidence/sentences.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { gapInWords } from '../../format/changes.ts'
import { notStated } from '../../format/nothing-words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears, eraDate, eraYear } from '../../format/years.ts'
import { joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { CardTable } from '../../markup/table.ts'
import { boundBehind, boundSentence, OtherBoundNote } from '../bounds.ts'
import { byItem } from '../by-item.ts'
import { type Card, notesOf } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'

/** A head count of a day: plan, actual, and their gap in persons. */
export type HeadCount = MartRow<'staffing_gaps'>

/** The head count of the latest day; undefined where none is stated. */
export function latestHeadCount(warehouse: Warehouse): HeadCount | undefined {
  const counts = warehouse.mart('staffing_gaps')
  return counts.reduce<HeadCount | undefined>((last, count) => (last && last.as_of > count.as_of ? last : count), undefined)
}

/** A gap to the plan in words: 計画より7人少ない. */
export function planGapInWords(gap: number): string {
  return gap === 0 ? '計画どおり' : `計画より${gapInWords(gap, '人')}`
}

/** The gap between fact and plan in words, answering for itself. */
export function GapWords(page: PageContext, count: HeadCount): Phrase {
  return FactNumber(page, page.fact(count, 'gap'), count.gap === null ? undefined : planGapInWords(count.gap))
}

/** Persons with their unit. */
export function Persons(page: PageContext, fact: NumberFact | undefined): Phrase {
  return FactNumber(page, fact, fact && factInFull(fact))
}

/** 職員数: plan and actual by day, and targets ahead. Nothing where no item counts heads. */
export function staffingCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const counts = warehouse.mart('staffing_gaps')
  const latest = latestHeadCount(warehouse)
  if (!latest || latest.gap === null) return undefined
  const targets = staffTargets(warehouse)
  const targetWords = (target: Row<'targets'>) => phrase`${bothYears(target.fiscal_year)}の目標は${Persons(page, page.fact(target, 'value'))}。`
  return {
    ...headCounts(page, 'staffing', counts, targets),
    finding: phrase`職員数${boundBehind(latest.scope)}は${eraYear(latest.fiscal_year)}に${Persons(page, page.fact(latest, 'actual'))}、${GapWords(page, latest)}`,
    scope: phrase`職員数の計画と実績、各年度の基準日、人。${boundSentence('職員数', counts)}${targets.map(targetWords)}`,
  }
}

/** 計画と実績: plan and actual by day, the target ahead, and how far it is. */
export function headCountsCard(page: PageContext): Card[] {
  return byItem(page.warehouse.mart('staffing_gaps'), (counts, id) => {
    const [first, latest] = [counts[0], counts.at(-1)] as [HeadCount, HeadCount]
    const targets = staffTargets(page.warehouse).filter(({ item_no }) => item_no === latest.item_no)
    return {
      ...headCounts(page, id('head-counts'), counts, targets),
      finding: phrase`職員数${boundBehind(latest.scope)}は${eraYear(latest.fiscal_year)}に${Persons(page, page.fact(latest, 'actual'))}${TargetsAhead(page, latest.item_no, '、')}`,
      scope: `定員管理計画の人数と実際の職員数、${eraDate(first.as_of)}から${eraDate(latest.as_of)}まで、人。${countedWords(counts)}`,
    }
  })
}

/** Which staff the document counts; that it does not say so where it does not. */
function countedWords(counts: readonly HeadCount[]): string {
  return boundSentence('職員数', counts) || `どの職員を数えたかは${notStated}。`
}

/** How far the latest head count is from each target ahead, each after a mark: 、令和7年度の目標990人まであと13人. */
export function TargetsAhead(page: PageContext, itemNo: number, mark: '、' | '。'): Phrase {
  const targets = page.warehouse.mart('staffing_targets').filter(({ item_no }) => item_no === itemNo)
  return joinWords(targets.map((row) => phrase`${mark}${YearName(row)}の目標${Persons(page, page.fact(row, 'target'))}${NeededWords(page, row)}`))
}

function NeededWords(page: PageContext, target: MartRow<'staffing_targets'>): Phrase | string {
  if (target.needed === 0) return 'に達している'
  const needed = FactNumber(page, page.fact(target, 'needed'), `${formatNumber(Math.abs(target.needed))}人`)
  return target.needed > 0 ? phrase`まであと${needed}` : phrase`を${needed}上回る`
}

/** Targets for the head count that the document states. */
function staffTargets(warehouse: Warehouse): readonly Row<'targets'>[] {
  return warehouse.table('targets').filter(({ measure }) => measure === 'staff')
}

/** What cards of head counts and targets have in common. */
function headCounts(page: PageContext, id: string, counts: readonly HeadCount[], targets: readonly Row<'targets'>[]) {
  const points = headCountPoints(page, counts, targets, `#${id}-table`)
  return {
    id,
    tables: ['staffing'],
    width: 'half',
    note: notesOf(...counts.map((count) => OtherBoundNote(page, count))),
    chart: (size) => StaffingChart(points, size),
    table: headCountTable(page, counts),
    source: sourceLines(page, [...counts, ...targets]),
  } satisfies Omit<Card, 'finding' | 'scope'>
}

/** Head counts and targets ahead as points of the chart, each with its place in the source view. */
function headCountPoints(page: PageContext, counts: readonly HeadCount[], targets: readonly Row<'targets'>[], table: string): HeadCountPoint[] {
  return [
    ...counts.map((count) => ({
      fiscalYear: count.fiscal_year,
      planned: count.planned,
      actual: count.actual,
      plannedHref: chartHref(page.fact(count, 'planned'), table),
      actualHref: chartHref(page.fact(count, 'actual'), table),
    })),
    ...targets.map((target) => ({
      fiscalYear: target.fiscal_year,
      planned: target.value,
      actual: null,
      plannedHref: chartHref(page.fact(target, 'value'), table),
      actualHref: '',
    })),
  ]
}

/** Plan, actual, gap and change by day. */
function headCountTable(page: PageContext, counts: readonly HeadCount[]): CardTable {
  return {
    head: ['基準日', '年度', '計画 (人)', '実績 (人)', '差 (人)', '実績の前年差 (人)'],
    rows: counts.map((count) => [
      { value: count.as_of, shown: eraDate(count.as_of) },
      bothYears(count.fiscal_year),
      valueCell(page, count, 'planned'),
      valueCell(page, count, 'actual'),
      valueCell(page, count, 'gap'),
      valueCell(page, count, 'change'),
    ]),
  }
}
