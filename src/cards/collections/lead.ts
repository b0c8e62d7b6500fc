import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html, phrase } from '../../markup/html.ts'
import { Yen } from '../effects/effects.ts'
import { MainCause, WholeChangeWords } from './changes.ts'
import { latestCollection } from './collections.ts'

/** What was collected and why it changed, in two sentences; that nothing is said of it where that is so. */
export function collectionsLead(page: PageContext): Html {
  const latest = latestCollection(page.warehouse)
  if (!latest) return html`<p class="lead">この文書には、債権ごとの納付額の記述がない。</p>`
  const cause = MainCause(page, latest)
  const change = latest.change_yen !== null && phrase`で、${WholeChangeWords(page, latest)} (${FactNumber(page, page.fact(latest, 'change_percent'))})`
  return html`<p class="lead">滞納整理で納付されたのは${eraYear(latest.fiscal_year)}に${Yen(page, page.fact(latest, 'amount_yen'))}${change}。${cause && phrase`増減の中で最も大きいのは${cause}。`}</p>`
}
