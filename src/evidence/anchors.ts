import type { Row } from '../../loaders/tables.ts'

/** The ids of an item's texts on its page; the head has one for each of its facts that is text. */
export const itemAnchors = {
  title: 'item',
  departments: 'departments',
  goal: 'goal',
  rating: 'rating',
  /** a small head of results, by its place among the item's */
  heading: (index: number) => `heading-${index + 1}`,
  initiative: ({ initiative_no }: Pick<Row<'initiatives'>, 'initiative_no'>) => `initiative-${initiative_no}`,
  result: ({ fiscal_year, result_no }: Pick<Row<'results'>, 'fiscal_year' | 'result_no'>) => `result-${fiscal_year}-${result_no}`,
  review: ({ kind, review_no }: Pick<Row<'reviews'>, 'kind' | 'review_no'>) => `review-${kind}-${review_no}`,
} as const

/** The name of an item's page, without its folder and ending. */
export function itemPageName(itemNo: number): string {
  return String(itemNo).padStart(2, '0')
}

/** The small heads of an item's results in order, null for those without. */
export function resultHeadings(rows: readonly Pick<Row<'results'>, 'heading'>[]): (string | null)[] {
  return [...new Set(rows.map(({ heading }) => heading))]
}
