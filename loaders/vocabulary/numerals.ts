/** Any number as printed, on folded text, read from left to right: digits with thousands commas and at most one decimal point. */
export const anyNumeral = String.raw`\d+(?:,\d{3}(?!\d))*(?:\.\d+)?`

/** What a number broken by a blank, an apostrophe or a letter that looks like a digit leaves behind it: `1 234`, `1'002`, `1O0`, `10No0`. */
const brokenOff = String.raw`(?<!\d[ '\u2018\u2019\u2009\u202f](?=\d{3}(?!\d)))(?<!\d[A-Za-z|]{1,4})`

/** A number that may be read as a value, never a part of a run; what a broken one such as `138, 500`, `138 ,500` or `6,3` leaves after its comma or point is none. */
export const numeral = String.raw`${brokenOff}(?<!(?:^|\d)\s{0,3}[,.]\s{0,3})(?<!\d|\d,(?=\d{3}(?!\d)))${anyNumeral}`

/** A number that counts people or things: without decimals. */
export const wholeNumeral = String.raw`${numeral}(?<!\.\d{1,20})(?!\.?\d)`

/** The value of a printed number: `3,170.92` → 3170.92. */
export function numeralValue(form: string): number {
  return Number(form.replaceAll(',', ''))
}

/** Decimal places of a printed number: `96.0` → 1. */
export function decimalPlaces(form: string): number {
  return form.split('.')[1]?.length ?? 0
}

/** Digits of a decimal that a DOUBLE keeps; what comes after them is noise of binary fractions. */
const exactDigits = 15

/** Rounds half up, as decimals are printed, to a number of places: 57.49999999999999 (23 ÷ 40 × 100) → 58. */
export function roundTo(value: number, places: number): number {
  if (Number.isInteger(value)) return value
  const factor = 10 ** places
  return Math.round(Number((value * factor).toPrecision(exactDigits))) / factor
}

/** The sum of printed numbers, exact to the places that they have: 0.1 + 0.2 → 0.3. */
export function sumOf(values: readonly number[]): number {
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(String(value))), 0)
  return roundTo(
    values.reduce((sum, value) => sum + value, 0),
    places,
  )
}
