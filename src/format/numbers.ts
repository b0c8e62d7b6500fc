/** What stands where the document states no value. */
export const noData = 'データなし'

/** A number with its thousands separated and the sign −: 1,234,567. */
export function formatNumber(value: number | null, decimals = 0): string {
  if (value === null) return noData
  const digits = Math.abs(value)
    .toFixed(decimals)
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return value < 0 && Number(digits.replaceAll(',', '')) !== 0 ? `−${digits}` : digits
}

/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

/** A number that shows whether it went up or down: +12, −3, ±0. */
export function formatChange(value: number | null, decimals = 0): string {
  if (value === null) return noData
  const text = formatNumber(value, decimals)
  return /[1-9]/.test(text) ? (value > 0 ? `+${text}` : text) : `±${text}`
}

/** An amount split into its figure and the unit that an office would use for its size (once rounded): 億円, 万円 or 円. */
export function splitYen(yen: number): { figure: string; unit: string } {
  const size = Math.abs(yen)
  if (size >= 99_995_000) return { figure: formatNumber(yen / 100_000_000, 1), unit: '億円' }
  if (size >= 10_000) return { figure: formatNumber(yen / 10_000), unit: '万円' }
  return { figure: formatNumber(yen), unit: '円' }
}

/** An amount in the unit that fits its size: 27.2億円, 786万円, 100円. */
export function formatYen(yen: number | null): string {
  if (yen === null) return noData
  const { figure, unit } = splitYen(yen)
  return `${figure}${unit}`
}

/** A unit that amounts are written in together: how many yen it is worth, and with how many decimals. */
export interface YenUnit {
  name: '億円' | '万円' | '円'
  yen: number
  decimals: number
}

/** The largest unit in which all amounts of a chart can be written, so that none but 0 is rounded to nothing: 1.65, 1.54, 0.84億円. */
export function commonYenUnit(yens: readonly number[]): YenUnit {
  const sizes = yens.map(Math.abs).filter((size) => size > 0)
  const [least, most] = [Math.min(...sizes), Math.max(0, ...sizes)]
  if (most >= 99_995_000 && least >= 500_000) return { name: '億円', yen: 100_000_000, decimals: least < 99_995_000 ? 2 : 1 }
  return most >= 10_000 && least >= 5000 ? { name: '万円', yen: 10_000, decimals: 0 } : { name: '円', yen: 1, decimals: 0 }
}

/** An amount in a unit that it shares with others: 0.84億円, and 12.9億円 as it stands alone, since from 10億円 on one decimal is enough. */
export function formatYenIn({ name, yen: worth, decimals }: YenUnit, yen: number): string {
  return `${formatNumber(yen / worth, Math.abs(yen) >= 1_000_000_000 ? Math.min(decimals, 1) : decimals)}${name}`
}

/** A change in percent with its sign: +77.0%. */
export function formatPercentChange(percent: number | null): string {
  return percent === null ? noData : `${formatChange(percent, 1)}%`
}
