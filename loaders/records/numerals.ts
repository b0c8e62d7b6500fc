/** A number as printed, on folded text: digits with thousands commas and at most one decimal point; never a part of a run. */
export const numeral = String.raw`(?<!\d)\d+(?:,\d{3}(?!\d))*(?:\.\d+)?`

/** The value of a printed number: `3,170.92` → 3170.92. */
export function numeralValue(form: string): number {
  return Number(form.replaceAll(',', ''))
}

/** Decimal places of a printed number: `96.0` → 1. */
export function decimalPlaces(form: string): number {
  return form.split('.')[1]?.length ?? 0
}
