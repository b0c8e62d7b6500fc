import type { PageContext } from '../../evidence/page-context.ts'
import type { Words } from '../../markup/html.ts'
import { ComparableSentence, PartsSentence } from './comparison.ts'
import { latestOf } from './effects.ts'
import { openEffectsNote } from './open.ts'

/** What can be compared, what all effects came to, and of which parts; says so where the document states none. */
export function effectsLead(page: PageContext): Words {
  const open = openEffectsNote(page)
  if (!latestOf(page.warehouse, 'all')) return open ?? 'この文書には、金額で示された効果がない。'
  return [ComparableSentence(page), PartsSentence(page, true), open]
}
