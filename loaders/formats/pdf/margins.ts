import type { Block } from './block.ts'
import type { PageBlocks } from './blocks.ts'
import type { Line } from './lines.ts'
import { textOf } from './paragraphs.ts'
import { type BlankStyle, writeLine } from './written.ts'

/** The page numbers that the parser knows. */
const pageMark = /^(?:[-–—―‐−ー－]?\d{1,4}[-–—―‐−ー－]?|\d{1,4}[/／]\d{1,4}|(?:p\.?|page)\d{1,4}|\d{1,4}(?:ページ|頁))$/i
/** A page number at one end of a line that says more. */
const besideMore =
  /^(?:[-–—―‐−－]\d{1,4}[-–—―‐−－]|(?:p\.?|page)\d{1,4}(?!\p{Nd}))|(?:[-–—―‐−－]\d{1,4}[-–—―‐−－]|\d{1,4}[/／]\d{1,4}|(?:p\.?|page)\d{1,4}|\d{1,4}(?:ページ|頁))$/iu
/** Lines at each end of a page that can be running heads, and page numbers. */
const mostHeads = 3
const mostMarks = 2
/** Pages that have a running head at least. */
const fewestHeads = 3
/** Of the size of a font: running heads are further away from what is read. */
const apart = 2
/** Of the height of a page: running heads stand no further from its edge. */
const marginHeight = 0.15

/** A page without what stands in its margins: the numbers of its pages, and lines that others have too. */
export interface PartedPage {
  readonly body: readonly Block[]
  readonly marks: readonly Line[]
  readonly repeated: readonly Line[]
}

/**
 * What stands in the margins of pages: their numbers, and running heads. Those are lines that stand at one height near the edge of most
 * pages, or of most left or right ones, whatever number of the page they hold; the first page keeps its upper ones, which may be the title.
 */
export class Margins {
  readonly #first: readonly Block[] | undefined
  readonly #heights: ReadonlyMap<readonly Block[], number>
  readonly #heads: ReadonlySet<string>

  constructor(
    pages: readonly PageBlocks[],
    private readonly style: BlankStyle,
  ) {
    this.#first = pages[0]?.blocks
    this.#heights = new Map(pages.map(({ blocks, page }) => [blocks, page.height]))
    this.#heads = new Set(
      keysOfMost(
        pages.map(
          ({ blocks }) =>
            new Set(
              this.#marginLines(blocks)
                .flat()
                .map((line) => this.#key(line)),
            ),
        ),
      ),
    )
  }

  /** Parts what stands in the margins of a page from what stands between. */
  part(blocks: readonly Block[]): PartedPage {
    const marks = unique(outerLines(blocks, mostMarks).flat().filter(isPageMark))
    const kept = blocks === this.#first ? outerLines(blocks, mostHeads)[0].filter((line) => !this.#key(line).includes('#')) : []
    const repeated = unique(this.#headsOf(blocks)).filter((line) => !marks.includes(line) && !kept.includes(line))
    const body = blocks.flatMap((block): Block[] => {
      if ('table' in block) return [block]
      const lines = block.lines.filter((line) => !marks.includes(line) && !repeated.includes(line))
      return lines.length > 0 ? [{ ...block, lines }] : []
    })
    return { body, marks, repeated }
  }

  /** The running heads of a page, from each edge as far as there is nothing else, apart from what follows. */
  #headsOf(blocks: readonly Block[]): Line[] {
    const ys = blocks.flatMap((block) => ('table' in block ? [block.table.top, block.table.bottom] : block.lines.map(({ y }) => y)))
    return this.#marginLines(blocks).flatMap((lines) => {
      const other = lines.findIndex((line) => !this.#heads.has(this.#key(line)) && !isPageMark(line))
      const found = other < 0 ? lines : lines.slice(0, other)
      const isApart = (line: Line) => ys.every((y) => Math.abs(y - line.y) >= apart * line.size || isBetween(y, line.y, (found[0] as Line).y))
      return found.slice(0, found.findLastIndex(isApart) + 1)
    })
  }

  /** Lines near both edges of a page, from its edge inward. */
  #marginLines(blocks: readonly Block[]): [upper: Line[], lower: Line[]] {
    const height = this.#heights.get(blocks) ?? 0
    const [upper, lower] = outerLines(blocks, mostHeads)
    return [upper.filter(({ y }) => y <= marginHeight * height), lower.filter(({ y }) => y >= (1 - marginHeight) * height)]
  }

  /** What a line says at which height, with a sign in place of the number of its page. */
  #key(line: Line): string {
    const pieces = writeLine(line, this.style, true).text.split('\t')
    return `${Math.round(line.y)} ${pieces.map(withoutPageNumber).join('\t')}`
  }
}

/** Keys that most pages have, or most odd or even ones. */
function keysOfMost(pages: readonly ReadonlySet<string>[]): string[] {
  const counts = new Map<string, [odd: number, even: number]>()
  pages.forEach((keys, index) => {
    for (const key of keys) {
      const sides = counts.get(key) ?? [0, 0]
      sides[index % 2 === 0 ? 0 : 1] += 1
      counts.set(key, sides)
    }
  })
  const [odd, even] = [Math.ceil(pages.length / 2), Math.floor(pages.length / 2)]
  return [...counts].flatMap(([key, [ofOdd, ofEven]]) => {
    const isOften = pages.length > 1 && ofOdd + ofEven >= Math.min(fewestHeads, pages.length)
    const isOfMost = ofOdd + ofEven > pages.length / 2 || ofOdd > odd / 2 || ofEven > even / 2
    return isOften && isOfMost ? [key] : []
  })
}

function withoutPageNumber(piece: string): string {
  const text = piece.replaceAll(' ', '')
  return pageMark.test(text) ? '#' : text.replace(besideMore, '#')
}

/** Lines at both ends of a page that stand in no table, from its edge inward. */
function outerLines(blocks: readonly Block[], most: number): [upper: Line[], lower: Line[]] {
  const [first, last] = [blocks[0], blocks.at(-1)]
  return [first && 'lines' in first ? first.lines.slice(0, most) : [], last && 'lines' in last ? last.lines.slice(-most).reverse() : []]
}

function unique(lines: readonly Line[]): Line[] {
  return [...new Set(lines)]
}

function isBetween(y: number, one: number, other: number): boolean {
  return y >= Math.min(one, other) && y <= Math.max(one, other)
}

function isPageMark(line: Line): boolean {
  return pageMark.test(textOf(line))
}
