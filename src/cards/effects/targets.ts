import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { YearBarsChart } from '../../charts/year-bars-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { QuotedItem } from '../../evidence/sentences.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { commonYenUnit, formatYenIn } from '../../format/yen-units.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, itemHref, sourceLines } from '../item-links.ts'
import { scopeWords } from './effects.ts'

type EffectTarget = MartRow<'effect_years_against_targets'>

/** The target of an effect for the latest year that states both. */
function latestTarget(warehouse: Warehouse): EffectTarget | undefined {
  return [...warehouse.mart('effect_years_against_targets')].sort((a, b) => a.fiscal_year - b.fiscal_year).at(-1)
}

/** How many of several targets were missed: 。目標のある2件とも届かなかった. */
function OfTargets(targets: readonly EffectTarget[]): Phrase | undefined {
  const missed = targets.filter(({ gap_yen }) => gap_yen < 0).length
  const count = (number: number) => Link('#targets-table', `${number}件`)
  if (targets.length < 2) return undefined
  if (missed > 0 && missed < targets.length) return phrase`。目標のある${count(targets.length)}のうち、届かなかったのは${count(missed)}`
  return phrase`。目標のある${count(targets.length)}とも${missed > 0 ? '届かなかった' : '届いた'}`
}

/** Effects against their targets. Nothing where the document states no target in yen. */
export function effectTargetsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const targets = warehouse.mart('effect_years_against_targets')
  const latest = latestTarget(warehouse)
  if (!latest) return undefined
  const years = warehouse.mart('effect_item_years').filter(({ item_no }) => targets.some((target) => target.item_no === item_no))
  const pairs = years.flatMap((year) => {
    const ofYear: (EffectTarget | undefined)[] = targets.filter(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year)
    return (ofYear.length === 0 ? [undefined] : ofYear).map((target) => ({ year, target }))
  })
  const unit = commonYenUnit(pairs.flatMap(({ year, target }) => [year.amount_yen, target?.target_yen ?? 0]))
  const bars = pairs.map(({ year, target }) => ({
    group: warehouse.itemName(year.item_no),
    fiscalYear: year.fiscal_year,
    value: year.amount_yen,
    target: target?.target_yen,
    label: `${formatYenIn(unit, year.amount_yen)} (${target ? `目標の${formatNumber(target.percent, 1)}%` : '目標の記載なし'})`,
    href: itemHref(year.item_no),
  }))
  return {
    id: 'targets',
    terms: ['target'],
    tables: ['targets', 'effects'],
    width: 'half',
    finding: phrase`${QuotedItem(page, latest.item_no)}は${eraYear(latest.fiscal_year)}に目標の${FactNumber(page, page.fact(latest, 'percent'))}${OfTargets(targets)}`,
    scope: `${scopeWords(page)}。縦の太線が目標額。文書に金額の目標がある年度だけを比べる。`,
    chart: (size) => YearBarsChart(bars, size, { name: '目標額と効果額', id: 'targets' }),
    table: {
      head: ['項目', '年度', '目標額 (円)', '効果額 (円)', '目標との差 (円)', '目標に対する割合 (%)'],
      rows: pairs.map(({ year, target }) => [
        itemCell(page, year),
        bothYears(year.fiscal_year),
        target ? factCell(page, page.fact(target, 'target_yen')) : { value: null, shown: notGiven },
        factCell(page, page.fact(year, 'amount_yen')),
        factCell(page, target && page.fact(target, 'gap_yen')),
        factCell(page, target && page.fact(target, 'percent')),
      ]),
    },
    source: sourceLines(page, [...targets, ...warehouse.mart('effect_lines').filter(({ item_no }) => years.some((year) => year.item_no === item_no))]),
  }
}
