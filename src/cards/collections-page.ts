import { PercentNumber } from '../evidence/changes.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatYen } from '../format/numbers.ts'
import { eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { collectionChangesCards, MainCause, WholeChangeWords } from './collection-changes.ts'
import { allClaimsCard, largestClaimsCard } from './collection-claims.ts'
import { departmentsCard } from './collection-departments.ts'
import { CollectionNumber, collectionChange, collectionYears } from './collections.ts'
import type { Slot } from './slot.ts'

/** What was collected and why it changed, in two sentences; that nothing is said of it where that is so. */
function collectionsLead(page: PageContext): Html {
  const latest = collectionYears(page.warehouse).at(-1)
  if (!latest) return html`<p class="lead">この文書には、債権ごとの納付額の記述がない。</p>`
  const cause = MainCause(page, latest)
  return html`<p class="lead">滞納整理で納付されたのは${eraYear(latest.fiscal_year)}に${CollectionNumber(page, latest, formatYen(latest.amount_yen))}${latest.change_yen !== null && html`で、${WholeChangeWords(page, latest)} (${PercentNumber(page, collectionChange(page, latest))})`}。${cause && html`増減の中で最も大きいのは${cause}。`}</p>`
}

/** The slots of the page 収納. */
export const collectionsSlots: Readonly<Record<string, Slot>> = {
  'collections-lead': collectionsLead,
  departments: departmentsCard,
  'largest-claims': largestClaimsCard,
  'collection-changes': collectionChangesCards,
  'all-claims': allClaimsCard,
}
