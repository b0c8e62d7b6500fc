import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import type { EffectLine } from './effect-lines.ts'
import { effectRows } from './effect-rows.ts'
import { totalLines } from './effect-totals.ts'

/**
 * The words of the table that its rows are read from; a row of the form that holds nothing yet has its
 * labels alone, a sum those that its lines have.
 */
export function effectWords(item: Item): Words[] {
  const rows = effectRows(item)
  const yearLines = rows.flatMap(({ year, isSubtotal, lines }) => (year === 'total' || isSubtotal ? [] : lines))
  const labels = new Set(yearLines.flatMap(({ label }) => label?.form ?? []))
  const { money, count } = totalLines(item)
  return rows.flatMap(({ year, isForm, isSubtotal, head, cells, lines }) => {
    if (isForm) return [...(head ? [head] : []), ...cells]
    if (year === undefined) return []
    const isNotDue = lines.length === 0 && cells.every(({ form }) => labels.has(form))
    const isSum = year === 'total' || isSubtotal
    const read = year === 'total' ? lines.filter((line) => line.isPart || line === money || line === count) : lines
    const words = read.flatMap((line) => (isSum && line.label && !labels.has(line.label.form) ? [line.words] : lineWords(line)))
    return [...(head ? [head] : []), ...(isNotDue ? cells : []), ...words]
  })
}

function lineWords({ label, words }: EffectLine): Words[] {
  if (!label) return [words]
  const between = words.source.form.slice(label.cleanIndex(label.length), words.cleanIndex(0))
  return /^[\s、,:・/はが]*$/.test(between) ? [label.through(words)] : [label, words]
}
