import { firstAtLeast } from '../document/rising.ts'
import type { Words } from '../document/words.ts'
import type { Reading } from '../structure/item.ts'

/** The `figure_no` of the first figure that begins within some words; null where none does. Figures come in the order of the document. */
export function figureNumbers(figures: readonly Reading<'figures'>[]): (words: Words) => number | null {
  const starts = figures.map(({ words }) => words.cleanIndex(0))
  return (words) => {
    for (const { from, to } of words.ranges) {
      const first = firstAtLeast(starts, from)
      if ((starts[first] ?? to) < to) return figures[first]?.figure_no ?? null
    }
    return null
  }
}
