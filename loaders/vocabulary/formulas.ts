import { decimalPlaces, roundTo } from './numerals.ts'

/** The ways in which a value is computed of others, with what each makes of the values of its operands. */
const formulas = {
  /** all added up */
  sum: (operands) => operands.reduce((sum, value) => sum + value, 0),
  /** the first without the second */
  difference: ([from = Number.NaN, less = Number.NaN]) => from - less,
  /** the same as an amount of its own, which is no change and has no sign to show */
  remainder: ([from = Number.NaN, less = Number.NaN]) => from - less,
  /** how much the second is more than the first, in percent of the first */
  change_percent: ([before = Number.NaN, now = Number.NaN]) => ((now - before) / before) * 100,
  /** the first in percent of the second */
  percent: ([part = Number.NaN, whole = Number.NaN]) => (part / whole) * 100,
  /** the first divided by the second */
  quotient: ([dividend = Number.NaN, divisor = Number.NaN]) => dividend / divisor,
  /** how many there are */
  count: (operands) => operands.length,
} as const satisfies Readonly<Record<string, (operands: readonly number[]) => number>>

export type FormulaKind = keyof typeof formulas

/** Whether a text names a formula. */
export function isFormulaKind(name: string): name is FormulaKind {
  return Object.hasOwn(formulas, name)
}

/**
 * The value that a formula gives for the values of its operands: rounded half away from zero to `places` decimals, as decimals
 * are printed (57.49999999999999, 23 ÷ 40 × 100, to 0 places is 58). Without `places` to the decimals of the operands, which
 * takes away no more than the noise of binary fractions in a sum.
 */
export function evaluate(kind: FormulaKind, operands: readonly number[], places?: number): number {
  const decimals = places ?? operands.reduce((most, value) => Math.max(most, decimalPlaces(String(value))), 0)
  const value = formulas[kind](operands)
  return Math.sign(value) * roundTo(Math.abs(value), decimals)
}
