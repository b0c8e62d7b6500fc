import type { Rule } from './check.ts'

/** Every number of the document is known for what it is; one finding for each that is not. */
export const figureRole: Rule = ({ readings }) =>
  readings.figures
    .filter(({ role }) => role === null)
    .map((figure) => ({
      rule: 'figure-role',
      item_no: figure.item_no,
      fiscal_year: figure.fiscal_year,
      outcome: 'missing' as const,
      published: figure.value,
      computed: null,
      message: `何の数字か読み取れない: ${figure.words.text}`,
      words: figure.words,
    }))
