import { isExpenditureCut } from '../vocabulary/money-names.ts'

/** What △ before savings says: a gain, a loss as it is printed, or nobody can tell. */
export type SavingsSign = 'gain' | 'as printed' | 'open'

/** What may be a saving: its name on folded text, whether that says so, and its amount in yen, below zero where △ is printed before it. */
interface Saving {
  name: string
  isNamedSaving: boolean
  yen: number
}

/** Whether the printed sums agree with the savings as they are printed, and with △ as a gain. */
interface Agreement {
  asPrinted: boolean
  asGain: boolean
}

/**
 * △ before what was saved. Where the names say that expenditure is cut and every amount carries it, it is a gain: 歳出削減額 △396千円
 * is 396,000円. Else the printed sums decide where one reading alone agrees with them; where none does, it is a loss, but where some
 * savings carry it and others do not, or the names say no more than 歳出, nobody can tell.
 */
export function savingsSign(savings: readonly Saving[], agreement: () => Agreement): SavingsSign {
  const isAll = savings.every(({ yen }) => yen < 0)
  if (isAll && savings.every(({ name }) => isExpenditureCut(name))) return 'gain'
  const { asPrinted, asGain } = agreement()
  if (asPrinted !== asGain) return asGain ? 'gain' : 'as printed'
  return isAll && savings.every(({ isNamedSaving }) => isNamedSaving) ? 'as printed' : 'open'
}

/** A saving whose sign is open has an amount without a value. */
export function withoutValue<A extends { yen: number | undefined; isOpen?: boolean }>(amount: A): A {
  return { ...amount, yen: undefined, isOpen: true }
}
