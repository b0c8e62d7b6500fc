import type { Warehouse } from '../../data/warehouse.ts'
import { ChangeWords, FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { SumOfYears, YearName } from '../../evidence/sentences.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { commonYenUnit } from '../../format/yen-units.ts'
import { joinWords, type Phrase, phrase } from '../../markup/html.ts'
import { ItemNos } from '../item-links.ts'
import {
  type Comparison,
  type ComparisonYear,
  comparableYears,
  comparisonWords,
  itemsOf,
  latestOf,
  latestParts,
  partsOf,
  Yen,
  YenIn,
  yearsOf,
} from './effects.ts'

/** Years that a sentence names at most, the last ones. */
const mostYears = 3

const nothingComparable = '年度を通して同じ内容の効果はなく、増減は比べられない'

const onlyDonations = '効果額はすべて寄附の受入'

/** Whether the document states no effect but donations. */
export function hasOnlyDonations(warehouse: Warehouse): boolean {
  return partsOf(warehouse).every((part) => part === 'donation')
}

/** What can be compared: how it went over the years, and how the last year lies to the one before; says so where nothing can be. */
export function ComparableSentence(page: PageContext): Phrase | undefined {
  const { warehouse } = page
  const years = comparableYears(warehouse)
  const latest = years.at(-1)
  if (!latest) return latestOf(warehouse, 'all') && phrase`${hasOnlyDonations(warehouse) ? onlyDonations : nothingComparable}。`
  if (years.length < 2) return undefined
  const caution = lastingCaution(page)
  const subject = partsOf(warehouse).length > 1 ? phrase`同じ内容で比べられる効果 (${ItemCount(page, latest)}) ` : '効果額'
  return phrase`${subject}は${AmountsOfYears(page, years.slice(-mostYears))}${LastChange(page, latest, '。')}。${caution && `ただし、${caution}`}`
}

/** How many items make up a part: 4項目. */
function ItemCount(page: PageContext, year: ComparisonYear): Phrase {
  return phrase`${FactNumber(page, page.fact(year, 'items'))}項目`
}

/** Amounts of years in one unit: 令和2年度1.65億円、令和3年度1.54億円、令和4年度0.84億円. */
function AmountsOfYears(page: PageContext, years: readonly ComparisonYear[]): Phrase {
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen ?? 0))
  return joinWords(
    years.map((year) => phrase`${YearName(year)}${YenIn(page, unit, page.fact(year, 'amount_yen'))}`),
    '、',
  )
}

/** How the last year lies to the one before, led by words: 。令和4年度は前年度より45.8%減で、4項目すべてが減った. */
function LastChange(page: PageContext, year: ComparisonYear, lead: string): Phrase | undefined {
  const change = ChangeWords(page, page.fact(year, 'change_percent'))
  return change && phrase`${lead}${YearName(year)}は前年度より${change}${DirectionOfItems(page, year)}`
}

/** How many of several items rose and fell. */
function DirectionOfItems(page: PageContext, year: ComparisonYear): Phrase | undefined {
  const { items, risen_items, fallen_items } = year
  if (items < 2) return undefined
  const counted = (column: 'risen_items' | 'fallen_items') => phrase`${FactNumber(page, page.fact(year, column))}項目`
  if (fallen_items === items) return phrase`で、${counted('fallen_items')}すべてが減った`
  if (risen_items === items) return phrase`で、${counted('risen_items')}すべてが増えた`
  return phrase` (増えたのは${counted('risen_items')}、減ったのは${counted('fallen_items')})`
}

/** That even what can be compared may be for once, where the document does not say; undefined where nothing can be compared. */
function lastingCaution({ warehouse }: PageContext): string | undefined {
  const isSaid = warehouse.mart('effect_remarks').some(({ matter }) => matter === 'lasting')
  return isSaid || comparableYears(warehouse).length === 0 ? undefined : '一過性か恒常かは文書に記載なし。'
}

/** The same as a sentence of its own, which says of what: 同じ内容の効果も、一過性か恒常かは文書に記載なし. */
export function LastingCaution(page: PageContext): string | undefined {
  const caution = lastingCaution(page)
  return caution && `${partsOf(page.warehouse).length > 1 ? '同じ内容の効果も、' : '効果額が'}${caution}`
}

/** All effects of all years, and their parts; with shares in percent where asked for. */
export function PartsSentence(page: PageContext, withShares = false): Phrase | undefined {
  const { warehouse } = page
  const all = latestOf(warehouse, 'all')
  if (!all) return undefined
  const parts = latestParts(warehouse).reverse()
  const sum = SumOfYears(yearsOf(warehouse, 'all'))
  if (parts.length === 1) return phrase`効果額は${sum}${Yen(page, page.fact(all, 'cumulative_yen'))}。`
  const unit = commonYenUnit([all, ...parts].map(({ cumulative_yen }) => cumulative_yen ?? 0))
  const total = (year: ComparisonYear) => YenIn(page, unit, page.fact(year, 'cumulative_yen'))
  const share = (fact: NumberFact | undefined) => withShares && phrase` (${FactNumber(page, fact)})`
  const words = parts.map((part) => phrase`${PartName(page, part)}が${total(part)}${share(page.fact(part, 'cumulative_share_percent'))}`)
  return phrase`効果額は${sum}${total(all)}。内訳は${joinWords(words, '、')}。`
}

/** A part by its name: what varies with the items that it is of. */
function PartName(page: PageContext, { comparison }: ComparisonYear): Phrase {
  const items = itemsOf(page.warehouse, comparison as Comparison)
  const isFew = comparison === 'varying' && items.length <= 3
  return phrase`${comparisonWords[comparison]}${isFew && phrase` (${ItemNos(page, items)}) `}`
}

/** What can be compared in the last year with its change, as the head of a card; the whole where nothing can be. */
export function ComparableFinding(page: PageContext): Phrase {
  const { warehouse } = page
  const years = comparableYears(warehouse)
  const latest = years.at(-1)
  if (!latest) return phrase`${hasOnlyDonations(warehouse) ? onlyDonations : nothingComparable}`
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen ?? 0))
  const change = ChangeWords(page, page.fact(latest, 'change_percent'))
  const amount = YenIn(page, unit, page.fact(latest, 'amount_yen'))
  return phrase`${partsOf(warehouse).length > 1 ? '同じ内容で比べられる効果' : '効果額'}は${YearName(latest)}に${amount}${change && phrase`、前年度より${change}`}`
}
