import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { changeInWords } from '../../format/numbers.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html, phrase, Together } from '../../markup/html.ts'
import { boundBefore, otherBoundNote } from '../bounds.ts'
import { Yen } from '../effects/effects.ts'
import { MainCause, WholeChangeWords } from './changes.ts'
import { latestCollection } from './collections.ts'

/** What was collected and why it changed, in two sentences; that nothing is said of it where that is so. */
export function collectionsLead(page: PageContext): Html {
  const latest = latestCollection(page.warehouse)
  if (!latest) return html`<p class="lead">この文書には、債権ごとの納付額の記述がない。</p>`
  const cause = MainCause(page, latest)
  const percent = page.fact(latest, 'change_percent')
  const change =
    latest.change_yen !== null &&
    phrase`で、${WholeChangeWords(page, latest)}${percent && phrase` ${Together(phrase`(${FactNumber(page, percent, changeInWords(percent.value))})`)}`}`
  return html`<p class="lead">${boundBefore(latest.scope)}納付額は${eraYear(latest.fiscal_year)}に${Yen(page, page.fact(latest, 'amount_yen'))}${change}。${cause && phrase`増減の中で最も大きいのは${cause}。`}${otherBoundNote(latest)}${change && !latest.says_why && '増減の理由は文書に書かれていない。'}</p>`
}
