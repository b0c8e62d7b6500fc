import { own } from './own.ts'

/**
 * The marks of ratings: a shape, so that no one depends on colour. Ratings in words or points have none; no letter has a
 * triangle, which is read as minus.
 */
const shapes: Readonly<Record<string, string>> = { S: '★', A: '●', B: '■', C: '◆', D: '▬', E: '□', F: '◇', '◎': '◎', '○': '○', '△': '△', '×': '×' }

/** The shape that stands for a rating; undefined where it has none. */
export function ratingShape(rating: string): string | undefined {
  return own(shapes, rating)
}

/** A rating as words: letter and shape, or the rating alone where it is a sign or has no shape. */
export function ratingName(rating: string): string {
  const shape = ratingShape(rating)
  return shape === undefined || shape === rating ? rating : `${rating} ${shape}`
}

/** Whether a number right behind a rating could be read as part of it: 3.5, 80%, 一部達成. */
export function isLongRating(rating: string): boolean {
  return rating.length > 1
}

/** Ratings and how many items have each, in short: A5 B8, or 順調 5件、一部達成 8件. */
export function ratingsWithCounts(counts: readonly { rating: string; items: number }[]): string {
  if (!counts.some(({ rating }) => isLongRating(rating))) return counts.map(({ rating, items }) => `${rating}${items}`).join(' ')
  return counts.map(({ rating, items }) => `${rating} ${items}件`).join('、')
}
