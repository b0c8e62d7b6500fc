import { type Amount, type EffectLine, type Effects, effectSums, type Quantity } from './model.ts'
import { type MoneyUnit, moneyUnits, smallestYen } from './money.ts'
import type { Random } from './prng.ts'
import { amountIn } from './random-sums.ts'
import { words } from './word-lists.ts'

interface Shape {
  unit: MoneyUnit
  mixed: boolean
  quantityUnit: string | null
  label: string | null
  measure: 'money' | 'quantity'
}

/** Effects of some years. `yen` are the amounts that the results already state; else they are made up. */
export function randomEffects(random: Random, years: readonly number[], yen: readonly number[] | undefined, isRunning: boolean, isWrong: boolean): Effects {
  const shape = randomShape(random, yen !== undefined)
  const made = years.map((fiscalYear, index) => ({ fiscalYear, lines: yen ? [statedLine(shape, yen[index] as number)] : randomLines(random, shape) }))
  const isEmpty = made.every(({ lines }) => lines.every(({ amount, quantity }) => !amount && !quantity))
  const [first, ...rest] = made
  const filled = first && isEmpty ? [{ ...first, lines: [wholeLine(random, shape)] }, ...rest] : made
  const effects: Effects = { years: filled, total: null }
  return isRunning ? effects : { ...effects, total: printedTotal(random, effects, shape, isWrong) }
}

function randomShape(random: Random, isStated: boolean): Shape {
  const label = random.chance(0.75) ? random.pick(words.effects) : null
  if (isStated) return { unit: '円', mixed: false, quantityUnit: null, label, measure: 'money' }
  const measure = random.chance(0.1) ? 'quantity' : 'money'
  const hasQuantity = measure === 'quantity' || random.chance(0.3)
  return {
    unit: random.pick(moneyUnits),
    mixed: random.chance(0.2),
    quantityUnit: hasQuantity ? random.pick(['件', '人', '施設', '時間', '台']) : null,
    label,
    measure,
  }
}

/** Labels of savings, before whose amounts △ may mean a gain. */
const saves = /削減|節減|縮減|の減/

function statedLine({ label }: Shape, yen: number): EffectLine {
  return { label, quantity: null, amount: { yen, unit: '円' }, parts: [] }
}

function randomLines(random: Random, shape: Shape): EffectLine[] {
  if (random.chance(0.08)) return []
  if (random.chance(0.08)) return [{ label: shape.label, quantity: null, amount: null, parts: [] }]
  const first = wholeLine(random, shape)
  if (!shape.label || !random.chance(0.15)) return [first]
  return [first, wholeLine(random, { ...shape, label: random.pick(words.effects) })]
}

function wholeLine(random: Random, shape: Shape): EffectLine {
  const quantity: Quantity | null = shape.quantityUnit ? randomQuantity(random, shape.quantityUnit) : null
  const amount = shape.measure === 'money' ? randomAmount(random, shape) : null
  const hasParts = shape.label && amount && amount.yen > 0 && random.chance(0.2)
  return { label: shape.label, quantity, amount, parts: hasParts ? randomParts(random, amount) : [] }
}

function randomQuantity(random: Random, unit: string): Quantity {
  const sign = random.chance(0.08) ? -1 : 1
  return { value: (sign * random.int(2, 60_000)) / (unit === '時間' ? 2 : 1), unit }
}

function randomAmount(random: Random, shape: Shape): Amount {
  const unit = shape.mixed ? random.pick(moneyUnits) : shape.unit
  const smallest = smallestYen(unit)
  const mayLose = !saves.test(shape.label ?? '')
  const sign = random.chance(0.08) && mayLose ? -1 : 1
  const size = random.int(1, random.pick([900, 90_000, 9_000_000])) * 1_000
  return { yen: sign * Math.max(smallest, Math.floor(size / smallest) * smallest), unit }
}

function randomParts(random: Random, whole: Amount): EffectLine['parts'] {
  const smallest = smallestYen(whole.unit)
  let rest = whole.yen
  return random.some(words.effectParts, random.int(1, 3)).flatMap((label) => {
    const yen = Math.floor((rest * random.next()) / smallest) * smallest
    rest -= yen
    return yen > 0 ? [{ label, amount: { yen, unit: whole.unit } }] : []
  })
}

function printedTotal(random: Random, effects: Effects, { label, quantityUnit, unit, measure }: Shape, isWrong: boolean): Effects['total'] {
  const sums = effectSums(effects)
  const off = isWrong ? random.int(50, 99) : 0
  const yen = sums.yen === null ? null : sums.yen + off * smallestYen(unit)
  const hasQuantity = quantityUnit !== null && (measure === 'quantity' || random.chance(0.7))
  return {
    label: random.chance(0.6) ? label : null,
    amount: yen === null ? null : amountIn(yen, unit),
    quantity: hasQuantity && sums.quantity !== null ? { value: sums.quantity + (yen === null ? off : 0), unit: quantityUnit } : null,
  }
}
