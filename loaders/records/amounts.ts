import type { Words } from '../source/words.ts'
import { numeral } from './numerals.ts'

const scales: Readonly<Record<string, bigint>> = {
  千: 1_000n,
  万: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  億: 100_000_000n,
  兆: 1_000_000_000_000n,
}
const scale = '(?:千万|百万|十万|億|兆|万|千)'

/** An amount of money on folded text: `68,307,000円`, `△4,732千円`, `1億2,345万円`, `12.5百万円`, `約7億9千万円`. */
export const amountPattern = String.raw`(?:約\s*)?(?<sign>[△▲-]\s*)?(?<body>(?:${numeral}\s*${scale}\s*){0,5}${numeral}\s*${scale}?)\s*円`

const wholeAmount = new RegExp(`^\\s*${amountPattern}\\s*$`)
const scaledNumber = new RegExp(`(${numeral})\\s*(${scale})?`, 'g')

/** Whole yen of an amount on folded text; undefined where it is none, has a fraction of a yen, or is past 2^53. */
export function yenOf(form: string): number | undefined {
  const groups = wholeAmount.exec(form)?.groups
  if (!groups?.body) return undefined
  let total = 0n
  let lowest = scales.兆 as bigint
  for (const [, digits, unit] of groups.body.matchAll(scaledNumber)) {
    const factor = unit ? (scales[unit] as bigint) : 1n
    const value = scaled(digits as string, factor)
    if (value === undefined || (total !== 0n && factor >= lowest)) return undefined
    total += value
    lowest = factor
  }
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(groups.sign ? -total : total) : undefined
}

/** A printed number times a scale, exactly; undefined where a fraction of one remains. */
function scaled(digits: string, factor: bigint): bigint | undefined {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.')
  const product = BigInt(whole + fraction) * factor
  const divisor = 10n ** BigInt(fraction.length)
  return product % divisor === 0n ? product / divisor : undefined
}

/** A measured figure: its words (number and unit), yen for money, else a value with its unit. */
export interface Measure {
  words: Words
  yen: number | undefined
  value: number | undefined
  unit: string
}

const countUnit = `(?:人|件|施設|団体|社|戸|世帯|台|回|本|校|園|店|箇所|か所|カ所|ヶ所|時間|点|ポイント|%|㎡|m²|ha|t|kWh|枚|種|つ|床|口|名)`

const measure = new RegExp(String.raw`(?<amount>${amountPattern})|(?<quantity>[△▲-]?\s*(?<value>${numeral}))\s*(?<unit>${countUnit})`, 'dg')

/** The measures of a text, in order. Other units than money give a value. */
export function measures(text: Words): Measure[] {
  return text.matches(measure).map((match) => {
    const words = match.words() as Words
    if (match.form('amount') !== undefined) return { words, yen: yenOf(words.form), value: undefined, unit: '円' }
    const size = Number((match.form('value') as string).replaceAll(',', ''))
    return { words, yen: undefined, value: /^[△▲-]/.test(match.form('quantity') as string) ? -size : size, unit: match.form('unit') as string }
  })
}
