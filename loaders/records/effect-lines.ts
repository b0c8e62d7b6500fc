import type { Words } from '../source/words.ts'
import { type Measure, measures } from './amounts.ts'

/** A line of an effects table: its label, its money and quantity (neither where a mark such as － states none). */
export interface EffectLine {
  label: Words | undefined
  isPart: boolean
  amount: Measure | undefined
  quantity: Measure | undefined
  words: Words
}

/** Labels and the measures that they are for, before each line has its own. */
interface Group {
  labels: Words[]
  figures: (Measure | Words)[]
}

const noneMark = /^(?:[-―…‥・*]+|なし|該当なし|皆増|皆減)$/
const separators = /^[\s、,:・/はが]+|[\s、,:・/はが(]+$/g

/**
 * The lines that a row's cells state. A label goes with the measures after it; うち parts a label in two, each taking the
 * next amount; a quantity goes with the amount after it. A measure inside a label, as in 増床（16床）による効果, is the label's.
 */
export function effectLines(row: readonly Words[]): EffectLine[] {
  const groups: Group[] = []
  for (const cell of row) {
    for (const { label, figures } of statementsOf(cell)) addStatement(groups, label, figures)
  }
  return groups.flatMap(pairUp)
}

function addStatement(groups: Group[], label: Words, figures: readonly (Measure | Words)[]): void {
  const labels = label.isEmpty ? [] : splitParts(label)
  let group = groups.at(-1)
  if (!group || (labels.length > 0 && group.figures.length > 0)) {
    group = { labels: [], figures: [] }
    groups.push(group)
  }
  group.labels.push(...labels)
  group.figures.push(...figures)
}

/** A cell parted into labels, each with the measures that follow it. */
function statementsOf(cell: Words): { label: Words; figures: (Measure | Words)[] }[] {
  if (noneMark.test(cell.form)) return [{ label: cell.slice(0, 0), figures: [cell] }]
  const found: { label: Words; figures: (Measure | Words)[] }[] = []
  let from = 0
  for (const measure of measures(cell)) {
    const at = measure.words.cleanIndex(0) - cell.cleanIndex(0)
    const end = at + measure.words.length
    if (at < from || !standsAlone(cell, at, end)) continue
    const label = strip(cell.slice(from, at))
    const last = found.at(-1)
    if (label.isEmpty && last) last.figures.push(measure)
    else found.push({ label, figures: [measure] })
    from = end
  }
  const rest = strip(cell.slice(from))
  return /[^()\s]/.test(rest.form) ? [...found, { label: rest, figures: [] }] : found
}

/** Whether a measure is a statement of its own: nothing goes on after it, and no bracket of a label holds it. */
function standsAlone(cell: Words, at: number, end: number): boolean {
  if (!/^(?:[\s、,・/)]|うち|$)/.test(cell.form.slice(end))) return false
  const before = cell.form.slice(0, at)
  const isInside = before.lastIndexOf('(') > before.lastIndexOf(')')
  return !isInside || (/\d\D{0,3}\(\s*$/.test(before) && /^\s*\)/.test(cell.form.slice(end)))
}

function strip(label: Words): Words {
  const ends = label.matches(separators)
  const from = ends[0]?.index === 0 ? ends[0].end : 0
  const last = ends.at(-1)
  return label.slice(from, last && last.end === label.length ? Math.max(from, last.index) : label.length)
}

function splitParts(label: Words): Words[] {
  const starts = label.matches(/うち/g).flatMap(({ index }) => (index > 0 && label.isBoundary(index) ? [index] : []))
  return [0, ...starts].map((from, index) => label.slice(from, starts[index] ?? label.length).trim())
}

function pairUp({ labels, figures }: Group): EffectLine[] {
  const lines: Pick<EffectLine, 'amount' | 'quantity' | 'words'>[] = []
  let quantity: Measure | undefined
  const putQuantity = () => {
    if (quantity) lines.push({ amount: undefined, quantity, words: quantity.words })
    quantity = undefined
  }
  for (const figure of figures) {
    if (!('unit' in figure)) lines.push({ amount: undefined, quantity: undefined, words: figure })
    else if (figure.unit === '円') {
      lines.push({ amount: figure, quantity, words: quantity ? quantity.words.through(figure.words) : figure.words })
      quantity = undefined
    } else {
      putQuantity()
      quantity = figure
    }
  }
  putQuantity()
  return lines.map((line, index) => ({ ...line, label: labels[index], isPart: labels[index]?.form.startsWith('うち') ?? false }))
}
