import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn, CountOf } from '../../evidence/sentences.ts'
import { type Phrase, phrase, type Words } from '../../markup/html.ts'
import { ItemsThatDiffer } from '../checks/checks.ts'
import { openAmountSentence } from '../checks/open-amounts.ts'
import { ComparableSentence, PartsSentence } from '../effects/comparison.ts'
import { openEffectsNote } from '../effects/open.ts'
import { RatingCounts } from '../ratings/ratings.ts'

/** The plan in a few sentences, each left out where the plan has nothing to say on it. */
export function overviewLead(page: PageContext): Words {
  return [ComparableSentence(page), PartsSentence(page), ratingSentence(page), checkSentence(page), openAmountSentence(page), openEffectsNote(page)]
}

function ratingSentence(page: PageContext): Phrase | undefined {
  if (page.warehouse.mart('rating_counts').length === 0) return undefined
  return phrase`${CountOf(page.warehouse.table('items'))}項目の評価は${RatingCounts(page)}。`
}

function checkSentence(page: PageContext): Phrase | undefined {
  const totals = page.warehouse.checkTotals
  const pairs = (column: 'compared' | 'differs') => phrase`${CountIn(page, totals, column, '/checks.html')}組`
  if (totals.compared === 0) return undefined
  return totals.differs === 0
    ? phrase`文書の中の数字${pairs('compared')}を突き合わせ、すべて一致した。`
    : phrase`文書の中の数字${pairs('compared')}を突き合わせ、${pairs('differs')}${ItemsThatDiffer(page)}が一致しない。`
}
