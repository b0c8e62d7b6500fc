import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { eraYear } from '../../format/years.ts'
import { commonYenUnit, formatYenIn, type YenUnit } from '../../format/yen-units.ts'
import type { Cell } from '../../markup/table.ts'
import { LastingCaution } from '../effects/comparison.ts'
import { type Comparison, type ComparisonYear, comparisonWords, latestOf, partsOf, varyingNote, yearsOf } from '../effects/effects.ts'
import type { SheetPart } from './part.ts'

/** Years that the sheet has room for, the last ones; the sum is of all. */
const mostYears = 3

/** The effects in their three parts, by year and over all years; undefined where the document states none. */
export function effectsPart(page: PageContext): SheetPart | undefined {
  const { warehouse } = page
  if (!latestOf(warehouse, 'all')) return undefined
  const kinds = partsOf(warehouse)
  const parts: readonly Comparison[] = kinds.length > 1 ? [...kinds, 'all'] : kinds
  const allYears = yearsOf(warehouse, 'all').map(({ fiscal_year }) => fiscal_year)
  const years = allYears.slice(-mostYears)
  const rows = parts.map((part) => ({ part, ofPart: yearsOf(warehouse, part) }))
  const shown = rows.flatMap(({ ofPart }) => ofPart.filter(({ fiscal_year }) => years.includes(fiscal_year)))
  const ofYears = commonYenUnit(shown.map(({ amount_yen }) => amount_yen ?? 0))
  const ofAll = commonYenUnit(rows.map(({ ofPart }) => ofPart.at(-1)?.cumulative_yen ?? 0))
  return {
    id: 'effects',
    title: kinds.length > 1 ? '効果額の内訳' : '効果額',
    finding: [varyingNote(page), LastingCaution(page)],
    table: {
      head: ['区分', ...years.map(eraYear), ...(allYears.length > 1 ? ['全年度の合計'] : [])],
      rows: rows.map(({ part, ofPart }) => [
        kinds.length === 1 && part === 'comparable' ? '効果額' : (comparisonWords[part] ?? ''),
        ...years.map((year) =>
          yenCell(
            page,
            ofYears,
            ofPart.find(({ fiscal_year }) => fiscal_year === year),
            'amount_yen',
          ),
        ),
        ...(allYears.length > 1 ? [yenCell(page, ofAll, ofPart.at(-1), 'cumulative_yen')] : []),
      ]),
    },
  }
}

function yenCell(page: PageContext, unit: YenUnit, year: ComparisonYear | undefined, column: 'amount_yen' | 'cumulative_yen'): Cell {
  const fact = year && page.fact(year, column)
  return factCell(page, fact, fact && formatYenIn(unit, fact.value))
}
