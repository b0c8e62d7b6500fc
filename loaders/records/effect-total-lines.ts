import type { Item } from '../structure/item.ts'
import type { EffectLine } from './effect-lines.ts'
import { effectRows } from './effect-rows.ts'
import { totalOf } from './effect-sums.ts'

/** The lines of 総計 that its row is read from: the first with money and the first with a quantity, which may be the same. */
export function totalLines(item: Item): { money: EffectLine | undefined; count: EffectLine | undefined } {
  const lines = effectRows(item).flatMap(({ year, lines }) => (year === 'total' ? lines.filter(isTotal) : []))
  return { money: totalOf(lines.filter(({ amount }) => amount)), count: lines.find(({ quantity }) => quantity) }
}

function isTotal({ isPart, isOpen, role }: EffectLine): boolean {
  return !isPart && !isOpen && (role === 'actual' || role === 'sum')
}
