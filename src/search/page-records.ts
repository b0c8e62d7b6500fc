import { amountPattern, yenOf } from '../../loaders/vocabulary/amounts.ts'
import type { RecordFigure, SearchRecord } from './record.ts'

/** A drawn page with its cards in words. */
interface PageCards {
  path: string
  cards: readonly { id: string; finding: string; scope: string }[]
}

/** The cards of pages that can be found: what each finds, and of what. */
export function pageRecords(pages: readonly PageCards[]): SearchRecord[] {
  return pages.flatMap(({ path, cards }) =>
    cards.map(({ id, finding, scope }) => {
      const text = `${finding}。${scope}`
      return { href: `${path.slice(1)}.html#${id}`, kind: '図表', item: '', year: '', departments: [], text, figures: amountsIn(text) }
    }),
  )
}

const amount = new RegExp(amountPattern, 'g')

/** The amounts that the words of a card name, as rounded there. */
function amountsIn(text: string): RecordFigure[] {
  return [...text.matchAll(amount)].flatMap(({ 0: words, index }) => {
    const yen = yenOf(words)
    return yen === undefined ? [] : [{ start: index, end: index + words.length, value: yen, yen }]
  })
}
