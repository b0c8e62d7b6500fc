/** The ways in which a value is computed of others, with what each makes of the values of its operands. */
const formulas = {
  /** all added up */
  sum: (operands) => operands.reduce((sum, value) => sum + value, 0),
  /** the first without the second */
  difference: ([from = Number.NaN, less = Number.NaN]) => from - less,
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

/** Decimal digits that a DOUBLE keeps; what comes after them is noise of binary fractions. */
const exactDigits = 15

/**
 * The value that a formula gives for the values of its operands: rounded half away from zero to `places` decimals where they
 * are given, as decimals are printed (57.49999999999999, 23 ÷ 40 × 100, to 0 places is 58), else without binary noise.
 */
export function evaluate(kind: FormulaKind, operands: readonly number[], places?: number): number {
  const value = formulas[kind](operands)
  if (places === undefined) return Number(value.toPrecision(exactDigits))
  const factor = 10 ** places
  return (Math.sign(value) * Math.round(Number(Math.abs(value * factor).toPrecision(exactDigits)))) / factor
}
