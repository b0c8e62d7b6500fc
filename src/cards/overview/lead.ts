import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html, Link, type Phrase, phrase } from '../../markup/html.ts'
import { ComparableSentence, PartsSentence } from '../effects/comparison.ts'
import { openEffectsNote } from '../effects/open.ts'
import { RatingCounts } from '../ratings/ratings.ts'

/** The plan in a few sentences, each left out where the plan has nothing to say on it. */
export function overviewLead(page: PageContext): Html {
  return html`<p class="lead">${ComparableSentence(page)}${PartsSentence(page)}${ratingSentence(page)}${checkSentence(page)}${openAmountSentence(page)}${openEffectsNote(page)}</p>`
}

function ratingSentence(page: PageContext): Phrase | undefined {
  if (page.warehouse.mart('rating_counts').length === 0) return undefined
  return phrase`${page.warehouse.table('items').length}項目の評価は${RatingCounts(page)}。`
}

function checkSentence({ warehouse }: PageContext): Phrase | undefined {
  const { compared, differs } = warehouse.checkTotals
  if (compared === 0) return undefined
  const pairs = (count: number) => Link('/checks.html', `${count}組`)
  return differs === 0
    ? phrase`文書の中の数字${pairs(compared)}を突き合わせ、すべて一致した。`
    : phrase`文書の中の数字${pairs(compared)}を突き合わせ、${pairs(differs)}が一致しない。`
}

function openAmountSentence({ warehouse }: PageContext): Phrase | undefined {
  const { open } = warehouse.readCounts.amounts
  return open > 0 ? phrase`読めていない金額の数字が${Link('/checks.html#open-amounts', `${formatNumber(open)}個`)}あり、合計には含まれていない。` : undefined
}
