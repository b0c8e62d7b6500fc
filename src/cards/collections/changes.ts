import { unlistedClaim } from '../../../loaders/warehouse/marts/collections.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { signedYen, WaterfallChart } from '../../charts/waterfall-chart.ts'
import { FactNumber, factCell, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { NamedIn } from '../../evidence/sentences.ts'
import { formatYen } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import { boundBefore, boundSentence, OtherBoundNote } from '../bounds.ts'
import { type Card, notesOf } from '../card.ts'
import { sourceLines } from '../item-links.ts'
import type { CollectionYear } from './collections.ts'

type ClaimChange = MartRow<'collection_years_changes'>
type Step = MartRow<'collection_years_steps'>

const lastRank = 8

/** What was collected more or less than the year before: 前年度より4,158万円減った; undefined without a year before. */
export function WholeChangeWords(page: PageContext, year: CollectionYear): Phrase | undefined {
  if (year.change_yen === null) return undefined
  if (year.change_yen === 0) return phrase`前年度と同じ`
  const number = FactNumber(page, page.fact(year, 'change_yen'), formatYen(Math.abs(year.change_yen)))
  return phrase`前年度より${number}${year.change_yen < 0 ? '減った' : '増えた'}`
}

/** The claim that made most of the change, with its amount and share; nothing where none goes the way of the whole. */
export function MainCause(page: PageContext, year: CollectionYear): Phrase | undefined {
  const cause = ofYear(page.warehouse.mart('collection_years_changes'), year).find(({ cause_rank }) => cause_rank === 1)
  if (!cause) return undefined
  const change = FactNumber(page, page.fact(cause, 'change_yen'), signedYen(cause.change_yen))
  const share = page.fact(cause, 'percent')
  const isPart = share !== undefined && share.value <= 100
  return phrase`${NamedIn(page, cause, 'claim')}の${change}${isPart && phrase` (増減の${FactNumber(page, share)})`}`
}

/** 増減の内訳: a waterfall for each year that follows another, and every claim's change in the table. */
export function collectionChangesCards(page: PageContext): Card[] {
  return page.warehouse
    .mart('collection_years')
    .filter(({ change_yen }) => change_yen !== null)
    .map((year) => ChangesCard(page, year))
}

function ChangesCard(page: PageContext, year: CollectionYear): Card {
  const { warehouse } = page
  const id = `changes-${year.item_no}-${year.fiscal_year}`
  const changes = ofYear(warehouse.mart('collection_years_changes'), year)
  const steps = ofYear(warehouse.mart('collection_years_steps'), year)
  const cause = MainCause(page, year)
  return {
    id,
    tables: ['collections'],
    width: 'half',
    finding: phrase`${eraYear(year.fiscal_year)}の${boundBefore(year.scope)}納付額は${WholeChangeWords(page, year)}${cause && phrase`。最大は${cause}`}`,
    scope: `納付額の前年度からの増減を債権ごとに積み上げたもの、${bothYears(year.fiscal_year - 1)}から${bothYears(year.fiscal_year)}へ、円。増減の大きい順。${boundSentence('納付額', bothOf(warehouse.mart('collection_years'), year))}`,
    chart: (size) =>
      WaterfallChart(
        steps.map((step) => ({
          name: stepName(step),
          kind: step.rank === 0 || step.rank === lastRank ? 'whole' : 'change',
          fromYen: step.from_yen,
          toYen: step.to_yen,
          href: `#${id}-table`,
        })),
        size,
      ),
    note: notesOf(OtherBoundNote(page, year), unlistedNote(changes)),
    table: {
      head: ['債権', `${bothYears(year.fiscal_year - 1)} (円)`, `${bothYears(year.fiscal_year)} (円)`, '増減 (円)', '増減に占める割合 (%)'],
      rows: [
        ...changes.map((change) => [
          change.claim,
          listedCell(page, change, 'before_yen'),
          listedCell(page, change, 'amount_yen'),
          valueCell(page, change, 'change_yen'),
          valueCell(page, change, 'percent'),
        ]),
        ['計', valueCell(page, year, 'previous_yen'), valueCell(page, year, 'amount_yen'), valueCell(page, year, 'change_yen'), { value: null, shown: '' }],
      ],
    },
    source: sourceLines(page, bothOf(warehouse.table('collections'), year)),
  }
}

function ofYear<T extends { item_no: number; fiscal_year: number }>(rows: readonly T[], year: CollectionYear): T[] {
  return rows.filter(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year)
}

/** The rows of a year and of the year before. */
function bothOf<T extends { item_no: number; fiscal_year: number }>(rows: readonly T[], year: CollectionYear): T[] {
  return rows.filter(({ item_no, fiscal_year }) => item_no === year.item_no && (fiscal_year === year.fiscal_year || fiscal_year === year.fiscal_year - 1))
}

/** A claim's amount in one of the two years, or that it is not listed. */
function listedCell(page: PageContext, change: ClaimChange, column: 'before_yen' | 'amount_yen'): Cell {
  const fact = page.fact(change, column)
  return fact ? factCell(page, fact) : { value: null, shown: unlistedClaim.words }
}

function unlistedNote(changes: readonly ClaimChange[]): string | undefined {
  const unlisted = changes.filter(({ before_yen, amount_yen }) => before_yen === null || amount_yen === null)
  if (unlisted.length === 0) return undefined
  return `${unlisted.length}件の債権は一方の年度にしか記載がない。記載のない年度は納付のないものとして差を出したが、納付がなかったとは書かれていない。`
}

function stepName({ rank, claim, claims, fiscal_year }: Step): string {
  if (rank === 0) return eraYear(fiscal_year - 1)
  if (rank === lastRank) return eraYear(fiscal_year)
  return claim ?? `その他${claims}件`
}
