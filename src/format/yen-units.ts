import { formatNumber, formatYen } from './numbers.ts'

/** A unit that amounts are written in together: how many yen it is worth, and with how many decimals. */
export interface YenUnit {
  name: '億円' | '万円' | '円'
  yen: number
  decimals: number
}

const units = {
  tenths: { name: '億円', yen: 100_000_000, decimals: 1 },
  hundredths: { name: '億円', yen: 100_000_000, decimals: 2 },
  tenThousands: { name: '万円', yen: 10_000, decimals: 0 },
  ones: { name: '円', yen: 1, decimals: 0 },
} as const satisfies Readonly<Record<string, YenUnit>>

/** The largest unit in which all amounts of a chart can be written, so that none but 0 is rounded to nothing: 1.65, 1.54, 0.84億円. */
export function commonYenUnit(yens: readonly number[]): YenUnit {
  const sizes = yens.map(Math.abs).filter((size) => size > 0)
  const [least, most] = [Math.min(...sizes), Math.max(0, ...sizes)]
  if (most >= 99_995_000 && least >= 500_000) return least < 99_995_000 ? units.hundredths : units.tenths
  return most >= 10_000 && least >= 5000 ? units.tenThousands : units.ones
}

/** An amount in a unit that it shares with others: 0.84億円, and 12.9億円 as it stands alone, since from 10億円 on one decimal is enough. */
export function formatYenIn({ name, yen: worth, decimals }: YenUnit, yen: number): string {
  return `${formatNumber(yen / worth, Math.abs(yen) >= 1_000_000_000 ? Math.min(decimals, 1) : decimals)}${name}`
}

/** Every way in which pages write an amount: in the unit that fits its size, and in each unit that it may share with others. */
export function shownYens(yen: number): string[] {
  const texts = [formatYen(yen), ...Object.values(units).map((unit) => formatYenIn(unit, yen))]
  return [...new Set(texts)].filter((text) => /[1-9]/.test(text))
}

/** Pages write no amount that differs from it by more than this many yen, half of the coarsest step. */
export const greatestRoundingYen = units.tenths.yen / 10 / 2
