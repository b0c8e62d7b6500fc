import { type Amount, type EffectLine, type Effects, effectSums, type PlanItem, type YearEffects } from './model.ts'
import { type MoneyUnit, smallestYen } from './money.ts'
import type { Random } from './prng.ts'

/** An effect of an item, as another item may say it again. */
interface OtherEffect {
  no: number
  fiscalYear: number
  label: string
  amount: Amount
}

/** Items of which a share says an effect of another again, in the same year and marked so: （No.3再掲）. Sums leave it out. */
export function withRepeats(random: Random, items: readonly PlanItem[], share: number): PlanItem[] {
  if (share === 0) return [...items]
  return items.map((item) => {
    const years = item.effects?.years.filter(hasAmount).map(({ fiscalYear }) => fiscalYear) ?? []
    const others = otherEffects(items, item).filter(({ fiscalYear }) => years.includes(fiscalYear))
    if (!item.effects || others.length === 0 || item.effects.isCut || isPlanned(item.effects) || !random.chance(share)) return item
    const { no, fiscalYear, label, amount } = random.pick(others)
    return { ...item, effects: withLine(item.effects, fiscalYear, { label: `${label}（No.${no}再掲）`, quantity: null, amount, parts: [], repeatOf: no }) }
  })
}

function hasAmount({ lines }: YearEffects): boolean {
  return lines.some(({ amount }) => amount !== null)
}

/** The effects of other items that have a name and an amount, and repeat none. */
export function otherEffects(items: readonly PlanItem[], item: PlanItem): OtherEffect[] {
  return items.flatMap(({ no, effects }) =>
    (no === item.no ? [] : (effects?.years ?? [])).flatMap(({ fiscalYear, lines }) =>
      lines.flatMap(({ label, amount, repeatOf }) => (label && amount && repeatOf === undefined ? [{ no, fiscalYear, label, amount }] : [])),
    ),
  )
}

/** Effects with one more line in a year. */
export function withLine(effects: Effects, fiscalYear: number, line: EffectLine): Effects {
  return { ...effects, years: effects.years.map((year) => (year.fiscalYear === fiscalYear ? { ...year, lines: [...year.lines, line] } : year)) }
}

function isPlanned({ years }: Effects): boolean {
  return years.some(({ lines }) => lines.some(({ planned }) => planned))
}

/** Whether every amount of an item's effects is a gain, and every line that has one a name. */
function areNamedGains({ years }: Effects): boolean {
  return years.every(({ lines }) => lines.every(({ label, amount }) => label !== null && (amount === null || amount.yen > 0)))
}

const cutNames = ['歳出削減額', '経費の節減額', '光熱費の縮減', '委託料の減']

/** Items of which a share has nothing but expenditure cut, printed with △. */
export function withCuts(random: Random, items: readonly PlanItem[], share: number): PlanItem[] {
  if (share === 0) return [...items]
  return items.map((item) => {
    const { effects } = item
    if (!effects || !areNamedGains(effects) || !effects.years.some(hasAmount) || !random.chance(share)) return item
    const label = random.pick(cutNames)
    const years = effects.years.map((year) => ({ ...year, lines: year.lines.map((line) => ({ ...line, label })) }))
    return { ...item, effects: { ...effects, isCut: true, years, total: effects.total && { ...effects.total, label: null } } }
  })
}

/** Items of which a share states what was planned beside each amount; not those with quantities or parts. */
export function withPlanned(random: Random, items: readonly PlanItem[], share: number): PlanItem[] {
  if (share === 0) return [...items]
  return items.map((item) => {
    const { effects } = item
    if (!effects || effects.isCut || !isPlainMoney(effects) || !random.chance(share)) return item
    const years = effects.years.map((year) => ({ ...year, lines: year.lines.map((line) => ({ ...line, planned: plannedFor(random, line) })) }))
    return { ...item, effects: { ...effects, years } }
  })
}

function isPlainMoney(effects: Effects): boolean {
  const lines = effects.years.flatMap((year) => year.lines)
  return areNamedGains(effects) && lines.every(({ amount, quantity, parts }) => amount && !quantity && parts.length === 0)
}

function plannedFor(random: Random, { amount }: EffectLine): Amount {
  const { yen, unit } = amount as Amount
  const smallest = smallestYen(unit)
  return { yen: Math.max(1, Math.round((yen * random.int(50, 150)) / 100 / smallest)) * smallest, unit }
}

/** Items of which a share prints the sum of each year that has amounts. */
export function withSubtotals(random: Random, items: readonly PlanItem[], share: number): PlanItem[] {
  if (share === 0) return [...items]
  return items.map((item) => {
    if (!item.effects || !random.chance(share)) return item
    return { ...item, effects: { ...item.effects, years: item.effects.years.map(withSubtotal) } }
  })
}

function withSubtotal(year: YearEffects): YearEffects {
  const { yen } = effectSums({ years: [year] })
  const unit = year.lines.find(({ amount }) => amount)?.amount?.unit
  return yen === null || unit === undefined ? year : { ...year, subtotal: amountIn(yen, unit) }
}

/** An amount in a unit, or in 円 where the unit cannot print it without loss. */
export function amountIn(yen: number, unit: MoneyUnit): Amount {
  return { yen, unit: yen % smallestYen(unit) === 0 ? unit : '円' }
}
