import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { ClaimSharesChart } from '../../charts/claim-shares-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { boundBefore, boundSentence } from '../bounds.ts'
import { byItem, grouped } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { inYear } from './collections.ts'

type ClaimShare = MartRow<'collection_years_by_share'>

/** 大きい債権とその他: the three largest claims against all others, by year. */
export function largestClaimsCards(page: PageContext): Card[] {
  const { warehouse } = page
  return byItem(warehouse.mart('collection_years_by_share'), (shares, id) => {
    const rows = [...shares].sort((a, b) => a.rank - b.rank || a.fiscal_year - b.fiscal_year)
    const groups = grouped(rows, ({ name }) => name)
    const years = [...new Set(rows.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b)
    const bounds = warehouse.mart('collection_years').filter(({ item_no }) => item_no === shares[0].item_no)
    const bars = rows.map((row) => ({
      claim: row.name,
      fiscalYear: row.fiscal_year,
      yen: row.amount_yen,
      percent: row.percent ?? 0,
      href: chartHref(page.fact(row, 'amount_yen'), `#${id('largest-claims')}-table`),
    }))
    return {
      id: id('largest-claims'),
      terms: ['scope', 'share'],
      tables: ['collections'],
      width: 'half',
      finding: largestClaim(page, groups[0] ?? shares, bounds.at(-1)?.scope ?? null),
      scope: `納付額が全年度の合計で大きい${groups.filter(([{ claim }]) => claim !== null).length}件の債権とその他、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円と年度の納付額に占める割合 (%)。${boundSentence('納付額', bounds)}`,
      chart: (size) => ClaimSharesChart(bars, size),
      table: {
        head: ['債権', ...years.flatMap((year) => [`${bothYears(year)} (円)`, `${eraYear(year)}の割合 (%)`])],
        rows: groups.map((group) => [
          group[0].name,
          ...years.flatMap((year) => {
            const row = inYear(group, year)
            return [valueCell(page, row, 'amount_yen'), valueCell(page, row, 'percent')]
          }),
        ]),
      },
      source: sourceLines(
        page,
        warehouse.table('collections').filter(({ item_no }) => item_no === shares[0].item_no),
      ),
    }
  })
}

/** The share of the largest claim in the first and last year that list it, in words. */
function largestClaim(page: PageContext, years: readonly [ClaimShare, ...ClaimShare[]], scope: string | null): Phrase {
  const [first, last] = [years[0], years[years.length - 1]]
  const share = (row: ClaimShare) => phrase`${eraYear(row.fiscal_year)}に${FactNumber(page, page.fact(row, 'percent'))}`
  return phrase`${boundBefore(scope)}納付額のうち、最も大きい${first.name}の割合は${share(first)}${last && last !== first && phrase`、${share(last)}`}`
}

/** 全債権: every claim of every department by year; a year that does not list it says so. */
export function allClaimsCards(page: PageContext): Card[] {
  const { warehouse } = page
  return byItem(warehouse.mart('collection_claims_by_department'), (rows, id) => {
    const itemNo = rows[0].item_no
    const years = warehouse.mart('collection_years').filter(({ item_no }) => item_no === itemNo)
    const claims = grouped(rows, ({ rank }) => `${rank}`)
    const named = warehouse.mart('collection_claims').filter(({ item_no }) => item_no === itemNo)
    const byName = grouped(named, ({ claim }) => claim)
    return {
      id: id('all-claims'),
      tables: ['collections'],
      finding: `${boundBefore(years.at(-1)?.scope ?? null)}納付${statedFinding(byName.length, byName.filter(({ length }) => length === years.length).length, years.length)}`,
      scope: `債権${byName.length}件を担当課で分けた${claims.length}組の納付額、${yearRange(years[0]?.fiscal_year ?? null, years.at(-1)?.fiscal_year ?? null)}、円。納付額の合計が大きい順。${boundSentence('納付額', years)}`,
      note: joinedNamesNote(warehouse, itemNo),
      table: {
        head: ['債権', '担当課', ...years.map(({ fiscal_year }) => `${bothYears(fiscal_year)} (円)`)],
        rows: [
          ...claims.map((ofClaim) => [
            ofClaim[0].claim,
            ofClaim[0].department,
            ...years.map(({ fiscal_year }) => {
              const row = inYear(ofClaim, fiscal_year)
              return valueCell(page, row, 'amount_yen')
            }),
          ]),
          ['計', '', ...years.map((year) => valueCell(page, year, 'amount_yen'))],
        ],
      },
      source: sourceLines(
        page,
        warehouse.table('collections').filter(({ item_no }) => item_no === itemNo),
      ),
    }
  })
}

/** Claims whose name joins another claim's name with more, in words: they are kept apart as printed. */
function joinedNamesNote(warehouse: Warehouse, itemNo: number): string | undefined {
  const names = warehouse.mart('collection_names').filter(({ item_no }) => item_no === itemNo)
  if (names.length === 0) return undefined
  return names.map(({ claim, part }) => `「${claim}」は「${part}」を含む名前だが、文書のとおり別の債権として数えた。`).join('')
}

/** Of how many claims every year states what was paid. */
function statedFinding(claims: number, inAllYears: number, years: number): string {
  if (years === 1) return `が記載されている債権は${claims}件`
  if (inAllYears === claims) return `は、${claims}件の債権すべてがどの年度にも記載されている`
  const always = 'がすべての年度に記載されている債権は'
  return inAllYears === 0 ? `${always}ない` : `${always}、${claims}件のうち${inAllYears}件`
}
