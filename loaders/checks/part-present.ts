import { expectedParts } from '../records/parts.ts'
import type { Rule } from './check.ts'

/** Each item has the parts that are due in this document: head, schedule, results of each year, review, rating. */
export const partPresent: Rule = ({ items }) =>
  items.flatMap((item) =>
    expectedParts(items, item).map(({ name, fiscalYear, words }) => ({
      rule: 'part-present',
      item_no: item.no,
      fiscal_year: fiscalYear,
      outcome: words ? ('agrees' as const) : ('missing' as const),
      published: null,
      computed: null,
      message: `No.${item.no}の${fiscalYear === null ? '' : `${fiscalYear}年度の`}「${name}」が${words ? 'ある' : 'ない'}`,
      words: words ?? item.section.words,
    })),
  )
