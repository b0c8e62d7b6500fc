import { lastAtMost } from './rising.ts'

/** A text whose long runs of blanks are cut short, and where each index of it stands in the whole text. */
export interface ShortText {
  text: string
  /** the index in the whole text of an index of the short one; the end of a run is the end of the whole run */
  wholeIndex(at: number): number
}

/** Blanks that are left of a longer run: one more than any pattern counts. */
const mostBlanks = 4
const anyLongRun = new RegExp(String.raw`\s{${mostBlanks + 1}}`)
const longRuns = new RegExp(String.raw`\s{${mostBlanks + 1},}`, 'g')

/**
 * A text with at most four blanks of each run, one of them a tab where the run has any; undefined where no run is longer. A
 * pattern with several optional blanks side by side tries every way to share out a run among them, so it must not see a long one.
 */
export function shortenBlanks(whole: string): ShortText | undefined {
  if (!anyLongRun.test(whole)) return undefined
  const pieces: string[] = []
  const shortStarts: number[] = []
  const wholeStarts: number[] = []
  let length = 0
  const keep = (from: number, to: number) => {
    shortStarts.push(length)
    wholeStarts.push(from)
    pieces.push(whole.slice(from, to))
    length += to - from
  }
  let from = 0
  for (const { 0: run, index } of whole.matchAll(longRuns)) {
    const last = Math.max(run.indexOf('\t'), mostBlanks - 1)
    keep(from, index + mostBlanks - 1)
    keep(index + last, index + last + 1)
    from = index + run.length
  }
  keep(from, whole.length)
  const wholeIndex = (at: number) => {
    const piece = lastAtMost(shortStarts, at)
    return (wholeStarts[piece] as number) + at - (shortStarts[piece] as number)
  }
  return { text: pieces.join(''), wholeIndex }
}
