/** A line drawn upright or across, or a thin rectangle. */
export interface Ruling {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Points: no dash of a line is longer. */
export const longestDash = 12
/** Points: dashes and dots this near to each other are of one line, longer ones where their gaps are no longer than they are. */
const gapOfDots = 2.5
const widestGap = 6
/** Dashes and points of a line at least. */
const fewestDashes = 4
const shortestLine = 8
/** Points by which dashes of one line may stand off it. */
const offLine = 0.3

/** The lines that dashes and dots make, each given as the rectangle that it covers: across and upright. */
export function linesOfDashes(dashes: readonly Ruling[]): Ruling[] {
  const turned = ({ x0, x1, y0, y1 }: Ruling): Ruling => ({ x0: y0, x1: y1, y0: x0, y1: x1 })
  return [...linesAcross(dashes), ...linesAcross(dashes.map(turned)).map(turned)]
}

function linesAcross(dashes: readonly Ruling[]): Ruling[] {
  const flat = dashes.filter(({ x0, x1, y0, y1 }) => x1 - x0 >= y1 - y0 - offLine)
  const sorted = flat.map((dash) => ({ ...dash, y: Math.round((dash.y0 + dash.y1) / 2 / offLine) })).sort((a, b) => a.y - b.y || a.x0 - b.x0)
  const lines: Ruling[][] = []
  let before: (typeof sorted)[number] | undefined
  for (const dash of sorted) {
    if (before && before.y === dash.y && isNext(before, dash)) lines.at(-1)?.push(dash)
    else lines.push([dash])
    before = dash
  }
  return lines.flatMap((line): Ruling[] => {
    const [first, last] = [line[0], line.at(-1)] as [Ruling, Ruling]
    if (line.length < fewestDashes || last.x1 - first.x0 < shortestLine) return []
    const y = (first.y0 + first.y1) / 2
    return [{ x0: first.x0, x1: last.x1, y0: y, y1: y }]
  })
}

function isNext(dash: Ruling, next: Ruling): boolean {
  const gap = next.x0 - dash.x1
  const length = Math.min(dash.x1 - dash.x0, next.x1 - next.x0)
  return gap <= Math.max(gapOfDots, Math.min(length, widestGap))
}
