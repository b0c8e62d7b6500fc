import type { Mark } from '../../document/drawn.ts'
import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import type { Line } from './lines.ts'
import { canHaveBlank, Meetings } from './meetings.ts'
import { type BlankStyle, between, joinWritten, letterMark, type Written, writeLine } from './written.ts'

/** What lines stand in: from where to where they can go, in points. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** How the paragraphs of a document look. */
export interface ParagraphStyle extends BlankStyle {
  /** whether entries of lists go on further right than they begin */
  readonly hangs: boolean
  /** where words of the document meet within lines */
  readonly meetings: Meetings
  /** told of each place where neither the room left nor a sign tells a wrapped sentence from a new paragraph */
  readonly onAmbiguous?: (mark: Mark) => void
}

/** Of the size of a font: the room that a line end may leave beyond what would have gone on in it. */
const spareRoom = 0.6
/** Of the size of a font: lines of one paragraph are no further apart. */
const farthestLine = 2.4
/** Of the size of a font: how far right of its first line a paragraph goes on at most. */
const farthestHang = 1.5
/** Of the size of a font: indents that differ by less are the same. */
const sameIndent = 0.5

const bullet = /^[・○●◯◎◇◆■□▪▫※【★☆►▶・]/u
const listNumber = /^(?:[①-⑳㉑-㉟]|[(（][0-9０-９ア-ンあ-ん一-十]{1,2}[)）])/u
const sentenceEnd = /[。）】)」』]$/

/** Words that are one amount with its unit. */
export const amountAlone = /^[△▲-]?\s*[0-9０-９][0-9０-９,，.．]*\s*(?:人|件|円|千円|百万円|億円|%|％|m²|㎡|回|か所|名|台|戸|世帯)$/u

/** The paragraphs of a column of lines: what was wrapped is joined. `hasColumns` puts tabs where words stand far apart. */
export function paragraphsOf(lines: readonly Line[], column: Column, style: ParagraphStyle, hasColumns = false): Written[] {
  const groups = isList(lines) ? lines.map((line) => [line]) : groupLines(lines, column, style, hasColumns)
  return groups.map((group) => joinLines(group, style, hasColumns))
}

/** Whether each line is an amount with its unit: a list, not one number. */
function isList(lines: readonly Line[]): boolean {
  return lines.length > 1 && lines.every((line) => amountAlone.test(textOf(line)))
}

function groupLines(lines: readonly Line[], column: Column, style: ParagraphStyle, hasColumns: boolean): Line[][] {
  const inner = innerColumn(lines, column)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const isApart = hasColumns && group && [group.at(-1) as Line, line].some((one) => writeLine(one, style, true).text.includes('\t'))
    if (group && !isApart && goesOn(group, line, inner, style)) group.push(line)
    else groups.push([line])
  }
  return groups
}

/** Where the lines of a column can go, which keep the same distance from both its edges. */
export function innerColumn(lines: readonly Line[], { left, right }: Column): Column & { isLeft: boolean } {
  const first = Math.min(...lines.map((line) => line.left))
  const size = Math.max(...lines.map((line) => line.size))
  const margin = Math.max(0, Math.min(first - left, size * 0.8))
  return { left: left + margin, right: right - margin, isLeft: isLeftAligned(lines) && !isCentred(lines, { left, right }) }
}

/** Whether lines begin at the left, hanging indents aside, rather than stand in the middle or end at the right. */
function isLeftAligned(lines: readonly Line[]): boolean {
  const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)
  const size = Math.max(...lines.map((line) => line.size))
  const [left, middle, right] = [lines.map((line) => line.left), lines.map((line) => (line.left + line.right) / 2), lines.map((line) => line.right)].map(
    spread,
  ) as [number, number, number]
  return left <= 2.5 * size || left <= Math.min(middle, right) + size * sameIndent
}

/** Whether lines, not all as long, stand in the middle of a column; a sentence that ends before the last may have a new paragraph after it. */
function isCentred(lines: readonly Line[], { left, right }: Column): boolean {
  const size = Math.max(...lines.map((line) => line.size))
  const isInMiddle = (line: Line) => Math.abs(line.left - left - (right - line.right)) <= size * sameIndent
  const isUneven = lines.some((line) => Math.abs(line.left - (lines[0] as Line).left) > size * sameIndent)
  return isUneven && lines.every(isInMiddle) && !lines.slice(0, -1).some((line) => textOf(line).endsWith('。'))
}

/** Whether a line goes on with the paragraph of the lines before it. */
export function goesOn(group: readonly Line[], line: Line, column: Column & { isLeft: boolean }, style: ParagraphStyle): boolean {
  const last = group.at(-1) as Line
  if (last.page === line.page && line.y - last.y > farthestLine * Math.max(line.size, last.size)) return false
  const tags = [paragraphOf(last), paragraphOf(line)] as const
  const isTagged = last.page === line.page && tags[0] >= 0 && tags[1] >= 0
  if (isTagged && tags[0] !== tags[1]) return false
  if (!isFull(last, line, column)) return false
  const text = textOf(line)
  if (bullet.test(text) && !(column.isLeft && isIndented(group, line))) return false
  const ends = sentenceEnd.test(textOf(last))
  if (listNumber.test(text) && ends && !(column.isLeft && isIndented(group, line))) return false
  if (column.isLeft && !fitsIndent(group, line, style)) return false
  if (!isTagged && textOf(last).endsWith('。') && !hasIndents(group, line)) style.onAmbiguous?.(letterMark(line.letters[0] as Glyph, line.page))
  return true
}

/** Whether what a line begins with would not have fitted at the end of the line before. */
function isFull(last: Line, line: Line, column: Column & { isLeft: boolean }): boolean {
  const room = column.isLeft ? column.right - last.right : column.right - column.left - (last.right - last.left)
  return room < widthOfStart(line) + spareRoom * last.size
}

/** What cannot be parted from the beginning of a line: a word or number, a letter with the signs that may not begin a line. */
function widthOfStart({ letters }: Line): number {
  const text = letters.map(({ char }) => char)
  let end = 0
  while (end < text.length - 1 && /^[「『（(【［〔《]$/.test(text[end] as string)) end++
  if (isWordPart(text[end])) while (isWordPart(text[end + 1])) end++
  while (/^[」』）)】］〕》、。，．,.・！？!?ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%]$/.test(text[end + 1] ?? '')) end++
  return (letters[end] as Glyph).cell.right - (letters[0] as Glyph).cell.left
}

function isWordPart(char: string | undefined): boolean {
  return char !== undefined && /^[0-9A-Za-z.,\-/]$/.test(char)
}

function isIndented(group: readonly Line[], line: Line): boolean {
  const first = group[0] as Line
  return line.left > first.left + sameIndent * line.size
}

function hasIndents(group: readonly Line[], line: Line): boolean {
  return Math.abs(line.left - (group[0] as Line).left) > sameIndent * line.size
}

/** Whether a line begins where the paragraph would go on. */
function fitsIndent(group: readonly Line[], line: Line, { hangs }: ParagraphStyle): boolean {
  const [first, second] = group as [Line, Line?]
  if (second) return Math.abs(line.left - second.left) <= sameIndent * line.size
  const indent = (line.left - first.left) / line.size
  if (listNumber.test(textOf(first))) return indent >= -sameIndent && indent < 4
  if (bullet.test(textOf(first))) return indent > sameIndent ? indent < 4 : !hangs && indent >= -sameIndent
  const farthest = sentenceEnd.test(textOf(first)) ? sameIndent : farthestHang
  return indent >= -2 && indent <= farthest
}

/** Whether entries of lists in a document go on further right than they begin, by most of those that go on at all. */
export function hangs(columns: readonly { lines: readonly Line[]; column: Column }[]): boolean {
  let [hanging, level] = [0, 0]
  for (const { lines, column } of columns) {
    if (lines.length < 2) continue
    const inner = innerColumn(lines, column)
    lines.slice(1).forEach((line, index) => {
      const before = lines[index] as Line
      const text = textOf(line)
      if (!/^[・○●◯]/.test(textOf(before)) || bullet.test(text) || listNumber.test(text) || !isFull(before, line, inner)) return
      const indent = (line.left - before.left) / line.size
      if (indent > sameIndent) hanging += 1
      else if (indent > -sameIndent) level += 1
    })
  }
  return hanging > level
}

function paragraphOf({ letters }: Line): number {
  return letters.find((letter) => letter.paragraph >= 0)?.paragraph ?? -1
}

/** The letters of a line without blanks. */
export function textOf({ letters }: Line): string {
  return letters
    .filter((letter) => !isBlank(letter))
    .map(({ char }) => char)
    .join('')
}

function joinLines(group: readonly Line[], style: ParagraphStyle, hasColumns: boolean): Written {
  const written = group.map((line) => writeLine(line, style, hasColumns))
  if (written.length === 1) return written[0] as Written
  const meetings = [new Meetings(written.map(({ text }) => text)), style.meetings]
  return joinWritten(
    written.flatMap((line, index) => {
      const before = written[index - 1]
      const hasBlank = before && (group[index - 1]?.endsInBlank || hadBlank(before.text, line.text, meetings))
      return hasBlank ? [between(' '), line] : [line]
    }),
  )
}

/** Whether a blank was where a line was wrapped: two words meet, or the same words have one elsewhere. */
function hadBlank(before: string, line: string, meetings: readonly Meetings[]): boolean {
  const [end, start] = [before.slice(-1), line.slice(0, 1)]
  if (!canHaveBlank(end, start)) return false
  if (/^[A-Za-z]{2}$/.test(end + start)) return true
  return meetings.map((one) => one.haveBlank(before, line)).find((found) => found !== undefined) ?? false
}
