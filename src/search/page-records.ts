import type { SearchRecord } from './record.ts'

/** A drawn page with its cards in words. */
interface PageCards {
  path: string
  cards: readonly { id: string; finding: string; scope: string }[]
}

/** The cards of pages that can be found: what each finds, and of what. */
export function pageRecords(pages: readonly PageCards[]): SearchRecord[] {
  return pages.flatMap(({ path, cards }) =>
    cards.map(({ id, finding, scope }) => ({
      href: `${path.slice(1)}.html#${id}`,
      kind: '図表',
      item: '',
      year: '',
      departments: [],
      text: `${finding}。${scope}`,
      figures: [],
    })),
  )
}
