import type { Words } from '../document/words.ts'
import { inBaseUnit, isPartOfAmount, yenOfEach } from '../vocabulary/base-units.ts'
import { type RoleId, roles } from './roles.ts'

/** A number of the document as it is printed. */
interface Printed {
  value: number | null
  unit: string | null
  role: RoleId | null
  words: Words
}

/** The values of numbers in their base units, null for those that measure nothing; the numbers of one amount are read as one. */
export function scaledValues(numbers: readonly Printed[]): (number | null)[] {
  return amountsAmong(numbers).flatMap((figures) => {
    const yen = figures[0]?.role === 'amount' ? yenOfEach(figures.map(({ value, unit }) => `${value}${unit ?? ''}`).join('')) : []
    if (yen.length === figures.length) return yen
    return figures.map(({ role, value, unit }) => (role !== null && roles[role].measures && value !== null ? inBaseUnit(value, unit) : null))
  })
}

/** The numbers in order, those of one amount together, such as 1億 and 2,345万円, the others alone. */
export function amountsAmong<P extends Printed>(numbers: readonly P[]): P[][] {
  const groups: P[][] = []
  for (const figure of numbers) {
    const last = groups.at(-1)?.at(-1)
    if (last && goesOn(last, figure)) groups.at(-1)?.push(figure)
    else groups.push([figure])
  }
  return groups
}

/** Whether a number goes on with the amount that another begins. */
function goesOn(first: Printed, next: Printed): boolean {
  if (first.role !== 'amount' || next.role !== 'amount' || !isPartOfAmount(first.unit)) return false
  return /^ {0,3}$/.test(first.words.source.form.slice(first.words.cleanIndex(first.words.length), next.words.cleanIndex(0)))
}
