import { figures } from '../ledger/figures.ts'
import { operand, type Rule } from './check.ts'

/** Every number of the document is known for what it is; one finding for each that is not. */
export const figureRole = {
  id: 'figure-role',
  title: '数字の種類が分かる',
  tables: [],
  compares: false,
  find({ rows }) {
    return rows(figures)
      .filter(({ role }) => role === null)
      .map(({ item_no, fiscal_year, value, words }) => ({
        item_no,
        fiscal_year,
        outcome: 'missing',
        message: `数字の種類を読み取れない: ${words.text}`,
        words,
        published: value,
        computed: null,
        formula: null,
        relation: null,
        operands: { published: operand('数字', value, words), computed: [] },
      }))
  },
} as const satisfies Rule
