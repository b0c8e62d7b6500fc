/** Forms that an amount can be printed in; `億万円` is a mixture such as 1億2,345万円, `億万` one down to single yen. */
export const moneyUnits = ['円', '千円', '万円', '百万円', '億円', '億万円', '億万'] as const

export type MoneyUnit = (typeof moneyUnits)[number]

const scales: Readonly<Record<Exclude<MoneyUnit, '億万'>, { yen: number; smallest: number }>> = {
  円: { yen: 1, smallest: 1 },
  千円: { yen: 1_000, smallest: 1_000 },
  万円: { yen: 10_000, smallest: 10_000 },
  百万円: { yen: 1_000_000, smallest: 1_000 },
  億円: { yen: 100_000_000, smallest: 10_000 },
  億万円: { yen: 100_000_000, smallest: 10_000 },
}

/** The smallest amount that a unit can print without loss, in yen: 12.5百万円 and 1,234.567百万円 go down to 1,000. */
export function smallestYen(unit: MoneyUnit): number {
  return unit === '億万' ? 1 : scales[unit].smallest
}

/** A whole number with thousands commas. */
export function grouped(value: number): string {
  return String(value).replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}

/** A number with thousands commas and, where it has a fraction, a decimal point. */
export function decimal(value: number): string {
  return grouped(Number(value.toFixed(4)))
}

/** An amount in canonical print, △ for minus: 68,307,000円, 110,000千円, 12.5百万円, 1億2,345万円. */
export function printYen(yen: number, unit: MoneyUnit): string {
  const sign = yen < 0 ? '△' : ''
  const size = Math.abs(yen)
  if (unit === '億万円' || unit === '億万') return sign + mixture(size)
  return `${sign}${decimal(size / scales[unit].yen)}${unit}`
}

/** Yen that one step of the last digit counts in which an amount is printed: 100,000 of 12.5百万円, 10,000 of 1億2,345万円. */
export function printedStepYen(yen: number, unit: MoneyUnit): number {
  if (unit === '億万円' || unit === '億万') return [1, 10_000, 100_000_000].findLast((step) => yen % step === 0) ?? 1
  const digits = decimal(Math.abs(yen) / scales[unit].yen).split('.')[1]?.length ?? 0
  return scales[unit].yen / 10 ** digits
}

function mixture(yen: number): string {
  const parts = [
    [Math.floor(yen / 100_000_000), '億'],
    [Math.floor(yen / 10_000) % 10_000, '万'],
    [yen % 10_000, ''],
  ] as const
  const printed = parts.filter(([value]) => value > 0).map(([value, unit]) => grouped(value) + unit)
  return `${printed.join('') || '0'}円`
}
