import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { type EffectLine, partMarkAlone } from './effect-lines.ts'
import type { EffectRow } from './effect-row.ts'
import { effectRows } from './effect-rows.ts'
import { totalLines } from './effect-total-lines.ts'

/**
 * The words of the table that its rows are read from; a row of the form that holds nothing yet has its
 * labels alone, a sum those that its lines have.
 */
export function effectWords(item: Item): Words[] {
  const rows = effectRows(item)
  const yearLines = rows.flatMap(({ year, isSubtotal, lines }) => (year === 'total' || isSubtotal ? [] : lines))
  const labels = new Set(yearLines.flatMap(({ label }) => label?.form ?? []))
  const { money, count } = totalLines(item)
  return rows.flatMap((row) => [...row.marks, ...rowWords(row, labels, [money, count])])
}

function rowWords(
  { year, isForm, isSubtotal, head, cells, lines }: EffectRow,
  labels: ReadonlySet<string>,
  totals: readonly (EffectLine | undefined)[],
): Words[] {
  if (isForm) return [...(head ? [head] : []), ...cells]
  if (year === undefined) return []
  const isNotDue = lines.length === 0 && cells.every(({ form }) => labels.has(form) || partMarkAlone.test(form))
  const isSum = year === 'total' || isSubtotal
  const read = year === 'total' ? lines.filter((line) => line.isPart || line.role !== 'actual' || totals.includes(line)) : lines
  const words = read.flatMap((line) => (isSum && line.label && !labels.has(line.label.form) ? [line.words] : lineWords(line)))
  return [...(head ? [head] : []), ...(isNotDue ? cells : []), ...words]
}

function lineWords({ label, name, words, isOpen }: EffectLine): Words[] {
  if (isOpen) return []
  if (!label) return [words]
  if (name) return [label, name, words]
  const isBehind = label.cleanIndex(0) < words.cleanIndex(0)
  const between = words.source.form.slice(label.cleanIndex(label.length), words.cleanIndex(0))
  return isBehind && /^[\s、,:・/はが]*$/.test(between) ? [label.through(words)] : [label, words]
}
