import { own } from './own.ts'

/** The marks of ratings: a shape, so that no one depends on colour. Ratings of other scales have a plain square. */
const shapes: Readonly<Record<string, string>> = { S: '★', A: '●', B: '■', C: '▲', D: '◆', E: '▽', '◎': '◎', '○': '○', '△': '△', '×': '×' }

/** The shape that stands for a rating. */
export function ratingShape(rating: string): string {
  return own(shapes, rating) ?? '□'
}

/** A rating as words: letter and shape, or the sign alone where the rating is one. */
export function ratingName(rating: string): string {
  return ratingShape(rating) === rating ? rating : `${rating} ${ratingShape(rating)}`
}

/** Whether a number right behind a rating could be read as part of it: 3.5, 80%, 一部達成. */
export function isLongRating(rating: string): boolean {
  return rating.length > 1
}

/** A rating and how many items have it, in short: A5, or 一部達成 5件. */
export function ratingWithCount(rating: string, items: number): string {
  return isLongRating(rating) ? `${rating} ${items}件` : `${rating}${items}`
}
