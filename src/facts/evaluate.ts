import type { FormulaKind } from '../../loaders/warehouse/formula.ts'
import { decimalsOf } from '../format/numbers.ts'

/**
 * The value that a formula gives for the values of its operands, rounded half away from zero to `places`; where they are
 * not given, to the decimals of its operands, which takes away no more than the noise of binary fractions in a sum.
 */
export function evaluate(kind: FormulaKind, operands: readonly number[], places?: number): number {
  return round(formulas[kind](operands), places ?? Math.max(0, ...operands.map(decimalsOf)))
}

const formulas: { readonly [K in FormulaKind]: (operands: readonly number[]) => number } = {
  sum: (operands) => operands.reduce((sum, value) => sum + value, 0),
  difference: ([from = Number.NaN, less = Number.NaN]) => from - less,
  remainder: ([from = Number.NaN, less = Number.NaN]) => from - less,
  change_percent: ([before = Number.NaN, now = Number.NaN]) => ((now - before) / before) * 100,
  percent: ([part = Number.NaN, whole = Number.NaN]) => (part / whole) * 100,
  quotient: ([dividend = Number.NaN, divisor = Number.NaN]) => dividend / divisor,
  count: (operands) => operands.length,
}

/** Decimal digits that a DOUBLE keeps; what comes after them is noise of binary fractions. */
const exactDigits = 15

function round(value: number, places: number): number {
  const factor = 10 ** places
  return (Math.sign(value) * Math.round(Number(Math.abs(value * factor).toPrecision(exactDigits)))) / factor
}
