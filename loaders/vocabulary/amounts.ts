import type { Words } from '../document/words.ts'
import { numeral, numeralValue } from './numerals.ts'

const small: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n }
/** 憶 is how 億 is often misspelt. */
const large: Readonly<Record<string, bigint>> = { 万: 10_000n, 億: 100_000_000n, 憶: 100_000_000n, 兆: 1_000_000_000_000n }
/** What a number of an amount is times: 千, 百万, 億; on folded text. */
export const scale = '(?:[十百千]?[万億憶兆]|[十百千])'

/** A minus sign before a number, on folded text: △, ▲ or マイナス, or a dash that begins a cell, a bracket or a word. */
const minus = String.raw`(?:[△▲]|マイナス|(?<=^|[\s(\[「【])-)`

/** An amount of money on folded text: `68,307,000円`, `△4,732千円`, `1億2,345万円`, `12.5百万円`, `約7億9千万円`. */
export const amountPattern = String.raw`(?:約\s*)?(?<sign>${minus}\s*)?(?:約\s*)?(?<body>(?:${numeral}\s*${scale}\s*){0,5}${numeral}(?:\s*${scale})?)\s*円`

const wholeAmount = new RegExp(`^\\s*${amountPattern}\\s*$`)
const scaledNumber = new RegExp(String.raw`(?<digits>${numeral})\s*(?<small>[十百千])?(?<large>[万億憶兆])?`, 'g')

/** Whole yen of an amount on folded text; undefined where it is none, has a fraction of a yen, or is past 2^53. */
export function yenOf(form: string): number | undefined {
  const groups = wholeAmount.exec(form)?.groups
  if (!groups?.body) return undefined
  const parts = partsOf(groups.body)
  const values = parts.map(({ digits, factor }) => scaled(digits, factor))
  if (!values.every((value) => value !== undefined)) return undefined
  const isOrdered = parts.every((part, index) => index === 0 || follows(part, values[index] as bigint, parts[index - 1] as Part))
  if (!isOrdered) return undefined
  const total = values.reduce((sum, value) => sum + value, 0n)
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(groups.sign ? -total : total) : undefined
}

/** A number of an amount, and what it counts for: 1 and 10^8 of `1億2,345万円`. */
export interface Part {
  digits: string
  factor: bigint
  /** the scale as printed right after the number */
  scale: string
}

/** Whether a number may come after another: it counts for less and is less than one of the other; 3千2億 and 1億12,345万 are none. */
function follows(part: Part, value: bigint, before: Part): boolean {
  const isLargeAlone = part.scale in large && before.scale in small
  return part.factor < before.factor && value < before.factor && !isLargeAlone
}

/** The numbers of an amount, each with its scale; 千 and 百 count within the 万 or 億 after them, as in 9千5百万. */
export function partsOf(body: string): Part[] {
  let ofLarge = 1n
  const parts = [...body.matchAll(scaledNumber)].reverse().map(({ groups }) => {
    if (groups?.large) ofLarge = large[groups.large] as bigint
    return {
      digits: groups?.digits as string,
      factor: ofLarge * (small[groups?.small ?? ''] ?? 1n),
      scale: (groups?.small ?? '') + (groups?.large ?? ''),
    }
  })
  return parts.reverse()
}

/** A printed number times a scale, exactly; undefined where a fraction of one remains. */
export function scaled(digits: string, factor: bigint): bigint | undefined {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.')
  const product = BigInt(whole + fraction) * factor
  const divisor = 10n ** BigInt(fraction.length)
  return product % divisor === 0n ? product / divisor : undefined
}

/**
 * Yen that one step of the last printed digit of an amount counts: `1.4百万円` 100,000, `13千円` 1,000; undefined where it is no
 * amount.
 */
function stepYen(form: string): number | undefined {
  const body = wholeAmount.exec(form)?.groups?.body
  const last = body === undefined ? undefined : partsOf(body).at(-1)
  return last && Number(last.factor) / 10 ** (last.digits.split('.')[1]?.length ?? 0)
}

/** A measured figure: its words (number and unit), yen for money, else a value with its unit. */
export interface Measure {
  words: Words
  yen: number | undefined
  value: number | undefined
  unit: string
  /** the unit of a number alone in its cell, which its column or table states */
  statedUnit?: string
  /** whether the number can be read, but not what it counts for */
  isOpen?: boolean
  /** yen that one step of the last printed digit counts */
  stepYen?: number | undefined
}

const anyAmount = new RegExp(amountPattern, 'g')

/** Words without the amounts in them: what stands before, between and after those. */
export function withoutAmounts(words: Words): Words[] {
  return words.split(anyAmount).filter((part) => !part.isEmpty)
}

const countUnit = `(?:人|件|施設|団体|社|戸|世帯|台|回|本|校|園|店|箇所|か所|カ所|ヶ所|時間|点|ポイント|%|㎡|m²|ha|t|kWh|枚|種|つ|床|口|名)`

const measure = new RegExp(String.raw`(?<amount>${amountPattern})|(?<quantity>(?:${minus}\s*)?(?<value>${numeral}))\s*(?<unit>${countUnit})`, 'dg')

/** The measures of a text, in order. Other units than money give a value. */
export function measures(text: Words): Measure[] {
  return text.matches(measure).map((match) => {
    const words = match.words() as Words
    if (match.form('amount') !== undefined) return { words, yen: yenOf(words.form), value: undefined, unit: '円', stepYen: stepYen(words.form) }
    const size = Number((match.form('value') as string).replaceAll(',', ''))
    return { words, yen: undefined, value: /^(?:[△▲-]|マイナス)/.test(match.form('quantity') as string) ? -size : size, unit: match.form('unit') as string }
  })
}

const bareNumber = new RegExp(`^\\s*(?:約\\s*)?(?:${minus}\\s*)?${numeral}\\s*$`)

/** The amount, or the rate in %, that a number alone in its cell is, in the unit that the table's head states; undefined where it is no number. */
export function bareAmount(cell: Words, unit: string): Measure | undefined {
  if (!bareNumber.test(cell.form)) return undefined
  if (unit === '%') return { words: cell, yen: undefined, value: numeralValue(cell.form.replace(/[^\d.]/g, '')), unit, statedUnit: unit }
  return { words: cell, yen: yenOf(cell.form + unit), value: undefined, unit: '円', statedUnit: unit, stepYen: stepYen(cell.form + unit) }
}
