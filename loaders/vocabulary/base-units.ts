import { partsOf, scale, scaled } from './amounts.ts'
import { numeralValue, roundTo } from './numerals.ts'

/** The base unit of a kind of unit, and how many of it one makes. */
interface BaseUnit {
  base: string
  factor: number
}

/** Units that are not the base unit of their kind. */
const units: Readonly<Record<string, BaseUnit>> = {
  パーセント: { base: '%', factor: 1 },
  割: { base: '%', factor: 10 },
  'm²': { base: '㎡', factor: 1 },
  m2: { base: '㎡', factor: 1 },
  平方メートル: { base: '㎡', factor: 1 },
  ha: { base: '㎡', factor: 10_000 },
  ヘクタール: { base: '㎡', factor: 10_000 },
  km: { base: 'm', factor: 1000 },
  '㎞': { base: 'm', factor: 1000 },
  '㎝': { base: 'm', factor: 0.01 },
  '㎜': { base: 'm', factor: 0.001 },
  t: { base: 'kg', factor: 1000 },
  トン: { base: 'kg', factor: 1000 },
  '㎏': { base: 'kg', factor: 1 },
  '㎎': { base: 'kg', factor: 0.000001 },
  リットル: { base: 'ℓ', factor: 1 },
  '㎘': { base: 'ℓ', factor: 1000 },
  GB: { base: 'MB', factor: 1000 },
}

const decimals = 6

/** The base unit of a unit: 円 of 千円, ㎡ of ha; a unit of no other kind is its own. */
export function baseUnit(unit: string): string {
  return unit.endsWith('円') ? '円' : (units[unit]?.base ?? unit)
}

/** A number of a unit (null for none) in the base unit: 3,170.92 ha → 31,709,200 ㎡. */
export function inBaseUnit(value: number, unit: string | null): number {
  return roundTo(value * (units[unit ?? '']?.factor ?? 1), decimals)
}

/**
 * Yen of each number of an amount on folded text, in the order in which they are printed: `9千5百万円` → 90,000,000 and
 * 5,000,000. A fraction of a yen is kept.
 */
export function yenOfEach(amount: string): number[] {
  return partsOf(amount).map(({ digits, factor }) => {
    const exact = scaled(digits, factor)
    return exact === undefined ? roundTo(numeralValue(digits) * Number(factor), decimals) : Number(exact)
  })
}

const partOfAmount = new RegExp(`^${scale}$`)

/** Whether a unit ends an amount only together with the number after it: 億 of 1億2,345万円. */
export function isPartOfAmount(unit: string | null): boolean {
  return unit !== null && partOfAmount.test(unit)
}
