import type { Warehouse } from '../../data/warehouse.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatYen } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import { CumulativeEffectNumber, effectKinds } from '../effects.ts'
import { itemsByRating, RatingCount } from '../ratings.ts'

/** The plan in a few sentences, each left out where the plan has nothing to say on it. */
export function leadSentences(page: PageContext): Html {
  return html`<p class="lead">${effectSentence(page)}${ratingSentence(page)}${checkSentence(page)}</p>`
}

function effectSentence(page: PageContext): Html | undefined {
  const last = (kind: string) =>
    effectKinds(page.warehouse)
      .filter((row) => row.kind === kind)
      .at(-1)
  const number = (row: ReturnType<typeof last>) => row && CumulativeEffectNumber(page, row, formatYen(row.cumulative_yen))
  const [all, donation, saving] = [last('all'), last('donation'), last('saving')]
  if (!all) return undefined
  if (!donation || !saving) return html`効果額は合わせて${number(all)}。`
  return html`効果額は合わせて${number(all)}。ただし${number(donation)}は寄附の受入額で、節減・増収は${number(saving)}。`
}

function ratingSentence(page: PageContext): Html | undefined {
  const ratings = itemsByRating(page.warehouse)
  if (ratings.length === 0) return undefined
  return html`${page.warehouse.table('items').length}項目の評価は${ratings.map((rating, index) => html`${index > 0 && '、'}${rating.rating}が${RatingCount(page, rating)}件`)}。`
}

function checkSentence(page: PageContext): Html | undefined {
  const { compared, differs } = checkTotals(page.warehouse)
  if (compared === 0) return undefined
  return differs === 0
    ? html`文書の中の数字<a href="/checks.html">${compared}組</a>を突き合わせ、すべて一致した。`
    : html`文書の中の数字<a href="/checks.html">${compared}組</a>を突き合わせ、<a href="/checks.html">${differs}組</a>が食い違う。`
}

/** How many pairs of numbers were compared, and how many differ. */
export function checkTotals(warehouse: Warehouse): { compared: number; differs: number } {
  const counts = warehouse.mart('check_counts').filter(({ compares }) => compares === true) as unknown as readonly { agrees: number; differs: number }[]
  const differs = counts.reduce((sum, row) => sum + row.differs, 0)
  return { compared: counts.reduce((sum, row) => sum + row.agrees + row.differs, 0), differs }
}
