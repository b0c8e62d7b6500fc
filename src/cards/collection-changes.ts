import { signedYen, WaterfallChart } from '../charts/waterfall-chart.ts'
import { ChangeNumber } from '../evidence/changes.ts'
import { ComputedNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatChange, formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { ClaimNumber, CollectionNumber, type CollectionYear, collectionChange, collectionYears } from './collections.ts'
import { sourceLines } from './item-links.ts'

/** A claim's change on the year before; null where the year does not list it. */
interface ClaimChange {
  item_no: number
  fiscal_year: number
  claim: string
  before_yen: number | null
  amount_yen: number | null
  change_yen: number
  percent: number | null
  rank: number
}

interface Step {
  item_no: number
  fiscal_year: number
  rank: number
  claim: string | null
  claims: number | null
  from_yen: number
  to_yen: number
}

const lastRank = 8
const absent = '記載なし'

function changesOf(page: PageContext, year: CollectionYear): readonly ClaimChange[] {
  const rows = page.warehouse.mart('collection_years_changes') as unknown as readonly ClaimChange[]
  return rows.filter(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year)
}

function stepsOf(page: PageContext, year: CollectionYear): readonly Step[] {
  const rows = page.warehouse.mart('collection_years_steps') as unknown as readonly Step[]
  return rows.filter(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year)
}

/** A claim's amount in one of the two years, or that it is not listed. */
function SideNumber(page: PageContext, change: ClaimChange, side: 'before' | 'now', unit = ''): Html | string {
  const yen = side === 'before' ? change.before_yen : change.amount_yen
  const fiscalYear = side === 'before' ? change.fiscal_year - 1 : change.fiscal_year
  return yen === null ? absent : ClaimNumber(page, { ...change, fiscal_year: fiscalYear, amount_yen: yen }, `${formatNumber(yen)}${unit}`)
}

/** A claim's change with its receipt; a year that does not list it counts as nothing paid, and says so. */
function ClaimChangeNumber(page: PageContext, change: ClaimChange, text: string): Html {
  const isListedTwice = change.before_yen !== null && change.amount_yen !== null
  return ComputedNumber(page, text, {
    formula: `当年度 − 前年度${isListedTwice ? '' : ` (${absent}の年度は納付のないものとする)`}`,
    operands: [
      { name: bothYears(change.fiscal_year - 1), number: html`${SideNumber(page, change, 'before', '円')}` },
      { name: bothYears(change.fiscal_year), number: html`${SideNumber(page, change, 'now', '円')}` },
    ],
    result: `${formatChange(change.change_yen)}円`,
  })
}

function ShareOfChange(page: PageContext, change: ClaimChange, year: CollectionYear): Html | string {
  if (change.percent === null) return noData
  return ComputedNumber(page, `${formatNumber(change.percent, 1)}%`, {
    formula: '債権の増減 ÷ 全体の増減 × 100、小数第1位に丸める',
    operands: [
      { name: change.claim, number: ClaimChangeNumber(page, change, `${formatChange(change.change_yen)}円`) },
      { name: '全体', number: html`${ChangeNumber(page, collectionChange(page, year))}円` },
    ],
    result: `${formatNumber(change.percent, 1)}%`,
  })
}

/** What was collected more or less than the year before: 4,158万円減った. */
export function WholeChangeWords(page: PageContext, year: CollectionYear): Html | undefined {
  if (year.change_yen === null) return undefined
  const change = collectionChange(page, year)
  if (!change.before) return undefined
  const text = formatYen(Math.abs(year.change_yen))
  const number = ComputedNumber(page, text, {
    formula: '当年度 − 前年度',
    operands: [
      { name: bothYears(year.fiscal_year - 1), number: change.before },
      { name: bothYears(year.fiscal_year), number: change.now },
    ],
    result: `${formatChange(year.change_yen)}円`,
  })
  return year.change_yen === 0 ? html`前年度と同じ` : html`前年度より${number}${year.change_yen < 0 ? '減った' : '増えた'}`
}

/** The claim that made most of the change, with its amount and share; nothing where none goes the way of the whole. */
export function MainCause(page: PageContext, year: CollectionYear): Html | undefined {
  const whole = year.change_yen ?? 0
  const cause = changesOf(page, year).find(({ change_yen }) => Math.sign(change_yen) === Math.sign(whole) && whole !== 0)
  if (!cause) return undefined
  return html`${cause.claim}の${ClaimChangeNumber(page, cause, signedYen(cause.change_yen))} (増減の${ShareOfChange(page, cause, year)})`
}

/** 増減の内訳: a waterfall for each year that follows another, and every claim's change in the table. */
export function collectionChangesCards(page: PageContext): Html | undefined {
  const years = collectionYears(page.warehouse).filter((year) => stepsOf(page, year).length > 0)
  return years.length === 0 ? undefined : html`${years.map((year) => ChangesCard(page, year))}`
}

function ChangesCard(page: PageContext, year: CollectionYear): Html {
  const id = `changes-${year.item_no}-${year.fiscal_year}`
  const changes = changesOf(page, year)
  const unlisted = changes.filter(({ before_yen, amount_yen }) => before_yen === null || amount_yen === null)
  const cause = MainCause(page, year)
  return CardSection(page, {
    id,
    tables: ['collections'],
    width: 'half',
    finding: html`${eraYear(year.fiscal_year)}は${WholeChangeWords(page, year)}${cause && html`。最大は${cause}`}`,
    scope: `納付額の前年度からの増減を債権ごとに積み上げたもの、${bothYears(year.fiscal_year - 1)}から${bothYears(year.fiscal_year)}へ、円。増減の大きい順。`,
    chart: (size) =>
      WaterfallChart(
        stepsOf(page, year).map((step) => ({
          name: stepName(step),
          kind: step.rank === 0 || step.rank === lastRank ? 'whole' : 'change',
          fromYen: step.from_yen,
          toYen: step.to_yen,
          href: `#${id}-table`,
        })),
        size,
      ),
    note:
      unlisted.length === 0
        ? undefined
        : `${unlisted.length}件の債権は一方の年度にしか記載がない。記載のない年度は納付のないものとして差を出したが、納付がなかったとは書かれていない。`,
    table: {
      head: ['債権', `${bothYears(year.fiscal_year - 1)} (円)`, `${bothYears(year.fiscal_year)} (円)`, '増減 (円)', '増減に占める割合 (%)'],
      rows: [
        ...changes.map((change) => [
          change.claim,
          { value: change.before_yen, shown: SideNumber(page, change, 'before') },
          { value: change.amount_yen, shown: SideNumber(page, change, 'now') },
          { value: change.change_yen, shown: ClaimChangeNumber(page, change, formatChange(change.change_yen)) },
          { value: change.percent, shown: ShareOfChange(page, change, year) },
        ]),
        totalRow(page, year),
      ],
    },
    source: sourceLines(
      page.warehouse
        .table('collections')
        .filter(({ item_no, fiscal_year }) => item_no === year.item_no && (fiscal_year === year.fiscal_year || fiscal_year === year.fiscal_year - 1)),
    ),
  })
}

function totalRow(page: PageContext, year: CollectionYear) {
  const before = collectionYears(page.warehouse).find(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year - 1)
  return [
    '計',
    { value: before?.amount_yen ?? null, shown: before ? CollectionNumber(page, before, formatNumber(before.amount_yen)) : noData },
    { value: year.amount_yen, shown: CollectionNumber(page, year, formatNumber(year.amount_yen)) },
    { value: year.change_yen, shown: ChangeNumber(page, collectionChange(page, year)) },
    { value: null, shown: '' },
  ]
}

function stepName({ rank, claim, claims, fiscal_year }: Step): string {
  if (rank === 0) return eraYear(fiscal_year - 1)
  if (rank === lastRank) return eraYear(fiscal_year)
  return claim ?? `その他${claims}件`
}
