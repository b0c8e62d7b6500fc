import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { targetKindNames, targetMeasureNames } from '../../../loaders/warehouse/marts/ratings.ts'
import { FactNumber, factCell, factInFull } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { decimalsOf, formatNumber, formatYen } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { CardTable, Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { ratingCell } from './ratings.ts'

type Target = MartRow<'item_targets'>

const measureNames: Readonly<Record<string, string>> = targetMeasureNames
const kindNames: Readonly<Record<string, string>> = targetKindNames

/** Targets and planned head counts against what came of them. Nothing where no item states one. */
export function targetsCard(page: PageContext): Card | undefined {
  const targets = page.warehouse.mart('item_targets')
  if (targets.length === 0) return undefined
  const all = page.warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
  const count = (wanted: string) => targets.filter(({ outcome }) => outcome === wanted).length
  return {
    ...targetCard(page, targets, true),
    finding:
      !all || all.with_compared === 0
        ? noActual
        : phrase`実績と比べられる数値目標があるのは${FactNumber(page, page.fact(all, 'with_compared'))}項目。目標以上が${count('reached')}件、目標未満が${count('below')}件`,
  }
}

/** Targets of an item against what came of them. Nothing where it states none. */
export function targetsOfItemCard(page: PageContext, itemNo: number): Card | undefined {
  const targets = page.warehouse.mart('item_targets').filter(({ item_no }) => item_no === itemNo)
  const latest = targets.filter(({ gap }) => gap !== null).at(-1)
  if (targets.length === 0) return undefined
  return { ...targetCard(page, targets, false), finding: latest ? TargetSentence(page, latest) : noActual }
}

const noActual = '数値目標はあるが、比べられる実績の数字がない'

function targetCard(page: PageContext, targets: readonly Target[], withItem: boolean): Omit<Card, 'finding'> {
  return {
    id: 'targets',
    tables: ['targets', 'effects', 'staffing'],
    scope: '文中の数値目標と、計画した職員数。目標以上・未満は数の大小であり、良し悪しの判定ではない。',
    table: targetTable(page, targets, withItem),
    source: sourceLines(targets),
  }
}

/** Targets with their facts; `withItem` names the item in each row. */
function targetTable(page: PageContext, targets: readonly Target[], withItem: boolean): CardTable {
  const items = page.warehouse.table('items')
  return {
    head: [...(withItem ? ['項目', '評価'] : []), '何の', '年度', '目標・計画', '実績', '差', '割合 (%)', '結果'],
    rows: targets.map((target) => {
      const item = items.find(({ item_no }) => item_no === target.item_no)
      return [
        ...(item && withItem ? [itemCell(item), ratingCell(item)] : []),
        `${measureName(target)}の${kindName(target)}`,
        bothYears(target.fiscal_year),
        valueCell(page, page.fact(target, 'target')),
        valueCell(page, page.fact(target, 'actual')),
        comparisonCell(page, page.fact(target, 'gap')),
        comparisonCell(page, page.fact(target, 'percent')),
        outcomeInWords(target),
      ]
    }),
  }
}

/** A value with its unit, and the decimals that it has. */
function valueCell(page: PageContext, fact: NumberFact | undefined): Cell {
  return factCell(page, fact, fact && `${formatNumber(fact.value, decimalsOf(fact.value))}${fact.unit}`)
}

/** What comes of a comparison; nothing where there is none. */
function comparisonCell(page: PageContext, fact: NumberFact | undefined): Cell {
  return fact ? factCell(page, fact, factInFull(fact)) : { value: null, shown: '' }
}

function measureName({ measure }: Target): string {
  return measureNames[measure] ?? measure
}

function kindName({ kind }: Target): string {
  return kindNames[kind] ?? kind
}

/** How a fact lies to its target, in words; it does not say whether that is good. */
function outcomeInWords(target: Target): string {
  const words: Readonly<Record<string, string>> = {
    reached: `${kindName(target)}以上`,
    below: `${kindName(target)}未満`,
    ahead: 'プラン期間より後',
    unmatched: '比べる実績の数字がない',
  }
  return words[target.outcome] ?? target.outcome
}

/** How a fact lies to its target, as a sentence with its number: 令和4年度の職員数は計画を7人下回る. */
function TargetSentence(page: PageContext, target: Target): Phrase {
  const name = kindName(target)
  const subject = `${eraYear(target.fiscal_year)}の${measureName(target)}は`
  if (target.gap === null || target.gap === 0) return phrase`${subject}${target.gap === 0 ? `${name}どおり` : `${name}と比べられない`}`
  const size = Math.abs(target.gap)
  const text = target.unit === '円' ? formatYen(size) : `${formatNumber(size, decimalsOf(size))}${target.unit}`
  return phrase`${subject}${name}を${FactNumber(page, page.fact(target, 'gap'), text)}${target.gap > 0 ? '上回る' : '下回る'}`
}
