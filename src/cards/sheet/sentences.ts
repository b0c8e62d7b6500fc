import { ChangeWords, FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn, CountOf, SumOfYears, YearName } from '../../evidence/sentences.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { ItemsThatDiffer } from '../checks/checks.ts'
import { hasOnlyDonations } from '../effects/comparison.ts'
import { comparableYears, latestOf, partsOf, Yen, yearsOf } from '../effects/effects.ts'
import { RatingCounts } from '../ratings/ratings.ts'

/** The plan in three sentences: what it came to, how it was rated and what can be held against a target, and whether its numbers agree. */
export function threeSentences(page: PageContext): Phrase[] {
  return [EffectSentence(page), RatingSentence(page), CheckSentence(page)]
}

function EffectSentence(page: PageContext): Phrase {
  const { warehouse } = page
  const all = latestOf(warehouse, 'all')
  if (!all) return phrase`この文書には、合計できる金額の効果がない。`
  const total = phrase`効果額は${SumOfYears(yearsOf(warehouse, 'all'))}${Yen(page, page.fact(all, 'cumulative_yen'))}`
  const latest = comparableYears(warehouse).at(-1)
  if (hasOnlyDonations(warehouse)) return phrase`${total}で、すべて寄附の受入。`
  if (!latest) return phrase`${total}で、年度を通して同じ内容で比べられる効果はない。`
  const isPart = partsOf(warehouse).length > 1
  const part = isPart && phrase`、うち同じ内容で比べられる効果は${Yen(page, page.fact(latest, 'cumulative_yen'))}`
  const change = ChangeWords(page, page.fact(latest, 'change_percent'))
  return phrase`${total}${part}${change && phrase`${isPart ? 'で' : ''}、${YearName(latest)}は前年度より${change}`}。`
}

function RatingSentence(page: PageContext): Phrase {
  const { warehouse } = page
  const all = warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
  const compared = all && phrase`数値目標と比べられるのは${FactNumber(page, page.fact(all, 'with_compared'))}項目`
  if (warehouse.mart('rating_counts').length === 0) return phrase`この文書には、評価のついた項目がない。`
  return phrase`${CountOf(warehouse.table('items'))}項目の評価は${RatingCounts(page)}${compared && phrase`で、${compared}`}。`
}

function CheckSentence(page: PageContext): Phrase {
  const totals = page.warehouse.checkTotals
  if (totals.compared === 0) return phrase`この文書には、突き合わせられる数字の組がない。`
  const compared = phrase`文書の中の数字${CountIn(page, totals, 'compared', '/checks.html')}組を突き合わせ、`
  if (totals.differs === 0) return phrase`${compared}すべて一致した。`
  return phrase`${compared}${CountIn(page, totals, 'differs', '/checks.html#differences')}組${ItemsThatDiffer(page)}が一致しない。`
}
