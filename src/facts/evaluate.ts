import type { FormulaKind } from '../../loaders/warehouse/formula.ts'

/** The value that a formula gives for the values of its operands, rounded half away from zero to `places` where they are given. */
export function evaluate(kind: FormulaKind, operands: readonly number[], places?: number): number {
  const value = formulas[kind](operands)
  return places === undefined ? withoutNoise(value) : round(value, places)
}

const formulas: { readonly [K in FormulaKind]: (operands: readonly number[]) => number } = {
  sum: (operands) => operands.reduce((sum, value) => sum + value, 0),
  difference: ([from = Number.NaN, less = Number.NaN]) => from - less,
  change_percent: ([before = Number.NaN, now = Number.NaN]) => ((now - before) / before) * 100,
  percent: ([part = Number.NaN, whole = Number.NaN]) => (part / whole) * 100,
  quotient: ([dividend = Number.NaN, divisor = Number.NaN]) => dividend / divisor,
  count: (operands) => operands.length,
}

/** Decimal digits that a DOUBLE keeps; what comes after them is noise of binary fractions. */
const exactDigits = 15

function withoutNoise(value: number): number {
  return Number(value.toPrecision(exactDigits))
}

function round(value: number, places: number): number {
  const factor = 10 ** places
  return (Math.sign(value) * Math.round(Number(Math.abs(value * factor).toPrecision(exactDigits)))) / factor
}
