import { CumulativeChart } from '../../charts/cumulative-chart.ts'
import { amountLabel, YearBarsChart } from '../../charts/year-bars-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { commonYenUnit } from '../../format/yen-units.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { ComparableFinding, LastingCaution } from './comparison.ts'
import {
  type ComparisonYear,
  changeLabel,
  comparisonColours,
  comparisonWords,
  countedEffectLines,
  latestOf,
  partsOf,
  rateCell,
  scopeWords,
  varyingNote,
  Yen,
  yearsOf,
} from './effects.ts'

/** Effects by year in three parts: what can be compared, what varies, and donations. */
export function comparisonsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const parts = partsOf(warehouse)
  if (parts.length === 0) return undefined
  const years = parts.flatMap((part) => yearsOf(warehouse, part))
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen ?? 0))
  const bars = years.flatMap((row) => {
    const { comparison, fiscal_year, amount_yen } = row
    const label = amountLabel(unit, amount_yen ?? 0, changeLabel(row))
    return amount_yen === null
      ? []
      : [{ group: comparisonWords[comparison] ?? '', fiscalYear: fiscal_year, value: amount_yen, label, href: '#comparison-table' }]
  })
  const colours = new Map<string, string>(parts.map((part) => [comparisonWords[part] ?? '', comparisonColours[part]]))
  return {
    id: 'comparison',
    terms: ['effect', 'comparable', 'change', 'year'],
    tables: ['effects'],
    width: 'half',
    finding: ComparableFinding(page),
    scope: `${scopeWords(page)}。増減率つき。`,
    chart: (size) =>
      YearBarsChart(bars, size, {
        name: '比べられるものと比べられないものに分けた効果額',
        id: 'comparison',
        colourOf: (group) => colours.get(group) ?? comparisonColours.comparable,
      }),
    note: partsNote(page),
    table: {
      head: ['区分', '年度', '効果額 (円)', '前年度差 (円)', '増減率 (%)', '年度の中の割合 (%)', '項目の数'],
      topics: [...years, ...yearsOf(warehouse, 'all')].map(({ fiscal_year }) => ({ fiscalYear: fiscal_year })),
      rows: [...years, ...yearsOf(warehouse, 'all')].map((row) => [
        comparisonWords[row.comparison] ?? '',
        bothYears(row.fiscal_year),
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        rateCell(page, row),
        factCell(page, page.fact(row, 'share_percent')),
        factCell(page, page.fact(row, 'items')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}

/** How the parts were told apart, and that what can be compared may be for once. */
function partsNote(page: PageContext): Phrase {
  return phrase`${donationWords(page.warehouse)}${varyingNote(page)}${LastingCaution(page)}`
}

/** Which effects are donations, and that these are no savings; undefined where there are none. */
function donationWords(warehouse: Warehouse): string | undefined {
  if (!latestOf(warehouse, 'donation')) return undefined
  return '寄附の受入額は、経費の節減ではない。文書は「取組による効果」として合計に含めているが、ここでは分けて示す。項目名か効果の名前に「寄附」「ふるさと納税」があるものを寄附とした。'
}

/** Effects by part, added up over the years. */
export function cumulativeEffectsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const all = latestOf(warehouse, 'all')
  if (!all || yearsOf(warehouse, 'all').length < 2) return undefined
  const years = partsOf(warehouse).flatMap((part) => yearsOf(warehouse, part))
  const points = partsOf(warehouse).flatMap((part) =>
    yearsOf(warehouse, part).map(({ fiscal_year, cumulative_yen }) => ({
      kind: comparisonWords[part] ?? '',
      fiscalYear: fiscal_year,
      yen: cumulative_yen ?? 0,
      colour: comparisonColours[part],
    })),
  )
  return {
    id: 'cumulative',
    tables: ['effects'],
    width: 'half',
    finding: CumulativeFinding(page, all),
    scope: `${scopeWords(page)}。その年度までの合計。`,
    chart: (size) => CumulativeChart(points, size, '効果額の累計'),
    table: {
      head: ['区分', '年度まで', '累計 (円)', '累計の中の割合 (%)'],
      topics: [...years, ...yearsOf(warehouse, 'all')].map(({ fiscal_year }) => ({ fiscalYear: fiscal_year })),
      rows: [...years, ...yearsOf(warehouse, 'all')].map((row) => [
        comparisonWords[row.comparison] ?? '',
        bothYears(row.fiscal_year),
        factCell(page, page.fact(row, 'cumulative_yen')),
        factCell(page, page.fact(row, 'cumulative_share_percent')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}

/** What can be compared came to, of all effects. */
function CumulativeFinding(page: PageContext, all: ComparisonYear): Phrase {
  const comparable = partsOf(page.warehouse).length > 1 && latestOf(page.warehouse, 'comparable')
  const total = Yen(page, page.fact(all, 'cumulative_yen'))
  if (!comparable) return phrase`効果額の累計は${eraYear(all.fiscal_year)}までに${total}`
  return phrase`累計${total}のうち、同じ内容で比べられる効果は${Yen(page, page.fact(comparable, 'cumulative_yen'))}`
}
