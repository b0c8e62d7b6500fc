import type { Figure } from './fact.ts'

const scales: Readonly<Record<string, number>> = { 円: 1, 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8, 兆円: 1e12, 万: 1e4, 百万: 1e6, 千万: 1e7, 億: 1e8 }

/** Whether a number is a part of an amount whose unit stands behind a later part: 1億 of 1億2,345万円. */
export function isPartOfAmount({ unit }: Pick<Figure, 'unit'>): boolean {
  return unit !== null && unit in scales && !unit.endsWith('円')
}

/** What a printed number means in its base unit: yen for money, else the number itself. */
export function baseValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): number | null {
  return value === null ? null : Math.round(value * (scales[unit ?? ''] ?? 1) * 1e6) / 1e6
}
