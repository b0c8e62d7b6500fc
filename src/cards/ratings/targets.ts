import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { targetKindNames, targetMeasureNames, targetResultNames } from '../../../loaders/warehouse/marts/ratings.ts'
import { FactNumber, factCell, factInFull } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn, CountOf } from '../../evidence/sentences.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { decimalsOf, formatNumber, formatYen, noData } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Html, html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { CardTable, Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { ratingCell } from './ratings.ts'

type Target = MartRow<'item_targets'>
type Year = MartRow<'target_years'>
type Result = keyof typeof targetResultNames

const measureNames: Readonly<Record<string, string>> = targetMeasureNames
const kindNames: Readonly<Record<string, string>> = targetKindNames
const resultNames: Readonly<Record<string, string>> = targetResultNames

/** Targets and planned head counts against what came of them. Nothing where no item states one. */
export function targetsCard(page: PageContext): Card | undefined {
  const targets = page.warehouse.mart('item_targets')
  if (targets.length === 0) return undefined
  const outcomes = TargetOutcomes(page)
  return {
    ...targetCard(page, rowsOf(page), true),
    finding: outcomes.length > 0 ? joinWords([phrase`数値目標と比べられるのは${ComparedItems(page)}`, ...outcomes], '。') : noActual,
  }
}

/** What came of all targets by item and year: those met and missed, then head counts against their plan; none where nothing came of any. */
export function TargetOutcomes(page: PageContext): Phrase[] {
  const [first, ...others] = [ResultCounts(page), HeadCountResults(page)].filter((words) => words !== undefined)
  return first ? [phrase`${first} (項目・年度)`, ...others] : []
}

/** Of how many items a numeric target can be held against a result: 22項目中3項目. */
export function ComparedItems(page: PageContext): Phrase {
  const all = page.warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
  return phrase`${all ? CountIn(page, all, 'items') : CountOf([])}項目中${FactNumber(page, all && page.fact(all, 'with_compared'))}項目`
}

/** How many targets were met and how many missed, counted by item and year; undefined where none was either. */
function ResultCounts(page: PageContext): Phrase | undefined {
  const [met, missed] = [resultCount(page, 'met'), resultCount(page, 'missed')]
  if (!met && !missed) return undefined
  return phrase`達成は${met ?? CountOf([])}件、未達は${missed ?? CountOf([])}件`
}

/** In how many years the head count was more or fewer than planned, where the document calls that neither met nor missed; undefined where in none. */
function HeadCountResults(page: PageContext): Phrase | undefined {
  const counts = (['more', 'fewer', 'as_planned'] as const).flatMap((result) => {
    const count = resultCount(page, result)
    return count ? [phrase`${targetResultNames[result]}${result === 'as_planned' ? 'なのは' : 'のは'}${count}件`] : []
  })
  return counts.length > 0 ? phrase`職員数が${joinWords(counts, '、')}` : undefined
}

/** How many items and years have a result; undefined where none has. */
function resultCount(page: PageContext, wanted: Result): Phrase | undefined {
  const row = page.warehouse.mart('target_results').find(({ result }) => result === wanted)
  return row && FactNumber(page, page.fact(row, 'years'))
}

/** The last target of an item that something came of; undefined where there is none. */
function latestOf(targets: readonly Target[]): Target | undefined {
  return targets.filter(({ gap }) => gap !== null).at(-1) ?? targets.find(({ stated_result }) => stated_result !== null)
}

/** How an item lies to its last target, and what came of it; undefined where it states no target. */
export function TargetFact(page: PageContext, itemNo: number): Html | string | undefined {
  const targets = page.warehouse.mart('item_targets').filter(({ item_no }) => item_no === itemNo)
  const latest = latestOf(targets)
  if (!latest) return targets.length === 0 ? undefined : noActual
  const result = resultCell(latest)
  return html`${TargetSentence(page, latest)} <small class="fact-note">${typeof result === 'string' ? result : result.shown}</small>`
}

/** Targets of an item against what came of them. Nothing where it states none. */
export function targetsOfItemCard(page: PageContext, itemNo: number): Card | undefined {
  const targets = page.warehouse.mart('item_targets').filter(({ item_no }) => item_no === itemNo)
  const latest = latestOf(targets)
  if (targets.length === 0) return undefined
  const rows = rowsOf(page).filter(({ item_no }) => item_no === itemNo)
  return { ...targetCard(page, rows, false), finding: latest ? TargetSentence(page, latest) : noActual }
}

/** The targets, and between them the years of which an item with a target in yen states none. */
function rowsOf({ warehouse }: PageContext): readonly (Target | Year)[] {
  const unstated = warehouse.mart('target_years').filter(({ result }) => result === 'unstated')
  return [...warehouse.mart('item_targets'), ...unstated].sort((a, b) => a.item_no - b.item_no || a.fiscal_year - b.fiscal_year)
}

/** Stands where nothing can be held against any target. */
export const noActual = '数値目標はあるが、比べられる実績の数字がない'

function targetCard(page: PageContext, rows: readonly (Target | Year)[], withItem: boolean): Omit<Card, 'finding'> {
  return {
    id: 'targets',
    terms: ['target'],
    tables: ['targets', 'effects', 'staffing'],
    scope:
      '文中の数値目標と、計画した職員数。達成・未達は、文書がそう書いていればそのとおり、書いていなければ数の大小による。職員数の計画は、文書が未達とする年度のほかは、多い・少ないだけを示してどちらにも数えない。',
    table: targetTable(page, rows, withItem),
    source: sourceLines(page, rows.filter(isTarget)),
  }
}

function isTarget(row: Target | Year): row is Target {
  return 'measure' in row
}

/** Targets with their facts; `withItem` names the item in each row. */
function targetTable(page: PageContext, rows: readonly (Target | Year)[], withItem: boolean): CardTable {
  const items = page.warehouse.table('items')
  return {
    head: [...(withItem ? ['項目', '評価'] : []), '指標', '年度', '目標・計画', '実績', '差', '割合 (%)', '結果'],
    rows: rows.map((row) => {
      const item = items.find(({ item_no }) => item_no === row.item_no)
      const cells = isTarget(row) ? targetCells(page, row) : yearCells(page, row)
      return [...(item && withItem ? [itemCell(page, item), ratingCell(page, item)] : []), ...cells]
    }),
  }
}

function targetCells(page: PageContext, target: Target): Cell[] {
  return [
    `${measureName(target)}の${kindName(target)}`,
    bothYears(target.fiscal_year),
    valueCell(page, page.fact(target, 'target')),
    valueCell(page, page.fact(target, 'actual'), nothingOf(target)),
    comparisonCell(page, page.fact(target, 'gap')),
    comparisonCell(page, page.fact(target, 'percent')),
    resultCell(target),
  ]
}

/** A year of which no target is stated, with its effect. */
function yearCells(page: PageContext, year: Year): Cell[] {
  const notStated = { value: null, shown: notGiven }
  const nothing = { value: null, shown: noData }
  const name = `${targetMeasureNames.effect_yen}の${targetKindNames.target}`
  return [name, bothYears(year.fiscal_year), notStated, valueCell(page, page.fact(year, 'actual_yen')), nothing, nothing, targetResultNames.unstated]
}

/** A value with its unit, and the decimals that it has. */
function valueCell(page: PageContext, fact: NumberFact | undefined, nothing: string = noData): Cell {
  return fact ? factCell(page, fact, `${formatNumber(fact.value, decimalsOf(fact.value))}${fact.unit}`) : { value: null, shown: nothing }
}

/** What stands for a result that the document states in words but not in numbers, and for one of which it says nothing. */
export function nothingOf({ stated_result }: Target): string {
  return stated_result === null ? noData : notGiven
}

/** What comes of a comparison. */
function comparisonCell(page: PageContext, fact: NumberFact | undefined): Cell {
  return factCell(page, fact, fact && factInFull(fact))
}

function measureName({ measure }: Target): string {
  return measureNames[measure] ?? measure
}

function kindName({ kind }: Target): string {
  return kindNames[kind] ?? kind
}

/** What came of a target; what the document itself says is marked as such, and only that a target was missed stands out. */
export function resultCell(target: Target): Cell {
  const name = resultNames[target.result] ?? target.result
  if (target.stated_result === null) return target.kind === 'plan' ? name : name.replace('計画', () => targetKindNames.target)
  const words = `${name} (文書の記載)`
  return target.stated_result === 'missed' ? { value: words, shown: html`<span class="wrong">${words}</span>` } : words
}

/** How a fact lies to its target, as a sentence with its number: 令和4年度の職員数は計画を7人下回る. */
function TargetSentence(page: PageContext, target: Target): Phrase {
  const name = kindName(target)
  const subject = `${eraYear(target.fiscal_year)}の${measureName(target)}は`
  const fact = page.fact(target, 'target')
  if (target.gap === null && target.stated_result !== null)
    return phrase`${subject}${name}の${FactNumber(page, fact, fact && factInFull(fact))}は${resultNames[target.result]} (文書の記載)`
  if (target.gap === null || target.gap === 0) return phrase`${subject}${target.gap === 0 ? `${name}どおり` : `${name}と比べられない`}`
  const size = Math.abs(target.gap)
  const text = target.unit === '円' ? formatYen(size) : `${formatNumber(size, decimalsOf(size))}${target.unit}`
  return phrase`${subject}${name}を${FactNumber(page, page.fact(target, 'gap'), text)}${target.gap > 0 ? '上回る' : '下回る'}`
}
