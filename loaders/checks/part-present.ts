import { expectedParts } from '../records/parts.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { noNumbers, type Rule } from './check.ts'

/** Each item has the parts that are due in this document: head, schedule, results of each year, review, rating. */
export const partPresent = {
  id: 'part-present',
  title: '項目の部分がある',
  tables: [],
  compares: false,
  find({ items }) {
    return items.flatMap((item) =>
      expectedParts(items, item).map(({ name, fiscalYear, words }) => ({
        ...noNumbers,
        item_no: item.no,
        fiscal_year: fiscalYear,
        part: name,
        outcome: words ? ('agrees' as const) : ('missing' as const),
        message: `${itemLabel(item.no, item.code)}の${fiscalYear === null ? '' : `${fiscalYear}年度の`}「${name}」が${words ? 'ある' : 'ない'}`,
        words: words ?? item.section.words,
      })),
    )
  },
} as const satisfies Rule
