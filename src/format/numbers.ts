/** Stands where the document has nothing of a year or an item, or where there is nothing to compute a value of. */
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

/** A number rounded to so many decimals. */
export function roundTo(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
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

/** A change in percent in words: 77.2%増, 84.1%減; ±0.0% where it is nothing or rounds to it. */
export function changeInWords(percent: number | null): string {
  if (percent === null) return noData
  const size = formatNumber(Math.abs(percent), 1)
  return /[1-9]/.test(size) ? `${size}%${percent > 0 ? '増' : '減'}` : `±${size}%`
}

/** A change in percent with its sign: +77.0%. */
export function formatPercentChange(percent: number | null): string {
  return percent === null ? noData : `${formatChange(percent, 1)}%`
}
