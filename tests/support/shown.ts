/** A number as a page shows it: its value in the base unit, half of what its last digit is worth, and its sign if it shows one. */
export interface Shown {
  value: number
  tolerance: number
  sign: '+' | '−' | '±' | ''
}

const scales: Readonly<Record<string, number>> = { 億: 1e8, 百万: 1e6, 万: 1e4, 千: 1e3 }

/** Reads back the first number of a text that a page shows: 27.2億円, −4,158万円, +8,483.5%, 計画より7人少ない; undefined where it has none. */
export function readShown(text: string): Shown | undefined {
  const [, sign = '', digits, unit = ''] = /([+−±]?)(\d[\d,]*(?:\.\d+)?)(億|百万|万|千)?/.exec(text.normalize('NFKC')) ?? []
  if (digits === undefined) return undefined
  const scale = scales[unit] ?? 1
  const decimals = digits.split('.')[1]?.length ?? 0
  const value = Number(digits.replaceAll(',', '')) * scale * (sign === '−' ? -1 : 1)
  return { value, tolerance: (scale / 10 ** decimals) * 0.5 + 1e-6, sign: sign as Shown['sign'] }
}

const falls = /減|下回|少な|未満/

/** What is wrong with a text that stands for a value: it is off by more than its rounding, or it has another sign. `after` are the words behind it. */
export function mismatch(text: string, value: number, after = ''): string | undefined {
  // a figure set large has its unit behind it
  const shown = readShown(/\d$/.test(text) && /^[億万]円/.test(after) ? text + after : text)
  if (!shown) return `no number in ${text}`
  const isSize = shown.sign === '' && value < 0
  if (Math.abs(shown.value - (isSize ? -value : value)) > shown.tolerance) return `${text} is not ${value}`
  if (isSize && shown.value !== 0 && !falls.test(text + after)) return `${text} hides that ${value} is negative`
  if (shown.sign === '+' && value <= 0) return `${text} for ${value}`
  return undefined
}

/** A receipt as a page shows it: its formula in words, its operands by name, and its result. */
export interface ShownReceipt {
  formula: string
  operands: readonly { name: string; text: string }[]
  result: string
}

/** What a receipt's formula gives for its operands; undefined for a formula that is not known. */
export function evaluate({ formula, operands }: ShownReceipt): number | undefined {
  const values = operands.map(({ text }) => (/^記載なし/.test(text) ? 0 : (readShown(text)?.value ?? Number.NaN)))
  const [first = Number.NaN, second = Number.NaN] = values
  const side = formula.replace(/^.* = /, '')
  const isReversed = /当年度|前年度/.test(side) ? isEarlier(operands[0]?.name, operands[1]?.name) : isMinuend(side, operands[1]?.name)
  const [now, before] = isReversed ? [second, first] : [first, second]
  if (/を数える/.test(side)) return operands.length
  if (/^\(.* − .*\) ÷ /.test(side)) return ((now - before) / before) * 100
  if (/ ÷ /.test(side)) return (first / second) * (/円未満/.test(side) ? 1 : 100)
  if (/ − |の差$/.test(side)) return now - before
  if (/合計|合わせて| \+ /.test(side)) return values.reduce((sum, value) => sum + value, 0)
  if (/2つの記述$/.test(side)) return operands.length === 1 ? first : first - second
  return undefined
}

/** Whether the first of two operands is that of the earlier fiscal year, where both have the years of their names: 令和3年度 (2021). */
function isEarlier(name: string | undefined, other: string | undefined): boolean {
  const [year, otherYear] = [name, other].map((text) => Number(/\((\d{4})\)/.exec(text ?? '')?.[1]))
  return (year as number) < (otherYear as number)
}

/** Whether an operand is what a formula names before the sign −, that from which the other is taken. */
function isMinuend(formula: string, name: string | undefined): boolean {
  return name !== undefined && formula.replace(/^\(/, '').startsWith(`${name} − `)
}
