import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { displayWidth } from '../../loaders/vocabulary/display-width.ts'
import { ratingName } from '../format/ratings.ts'
import type { Html } from '../markup/html.ts'
import type { Topic } from '../markup/topic.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapText } from './wrap.ts'

/** A group of rated items: its name, how many they are in words, and the items, each a box. */
export interface RatedGroup {
  name: string
  count: string
  items: readonly RatedBox[]
}

/** An item as a box: its printed number (No.3), title, rating and page. */
export interface RatedBox extends Topic {
  label: string
  title: string
  rating: string
  href: string
}

interface Box extends RatedBox {
  x: number
  y: number
}

const leastBoxWidth = 43
const box = { height: 38, gap: 3 } as const
/** Width of half a full-width letter of a rating and of an item's label, and the room around them. */
const letterWidth = 6.5
const labelLetterWidth = 5.5
const boxPadding = 10
const nameWidth = 128
const lineHeight = 16
const fontSize = 13
const groupGap = 12

/** Groups of items, a box an item: its rating, with the shape of a letter, and its number under it; boxes make a bar that can be counted. */
export function RatedItemsChart(label: string, groups: readonly RatedGroup[], ratings: readonly string[], { width }: ChartSize): Html {
  const isWide = width >= 500
  const left = isWide ? nameWidth : 0
  const ratingWidths = ratings.map((rating) => displayWidth(ratingName(rating)) * letterWidth)
  const labelWidths = groups.flatMap(({ items }) => items.map(({ label }) => displayWidth(label) * labelLetterWidth))
  const boxWidth = Math.max(leastBoxWidth, ...[...ratingWidths, ...labelWidths].map((width) => width + boxPadding))
  const perRow = Math.max(1, Math.floor((width - left) / (boxWidth + box.gap)))
  let y = 4
  const names: { text: string; y: number; isName: boolean }[] = []
  const boxes: Box[] = []
  for (const { name, count, items } of groups) {
    const lines = isWide ? wrapText(name, 10) : fitted(`${name}  ${count}`, width)
    const counts = isWide ? fitted(count, nameWidth) : []
    names.push(...[...lines, ...counts].map((text, index) => ({ text, y: y + 10 + index * lineHeight, isName: index < lines.length })))
    const top = isWide ? y : y + lines.length * lineHeight + 6
    boxes.push(
      ...items.map((item, index) => ({
        ...item,
        x: left + (index % perRow) * (boxWidth + box.gap),
        y: top + Math.floor(index / perRow) * (box.height + box.gap),
      })),
    )
    const bottom = top + Math.ceil(items.length / perRow) * (box.height + box.gap)
    y = Math.max(bottom, isWide ? y + (lines.length + counts.length) * lineHeight + 4 : 0) + groupGap
  }
  return drawPlot(label, {
    width,
    height: y,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...names.map(({ text, y, isName }) =>
        Plot.text([text], {
          x: () => 0,
          y: () => y,
          text: (name: string) => name,
          textAnchor: 'start',
          fontSize,
          ...(isName ? { fontWeight: 'bold' } : { fill: 'var(--second-ink)' }),
        }),
      ),
      ...ratings.flatMap((rating, rank) =>
        boxMarks(
          boxes.filter((item) => item.rating === rating),
          boxWidth,
          tones[Math.min(rank, tones.length - 1)] as Tone,
        ),
      ),
    ],
  })
}

/** A text in lines of at most a width. */
function fitted(text: string, width: number): string[] {
  const ems = width / fontSize - 0.5
  return textEms(text) <= ems ? [text] : wrapText(text, ems)
}

interface Tone {
  fill: string
  stroke: string
  ink: string
  strokeDasharray?: string
}

/** From the best rating, full, to the lowest, empty; the letters say the same. */
const tones: readonly Tone[] = [
  { fill: 'var(--series-1)', stroke: 'var(--series-1)', ink: 'var(--on-series)' },
  { fill: 'var(--series-1-soft)', stroke: 'var(--series-1-soft)', ink: 'var(--ink)' },
  { fill: 'var(--card)', stroke: 'var(--series-1)', ink: 'var(--ink)' },
  { fill: 'var(--card)', stroke: 'var(--series-1)', ink: 'var(--ink)', strokeDasharray: '3 2' },
]

function boxMarks(boxes: readonly Box[], boxWidth: number, { fill, stroke, ink, strokeDasharray }: Tone): Plot.Markish[] {
  const title = ({ label, title, rating }: Box) => `${label} ${title}、評価${rating}`
  const middle = ({ x }: Box) => x + boxWidth / 2
  return [
    Plot.rect(boxes, {
      x1: ({ x }: Box) => x + 1,
      x2: ({ x }: Box) => x + boxWidth - 1,
      y1: ({ y }: Box) => y + 1,
      y2: ({ y }: Box) => y + box.height - 1,
      rx: 3,
      fill,
      stroke,
      ...(strokeDasharray && { strokeDasharray }),
      title,
    }),
    Plot.text(boxes, {
      x: middle,
      y: ({ y }: Box) => y + 13,
      text: ({ rating }: Box) => ratingName(rating),
      fill: ink,
      fontWeight: 'bold',
      fontSize: 13,
      pointerEvents: 'none',
    }),
    Plot.text(boxes, { x: middle, y: ({ y }: Box) => y + 28, text: ({ label }: Box) => label, fill: ink, fontSize: 11, href: 'href', title }),
  ]
}
