import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn, CountOf, ReadCount } from '../../evidence/sentences.ts'
import { Link, type Phrase, phrase, type Words } from '../../markup/html.ts'
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
    : phrase`文書の中の数字${pairs('compared')}を突き合わせ、${pairs('differs')}が一致しない。`
}

function openAmountSentence(page: PageContext): Phrase | undefined {
  if (page.warehouse.readCounts.amounts.open === 0) return undefined
  const open = Link('/checks.html#open-amounts', phrase`${ReadCount(page, ({ amounts }) => amounts.open)}個`)
  return phrase`読めていない金額の数字が${open}あり、合計には含まれていない。`
}
