import { ClaimSharesChart } from '../charts/claim-shares-chart.ts'
import { SumNumber } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import {
  ClaimNumber,
  type ClaimYearRow,
  CollectionNumber,
  type CollectionYear,
  claimHref,
  claimYears,
  collectionYears,
  YearTotalNumber,
} from './collections.ts'
import { sourceLines } from './item-links.ts'

/** One of the largest claims, or the rest together (claim null), in a year. */
interface ShareRow {
  item_no: number
  rank: number
  claim: string | null
  fiscal_year: number
  amount_yen: number
  claims: number
  year_yen: number
  percent: number
}

const restName = 'その他の債権'

function GroupNumber(page: PageContext, row: ShareRow, text = formatNumber(row.amount_yen)): Html {
  if (row.claim !== null) return ClaimNumber(page, { ...row, claim: row.claim }, text)
  const operands = claimYears(page.warehouse)
    .filter(({ item_no, fiscal_year, rank }) => item_no === row.item_no && fiscal_year === row.fiscal_year && rank >= row.rank)
    .map((claim) => ({ name: claim.claim, number: ClaimNumber(page, claim, `${formatNumber(claim.amount_yen)}円`) }))
  return SumNumber(page, text, row.amount_yen, '円', operands, 'その他の債権の納付額の合計')
}

function GroupShare(page: PageContext, row: ShareRow): Html {
  return ComputedNumber(page, `${formatNumber(row.percent, 1)}%`, {
    formula: '債権の納付額 ÷ 年度の納付額 × 100、小数第1位に丸める',
    operands: [
      { name: row.claim ?? restName, number: GroupNumber(page, row, `${formatNumber(row.amount_yen)}円`) },
      {
        name: bothYears(row.fiscal_year),
        number: YearTotalNumber(page, { item_no: row.item_no, fiscal_year: row.fiscal_year, amount_yen: row.year_yen }),
      },
    ],
    result: `${formatNumber(row.percent, 1)}%`,
  })
}

/** 大きい債権とその他: the three largest claims against all others, by year. */
export function largestClaimsCard(page: PageContext): Html | undefined {
  const all = page.warehouse.mart('collection_years_by_share') as unknown as readonly ShareRow[]
  return html`${byItem(all, (unsorted, id) => {
    const rows = [...unsorted].sort((a, b) => a.rank - b.rank || a.fiscal_year - b.fiscal_year)
    const years = [...new Set(rows.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b)
    const largest = rows.filter(({ rank }) => rank === 1)
    const [first, last] = [largest[0], largest.at(-1)] as [ShareRow, ShareRow]
    return CardSection(page, {
      id: id('largest-claims'),
      tables: ['collections'],
      width: 'half',
      finding: html`最も大きい${first.claim}の割合は${eraYear(first.fiscal_year)}に${GroupShare(page, first)}${last !== first && html`、${eraYear(last.fiscal_year)}に${GroupShare(page, last)}`}`,
      scope: `納付額が全年度の合計で大きい${new Set(rows.flatMap(({ claim }) => claim ?? [])).size}件の債権とその他、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円と年度の納付額に占める割合 (%)。`,
      chart: (size) =>
        ClaimSharesChart(
          rows.map((row) => ({
            claim: row.claim ?? restName,
            fiscalYear: row.fiscal_year,
            yen: row.amount_yen,
            percent: row.percent,
            href: row.claim === null ? `#${id('largest-claims')}-table` : claimHref(page, { ...row, claim: row.claim }, `#${id('largest-claims')}-table`),
          })),
          size,
        ),
      table: {
        head: ['債権', ...years.flatMap((year) => [`${bothYears(year)} (円)`, `${eraYear(year)}の割合 (%)`])],
        rows: [...new Set(rows.map(({ claim }) => claim))].map((claim) => [
          claim ?? restName,
          ...years.flatMap((year) => {
            const row = rows.find((other) => other.claim === claim && other.fiscal_year === year)
            return [
              { value: row?.amount_yen ?? null, shown: row ? GroupNumber(page, row) : noData },
              { value: row?.percent ?? null, shown: row ? GroupShare(page, row) : noData },
            ]
          }),
        ]),
      },
      source: sourceLines(page.warehouse.table('collections').filter(({ item_no }) => item_no === first.item_no)),
    })
  })}`
}

/** 全債権: every claim of every department by year; a year that does not list it says so. */
export function allClaimsCard(page: PageContext): Html | undefined {
  return html`${byItem(claimYears(page.warehouse), (claims, id) => {
    const itemNo = (claims[0] as ClaimYearRow).item_no
    const rows = page.warehouse.table('collections').filter(({ item_no }) => item_no === itemNo)
    const years = collectionYears(page.warehouse).filter(({ item_no }) => item_no === itemNo)
    const pairs = new Map(
      [...new Set(claims.map(({ claim }) => claim))].flatMap((claim) =>
        rows.filter((row) => row.claim === claim).map((row) => [`${row.claim}\t${row.department}`, { claim, department: row.department }] as const),
      ),
    )
    const everyYear = [...pairs.values()].filter((pair) => years.every(({ fiscal_year }) => rows.some((row) => isOf(row, pair, fiscal_year)))).length
    return CardSection(page, {
      id: id('all-claims'),
      tables: ['collections'],
      finding: html`債権は全${pairs.size}件。すべての年度に記載があるのは${everyYear}件`,
      scope: `債権と担当課の組ごとの納付額、${yearRange(years[0]?.fiscal_year ?? null, years.at(-1)?.fiscal_year ?? null)}、円。納付額の合計が大きい順。${noData}はその年度に記載がないこと。`,
      note: joinedNamesNote(page, itemNo),
      table: {
        head: ['債権', '担当課', ...years.map(({ fiscal_year }) => `${bothYears(fiscal_year)} (円)`)],
        rows: [
          ...[...pairs.values()].map((pair) => [
            pair.claim,
            pair.department,
            ...years.map(({ fiscal_year }) => {
              const row = rows.find((other) => isOf(other, pair, fiscal_year))
              return { value: row?.amount_yen ?? null, shown: row ? ReadNumber(page, formatNumber(row.amount_yen), row, row.amount_yen) : noData }
            }),
          ]),
          ['計', '', ...years.map((year: CollectionYear) => ({ value: year.amount_yen, shown: CollectionNumber(page, year, formatNumber(year.amount_yen)) }))],
        ],
      },
      source: sourceLines(rows),
    })
  })}`
}

function isOf(
  row: { claim: string; department: string; fiscal_year: number },
  { claim, department }: { claim: string; department: string },
  fiscalYear: number,
): boolean {
  return row.claim === claim && row.department === department && row.fiscal_year === fiscalYear
}

/** Claims whose name joins another claim's name with more, in words: they are kept apart as printed. */
function joinedNamesNote(page: PageContext, itemNo: number): string | undefined {
  const names = (page.warehouse.mart('collection_names') as unknown as readonly { item_no: number; claim: string; part: string }[]).filter(
    ({ item_no }) => item_no === itemNo,
  )
  if (names.length === 0) return undefined
  return names.map(({ claim, part }) => `「${claim}」は「${part}」を含む名前だが、文書のとおり別の債権として数えた。`).join('')
}
