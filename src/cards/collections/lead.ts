import { ChangeWords } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { NamedIn, YearName } from '../../evidence/sentences.ts'
import { phrase, Together, type Words } from '../../markup/html.ts'
import { OtherBoundNote } from '../bounds.ts'
import { Yen } from '../effects/effects.ts'
import { MainCause, WholeChangeWords } from './changes.ts'
import { type CollectionYear, latestCollection } from './collections.ts'

/** What was collected and why it changed, in two sentences; that nothing is said of it where that is so. */
export function collectionsLead(page: PageContext): Words {
  const latest = latestCollection(page.warehouse)
  if (!latest) return 'この文書には、債権ごとの納付額の記述がない。'
  const cause = MainCause(page, latest)
  const percent = ChangeWords(page, page.fact(latest, 'change_percent'))
  const change = latest.change_yen !== null && phrase`で、${WholeChangeWords(page, latest)}${percent && phrase` ${Together(phrase`(${percent})`)}`}`
  const bound = latest.scope !== null && phrase`${NamedIn(page, latest, 'scope')}の`
  return [
    phrase`${bound}納付額は${YearName(latest)}に${Yen(page, page.fact(latest, 'amount_yen'))}${change}。`,
    cause && phrase`増減の中で最も大きいのは${cause}。`,
    OtherBoundNote(page, latest),
    isUnexplained(latest) && '増減の理由は文書に書かれていない。',
  ]
}

/** Whether what was collected changed and no sentence of its item says why. */
export function isUnexplained({ change_yen, says_why }: CollectionYear): boolean {
  return change_yen !== null && !says_why
}
