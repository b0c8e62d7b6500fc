import { textEms } from '../../loaders/document/text-width.ts'
import { escapeHtml, Html } from '../markup/html.ts'
import type { ChartSize } from './plot.ts'

/** A table as the diagram shows it: its title, its name, the columns of its key, the tables its rows refer to. */
export interface DiagramTable {
  name: string
  title: string
  key: readonly string[]
  references: readonly string[]
}

interface Box {
  table: DiagramTable
  x: number
  y: number
  width: number
}

const lineHeight = 17
const gap = 14
const indent = 22
const narrowestBox = 300
const widestBox = 360

/**
 * Tables as boxes below the table they refer to: a line from a box leads to the one whose rows it refers to. Boxes that
 * refer to the same table stand in columns, as many as the width has room for.
 */
export function KeyDiagram(tables: readonly DiagramTable[], { width }: ChartSize): Html {
  const roots = tables.filter(({ references }) => references.length === 0)
  const parts: string[] = []
  let y = 1
  for (const root of roots) y = drawBelow(tables, root, { x: 1, y, width: width - 2 }, parts) + gap
  const label = `表とキーの図。${tables.map(inWords).join('。')}`
  return new Html(
    `<svg viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="${escapeHtml(label)}" font-size="12" fill="currentColor">${parts.join('')}</svg>`,
  )
}

function inWords({ title, key, references }: DiagramTable): string {
  return `${title}: キー ${key.join('、')}${references.length > 0 ? `、${references.join('、')}を参照` : ''}`
}

/** Draws a table and those below it; gives where what is below them ends. */
function drawBelow(tables: readonly DiagramTable[], table: DiagramTable, place: Omit<Box, 'table'>, parts: string[]): number {
  const children = tables.filter(({ references }) => references[0] === table.name)
  const parents = children.filter((child) => tables.some(({ references }) => references[0] === child.name))
  const leaves = children.filter((child) => !parents.includes(child))
  const boxWidth = Math.min(place.width, widestBox)
  const bottom = place.y + drawBox({ table, ...place, width: boxWidth }, parts)
  let y = drawColumns(leaves, { x: place.x, y: bottom, width: place.width }, parts)
  for (const parent of parents) {
    const top = y + gap
    parts.push(connector(place.x + indent / 2, bottom, top + lineHeight, place.x + indent))
    y = drawBelow(tables, parent, { x: place.x + indent, y: top, width: place.width - indent }, parts)
  }
  return y
}

function drawColumns(tables: readonly DiagramTable[], { x, y, width }: Omit<Box, 'table'>, parts: string[]): number {
  if (tables.length === 0) return y
  const count = Math.max(1, Math.min(tables.length, Math.floor(width / (narrowestBox + indent))))
  const each = width / count
  const perColumn = Math.ceil(tables.length / count)
  let lowest = y
  for (let column = 0; column < count; column++) {
    const left = x + column * each
    const trunk = left + indent / 2
    if (column > 0) parts.push(path(`M${x + indent / 2} ${y + gap / 2}H${trunk}V${y + gap}`))
    let top = y + gap
    for (const table of tables.slice(column * perColumn, (column + 1) * perColumn)) {
      parts.push(connector(trunk, y + (column > 0 ? gap : 0), top + lineHeight, left + indent))
      top += drawBox({ table, x: left + indent, y: top, width: Math.min(widestBox, each - indent - (column < count - 1 ? gap : 0)) }, parts) + gap
    }
    lowest = Math.max(lowest, top - gap)
  }
  return lowest
}

/** A box with title, name and key; its height. */
function drawBox({ table: { name, title, key }, x, y, width }: Box, parts: string[]): number {
  const lines = wrapKey(key, (width - 20) / 12)
  const height = (lines.length + 1) * lineHeight + 12
  const text = (line: number, content: string, style: string) => `<text x="${x + 10}" y="${y + 18 + line * lineHeight}" ${style}>${content}</text>`
  parts.push(
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="var(--card)" stroke="var(--axis)"/>`,
    text(0, `<tspan font-weight="bold">${escapeHtml(title)}</tspan> ${escapeHtml(name)}`, ''),
    ...lines.map((line, index) => text(index + 1, escapeHtml(line), 'fill="var(--second-ink)"')),
  )
  return height
}

/** The columns of a key in lines of at most so many ems. */
function wrapKey(key: readonly string[], ems: number): string[] {
  const lines: string[] = []
  for (const name of key) {
    const joined = lines.length > 0 ? `${lines.at(-1)}, ${name}` : name
    if (lines.length > 0 && textEms(joined) <= ems) lines[lines.length - 1] = joined
    else lines.push(name)
  }
  return lines
}

function connector(x: number, from: number, to: number, boxX: number): string {
  return path(`M${x} ${from}V${to}H${boxX}`)
}

function path(d: string): string {
  return `<path d="${d}" fill="none" stroke="var(--axis)"/>`
}
