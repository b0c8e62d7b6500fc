import type { Reason } from '../records/reasons.ts'
import type { RoleId } from './roles.ts'

/** What became of the numbers of a document, and of its amounts among them; the numbers that write one amount count each. */
export interface ReadCounts {
  numbers: number
  /** in a column, or with a reason why in none */
  read: number
  amounts: {
    all: number
    landed: number
    inSentences: number
    /** sums, amounts stated again and the like */
    explained: number
    open: number
  }
}

interface Landed {
  role: RoleId | null
  lands_in: string | null
  reason: Reason | null
}

/** Counts the numbers of a document by what became of them. */
export function countRead(figures: readonly Landed[]): ReadCounts {
  const amounts = figures.filter(({ role }) => role === 'amount')
  const landed = amounts.filter(({ lands_in }) => lands_in !== null).length
  const inSentences = amounts.filter(({ reason }) => reason === 'in a sentence').length
  const open = amounts.filter(isOpenAmount).length
  return {
    numbers: figures.length,
    read: figures.filter(({ reason }) => reason !== 'unread').length,
    amounts: { all: amounts.length, landed, inSentences, explained: amounts.length - landed - inSentences - open, open },
  }
}

/** Whether a number is an amount of which it is not known where it belongs. */
export function isOpenAmount({ role, reason }: Pick<Landed, 'role' | 'reason'>): boolean {
  return role === 'amount' && reason === 'unread'
}

/** Words, or one of the counts of amounts that stands between them. */
export type AmountWords = string | { readonly count: keyof ReadCounts['amounts'] }

/** What became of the amounts in words: 金額の数字149個のうち、表に入ったもの79個、文の中のもの70個。読めていないものはない. */
export function amountsInWords({ amounts }: ReadCounts): string {
  return wordsOfAmounts({ amounts })
    .map((words) => (typeof words === 'string' ? words : shown(amounts[words.count])))
    .join('')
}

/** The same with its counts apart from its words. */
export function wordsOfAmounts({ amounts: { all, explained, open } }: Pick<ReadCounts, 'amounts'>): AmountWords[] {
  if (all === 0) return ['金額の数字はない']
  const landed: AmountWords[] = [
    '金額の数字',
    { count: 'all' },
    '個のうち、表に入ったもの',
    { count: 'landed' },
    '個、文の中のもの',
    { count: 'inSentences' },
    '個',
  ]
  const others: AmountWords[] = explained > 0 ? ['、合計などで表に入れないもの', { count: 'explained' }, '個'] : []
  const rest: AmountWords[] = open > 0 ? ['、読めていないもの', { count: 'open' }, '個'] : ['。読めていないものはない']
  return [...landed, ...others, ...rest]
}

function shown(count: number): string {
  return count.toLocaleString('en-US')
}
