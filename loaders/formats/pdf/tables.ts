import type { Rect } from './engine.ts'
import type { Ruling } from './rulings.ts'

/** A cell of a ruled table: from which row and column, how many it covers, and where it stands on the page. */
export interface RuledCell extends Rect {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** whether rulings close its upper and its lower edge; a page end may cut one that is open */
  readonly isClosedAbove: boolean
  readonly isClosedBelow: boolean
}

/** A table as its rulings part it, in points of the page. */
export interface RuledTable extends Rect {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly RuledCell[]
  /** cells that rulings part to no rectangle */
  readonly isUneven: boolean
}

/** Rulings this near, in points, are one. */
const sameLine = 1.5
/** Rulings that end this near to each other, in points, meet. */
const meets = 2.5
/** Of the edge between two cells: rulings that cover less do not part them. */
const parts = 0.6

/** A straight ruling: where it stands across its direction, and from where to where it goes. */
interface Span {
  at: number
  from: number
  to: number
}

/** Pairs of rulings of a page, and squares of a table, at most: what has more is a drawing. */
const mostPairs = 4_000_000
const mostSquares = 20_000

/** The tables of a page, from top to bottom; none where its rulings are a drawing. */
export function tablesOf(rulings: readonly Ruling[]): RuledTable[] {
  const { level, upright } = spansOf(rulings)
  if (level.length * upright.length > mostPairs) return []
  return connected(level, upright)
    .flatMap((group) => tableOf(group) ?? [])
    .sort((a, b) => a.top - b.top)
}

/** Rulings across that meet none upright, as long as they are together. */
export function rulingsAcross(rulings: readonly Ruling[]): Ruling[] {
  const { level, upright } = spansOf(rulings)
  if (level.length * upright.length > mostPairs) return []
  return level.filter((one) => !upright.some((other) => crosses(one, other))).map(acrossOf)
}

function acrossOf({ at, from, to }: Span): Ruling {
  return { x0: from, x1: to, y0: at, y1: at }
}

/** Rulings as long as they are together, each once. */
export function wholeRulings(rulings: readonly Ruling[]): Ruling[] {
  const { level, upright } = spansOf(rulings)
  return [...level.map(acrossOf), ...upright.map(({ at, from, to }) => ({ x0: at, x1: at, y0: from, y1: to }))]
}

function spansOf(rulings: readonly Ruling[]): Group {
  return {
    level: joined(rulings.filter(isLevel).map(({ x0, x1, y0, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 }))),
    upright: joined(rulings.filter((one) => !isLevel(one)).map(({ x0, x1, y0, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 }))),
  }
}

function isLevel({ x0, x1, y0, y1 }: Ruling): boolean {
  return x1 - x0 > y1 - y0
}

/** Rulings on one line, as long as they are together. */
function joined(spans: Span[]): Span[] {
  const places = meanPlaces(spans.map(({ at }) => at))
  const byPlace = new Map<number, Span[]>()
  for (const span of spans) {
    const at = nearest(places, span.at)
    byPlace.set(at, [...(byPlace.get(at) ?? []), { ...span, at }])
  }
  return [...byPlace.values()].flatMap((group) => {
    const whole: Span[] = []
    for (const span of group.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last && span.from <= last.to + meets) last.to = Math.max(last.to, span.to)
      else whole.push(span)
    }
    return whole
  })
}

/** Numbers near to each other as one, their mean; rising. */
function meanPlaces(numbers: readonly number[]): number[] {
  const groups: number[][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && number - (group[0] as number) <= sameLine * 2) group.push(number)
    else groups.push([number])
  }
  return groups.map((group) => group.reduce((sum, number) => sum + number, 0) / group.length)
}

function nearest(places: readonly number[], at: number): number {
  return places.reduce((best, place) => (Math.abs(place - at) < Math.abs(best - at) ? place : best))
}

interface Group {
  level: Span[]
  upright: Span[]
}

/** Rulings that meet, directly or by others. */
function connected(level: readonly Span[], upright: readonly Span[]): Group[] {
  const groups: Group[] = []
  const groupOf = new Map<Span, Group>()
  const put = (span: Span, key: keyof Group, group: Group) => {
    group[key].push(span)
    groupOf.set(span, group)
  }
  for (const span of level) {
    const group: Group = { level: [], upright: [] }
    put(span, 'level', group)
    groups.push(group)
  }
  for (const span of upright) {
    const met = new Set(level.filter((other) => crosses(other, span)).map((other) => groupOf.get(other) as Group))
    const [first = newGroup(groups), ...others] = met
    put(span, 'upright', first)
    for (const other of others) {
      for (const one of other.level) put(one, 'level', first)
      for (const one of other.upright) put(one, 'upright', first)
      groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups
}

function newGroup(groups: Group[]): Group {
  const group: Group = { level: [], upright: [] }
  groups.push(group)
  return group
}

function crosses(level: Span, upright: Span): boolean {
  return upright.at >= level.from - meets && upright.at <= level.to + meets && level.at >= upright.from - meets && level.at <= upright.to + meets
}

/** The table that rulings make: at least one cell between them, open on one side where a page end cuts it. */
function tableOf({ level, upright }: Group): RuledTable | undefined {
  if (level.length === 0 || upright.length === 0 || level.length + upright.length < 3) return undefined
  const xs = edges(upright, level)
  const ys = edges(level, upright)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows > mostSquares) return undefined
  const grid = new CellGrid(rows, columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, right, top, bottom] = [xs[column], xs[column + 1], ys[row], ys[row + 1]] as [number, number, number, number]
      if (column + 1 < columns && !isParted(upright, right, top, bottom)) grid.join(row, column, row, column + 1)
      if (row + 1 < rows && !isParted(level, bottom, left, right)) grid.join(row, column, row + 1, column)
    }
  }
  const { spans, isUneven } = grid.cells()
  const cells = spans.map((span) => {
    const [left, right] = [xs[span.column], xs[span.column + span.columns]] as [number, number]
    const [top, bottom] = [ys[span.row], ys[span.row + span.rows]] as [number, number]
    return { ...span, left, right, top, bottom, isClosedAbove: isParted(level, top, left, right), isClosedBelow: isParted(level, bottom, left, right) }
  })
  const [left, right, top, bottom] = [xs[0], xs[columns], ys[0], ys[rows]] as [number, number, number, number]
  return { left, right, top, bottom, rows, columns, cells, isUneven }
}

/** Where columns begin and end: at the rulings between them, and where those across begin and end. */
function edges(between: readonly Span[], across: readonly Span[]): number[] {
  const places = meanPlaces(between.map(({ at }) => at))
  const first = Math.min(...across.map(({ from }) => from))
  const last = Math.max(...across.map(({ to }) => to))
  if (first < (places[0] ?? Infinity) - meets) places.unshift(first)
  if (last > (places.at(-1) ?? -Infinity) + meets) places.push(last)
  return places
}

/** Whether rulings at a place cover most of an edge. */
function isParted(spans: readonly Span[], at: number, from: number, to: number): boolean {
  const covered = spans
    .filter((span) => Math.abs(span.at - at) <= sameLine * 2)
    .reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0)
  return covered >= parts * (to - from)
}

type CellSpan = Pick<RuledCell, 'row' | 'column' | 'rows' | 'columns'>

/** The squares of a grid, joined to cells where nothing parts them. */
class CellGrid {
  readonly #cellOf: number[]

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.#cellOf = Array.from({ length: rows * columns }, (_, index) => index)
  }

  join(row: number, column: number, otherRow: number, otherColumn: number): void {
    const one = this.#rootOf(row * this.columns + column)
    const other = this.#rootOf(otherRow * this.columns + otherColumn)
    this.#cellOf[Math.max(one, other)] = Math.min(one, other)
  }

  #rootOf(index: number): number {
    let root = index
    while (this.#cellOf[root] !== root) root = this.#cellOf[root] as number
    return root
  }

  /** The cells; those that are no rectangles in pieces of one row. */
  cells(): { spans: CellSpan[]; isUneven: boolean } {
    const members = new Map<number, number[]>()
    for (let index = 0; index < this.#cellOf.length; index++) {
      const root = this.#rootOf(index)
      members.set(root, [...(members.get(root) ?? []), index])
    }
    let isUneven = false
    const spans = [...members.values()].flatMap((indexes) => {
      const span = this.#around(indexes)
      if (span.rows * span.columns === indexes.length) return [span]
      isUneven = true
      return this.#rowPieces(indexes)
    })
    return { spans, isUneven }
  }

  #around(indexes: readonly number[]): CellSpan {
    const rows = indexes.map((index) => Math.floor(index / this.columns))
    const columns = indexes.map((index) => index % this.columns)
    const [row, column] = [Math.min(...rows), Math.min(...columns)]
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 }
  }

  #rowPieces(indexes: readonly number[]): CellSpan[] {
    const pieces: number[][] = []
    for (const index of indexes) {
      const piece = pieces.at(-1)
      const isNext = piece?.at(-1) === index - 1 && index % this.columns !== 0
      if (piece && isNext) piece.push(index)
      else pieces.push([index])
    }
    return pieces.map((piece) => this.#around(piece))
  }
}
