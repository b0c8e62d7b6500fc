import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn, CountOf, Sentence } from '../../evidence/sentences.ts'
import { notStated } from '../../format/nothing-words.ts'
import { type Html, html, type Phrase, phrase } from '../../markup/html.ts'
import { openAmountSentence } from '../checks/open-amounts.ts'
import { latestCollection } from '../collections/collections.ts'
import { isUnexplained } from '../collections/lead.ts'
import { silentMatters } from '../effects/definitions.ts'
import { openEffectsNote } from '../effects/open.ts'
import { scaleNote } from '../ratings/ratings.ts'

/** What the document does not say, and what of it is in no sum because it was not understood, a line each. */
export function Unstated(page: PageContext): Html {
  const sentences = [EffectWords(page), scaleNote(page), TargetWords(page), CollectionWords(page), MissingWords(page)]
  const unread = [openAmountSentence(page), openEffectsNote(page)].filter((words) => words !== undefined)
  return html`<section class="sheet-part sheet-unstated" aria-labelledby="sheet-unstated">
<h2 id="sheet-unstated">文書に書かれていないこと${unread.length > 0 && '、読み取れていないこと'}</h2>
<ul>${[...sentences, ...unread].flatMap((words) => (words ? [html`<li>${Sentence(page, words)}</li>`] : []))}</ul>
</section>`
}

function EffectWords(page: PageContext): string | undefined {
  const silent = silentMatters(page)
  return silent.length > 0 ? `効果額の${silent.join('、')}は${notStated}。` : undefined
}

/** Of how many items nothing can be held against a target. */
function TargetWords({ warehouse }: PageContext): Phrase | undefined {
  const without = warehouse.mart('rating_support').filter(({ compared }) => compared === 0)
  return without.length > 0 ? phrase`${CountOf(without, '/ratings.html#support')}項目では、実績と比べられる数値目標が書かれていない。` : undefined
}

function CollectionWords(page: PageContext): string | undefined {
  const latest = latestCollection(page.warehouse)
  return latest && isUnexplained(latest) ? `使用料等の納付額が増減した理由は${notStated}。` : undefined
}

function MissingWords(page: PageContext): Phrase | undefined {
  const totals = page.warehouse.checkTotals
  if (totals.missing_causes === 0) return undefined
  return phrase`あるはずのものが見つからない箇所が${CountIn(page, totals, 'missing_causes', '/checks.html#missing')}か所ある。`
}
