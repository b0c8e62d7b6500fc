import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import { type Item, partOf } from '../structure/item.ts'
import { cells, type Row } from '../structure/rows.ts'
import type { Document } from '../structure/sections.ts'
import { type RatingKind, ratingKind } from '../vocabulary/ratings.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { legendOf, scaleOf } from './rating-scale.ts'

/** A rating given to an item, for a year or for the whole plan (null). */
export interface StatedRating {
  fiscalYear: number | null
  words: Words
  kind: RatingKind
}

/** What an item's ratings say: the ratings in the order of the document, their scale, and all words of it that were read. */
interface Ratings {
  ratings: StatedRating[]
  scale: string[]
  read: Words[]
}

/** What a column or a cell is the rating of. */
type Span = number | 'plan'

const wholePlan = /^(?:総括(?:評価)?|総合(?:評価)?|全体(?:評価)?|最終(?:評価)?|プラン全体|期間全体|評価)$/
const lead = '(?:(?:自己|総合|最終|総括|年度)?評価|進捗率|達成率|進捗状況|達成状況|達成度|進捗度|得点|点数)'
const leadOfResult = '(?:(?:自己|内部|外部|年度|取組|進捗)?評価|進捗状況|達成状況)'
const given = String.raw`[^\s:()/※。]{1,12}?|\d{1,3}(?:\.\d{1,2})?\s?[%点]`
const cellOfRating = new RegExp(String.raw`^(?:${lead}\s?:?\s?)?(?<rating>${given})(?:\s?評価)?(?:\s?\((?<about>[^()]*)\))?$`, 'd')
const ofYear = /(?:^|[、,/\s])\s?(?<year>[^\s:、,/※]{2,12})\s?:\s?(?<rating>[^\s:、,/]{1,12})(?=[、,/\s]|$)/dg
const note = /^(?:※|\([^()]{0,60}?(?:満点|段階|評価)[^()]{0,60}\)$|凡例|評価(?:区分|基準))/
const entryOfYear = new RegExp(String.raw`^[・○●\s]{0,3}(?:[【(]${leadOfResult}[】)]\s?:?|${leadOfResult}\s?:)\s?(?<rating>${given})$`, 'd')

const headOfResult = new RegExp(`^[【(]?${leadOfResult}[】)]?:?$`)

/** The rating of an item with its words: of the whole plan, else of the last year that has one. */
export function readRating(item: Item): Words | undefined {
  const { ratings } = ratingsOf(item)
  const whole = ratings.find(({ fiscalYear }) => fiscalYear === null)
  const last = ratings.reduce<StatedRating | undefined>((last, rating) => ((rating.fiscalYear ?? 0) > (last?.fiscalYear ?? 0) ? rating : last), undefined)
  return (whole ?? last)?.words
}

/** The scale that the rating's note states, best first; empty where none is stated. */
export function readRatingScale(item: Item): string[] {
  return ratingsOf(item).scale
}

/** The scale of an item's ratings: its own, else the one that the document states for all. */
export function ratingScaleOf(item: Item, document: Document): string[] {
  const own = readRatingScale(item)
  return own.length > 0 ? own : legendOf(document).scale
}

/** The ratings of an item: those of its rating part, for the whole plan or by year, and those that its yearly results give. */
export const ratingsOf = cached((item: Item): Ratings => {
  const rows = partOf(item, 'rating')?.rows ?? []
  const all = rows.flatMap(({ words }) => cells(words)).filter((cell) => !cell.isEmpty)
  const notes = all.filter(({ form }) => note.test(form))
  const scale = notes.map(({ form }) => scaleOf(form)).find((steps) => steps.length > 0) ?? []
  const reader = new RatingRows(item.knownYears, scale, yearsOfNotes(notes, item.knownYears))
  for (const row of rows) reader.readRow(row)
  const ofResults = item.years.flatMap(({ part, fiscalYear }) => ratingsOfResults(part.rows, fiscalYear, scale))
  return { ratings: [...ofResults, ...reader.ratings], scale, read: [...notes, ...reader.read] }
})

/** The years that a note names in turn for ratings that a stroke parts: ※R3／R4. */
function yearsOfNotes(notes: readonly Words[], known: ReadonlySet<number>): number[] {
  const years = notes.map(({ form }) =>
    form
      .replace(/^※\s?/, '')
      .split('/')
      .map((year) => headYear(year, known)),
  )
  return years.find((found): found is number[] => found.length > 1 && found.every((year) => year !== undefined)) ?? []
}

/** Reads the rows of a rating part: heads of years above their ratings or before them, or a rating alone. */
class RatingRows {
  readonly ratings: StatedRating[] = []
  readonly read: Words[] = []
  #heads: (Span | undefined)[] = []

  constructor(
    private readonly known: ReadonlySet<number>,
    private readonly scale: readonly string[],
    private readonly partedYears: readonly number[],
  ) {}

  readRow({ words }: Row): void {
    const row = cells(words)
    const filled = row.filter((cell) => !cell.isEmpty && !note.test(cell.form))
    if (filled.length > 0 && filled.every((cell) => this.#spanOf(cell) !== undefined)) {
      this.#heads = row.map((cell) => this.#spanOf(cell))
      this.read.push(...filled)
      return
    }
    let before: Span | undefined
    for (const [index, cell] of row.entries()) {
      if (cell.isEmpty || note.test(cell.form)) continue
      const span = this.#spanOf(cell)
      if (span !== undefined) this.read.push(cell)
      else this.#readCell(cell, before ?? (this.#heads.length > 0 ? this.#heads[index] : 'plan'))
      before = span
    }
  }

  /** What a cell is the head of. */
  #spanOf({ form }: Words): Span | undefined {
    return wholePlan.test(form.replace(/\s/g, '')) ? 'plan' : headYear(form, this.known)
  }

  #readCell(cell: Words, span: Span | undefined): void {
    const found = this.#oneOf(cell, span) ?? this.#partedOf(cell) ?? this.#byYearOf(cell)
    if (!found) return
    this.ratings.push(...found)
    this.read.push(cell)
  }

  /** A rating alone in its cell; the whole plan has one. */
  #oneOf(cell: Words, span: Span | undefined): StatedRating[] | undefined {
    const match = cell.match(cellOfRating)
    const about = headYear(match?.form('about') ?? '', this.known)
    const fiscalYear = about ?? (span === 'plan' ? null : span)
    const isAnother = fiscalYear === null && this.ratings.some((rating) => rating.fiscalYear === null)
    return fiscalYear === undefined || isAnother ? undefined : statedRating(match?.words('rating'), fiscalYear, this.scale)
  }

  /** Ratings that a stroke parts, one for each year that the note names. */
  #partedOf(cell: Words): StatedRating[] | undefined {
    const parts = cell.split(/\//g)
    if (parts.length < 2 || parts.length !== this.partedYears.length) return undefined
    const found = parts.map((part, index) => statedRating(part.trim(), this.partedYears[index] as number, this.scale))
    return found.every((rating) => rating !== undefined) ? found.flat() : undefined
  }

  /** Ratings that each have their year before them: R3：B、R4：A. */
  #byYearOf(cell: Words): StatedRating[] | undefined {
    const matches = cell.matches(ofYear)
    const found = matches.map((match) => {
      const year = headYear(match.form('year') ?? '', this.known)
      return year === undefined ? undefined : statedRating(match.words('rating'), year, this.scale)
    })
    return found.length > 0 && found.every((rating) => rating !== undefined) ? found.flat() : undefined
  }
}

function statedRating(words: Words | undefined, fiscalYear: number | null, scale: readonly string[]): StatedRating[] | undefined {
  const kind = words && ratingKind(words.form, scale)
  return words && kind ? [{ fiscalYear, words, kind }] : undefined
}

/** The kinds that are ratings only where they are called so: 進捗状況：80% is a result. */
const measured: ReadonlySet<RatingKind> = new Set(['percent', 'points'])

/** The ratings that the results of a year give: an entry 評価：B, or a cell behind one that says 評価. */
function ratingsOfResults(rows: readonly Row[], fiscalYear: number, scale: readonly string[]): StatedRating[] {
  return rows.flatMap(({ words }) => {
    const row = cells(words)
    return row.flatMap((cell, index) => {
      const isBehind = index > 0 && headOfResult.test(row[index - 1]?.form ?? '')
      const rating = isBehind ? cell : cell.match(entryOfYear)?.words('rating')
      return (statedRating(rating, fiscalYear, scale) ?? []).filter(({ kind }) => !measured.has(kind) || /評価/.test(words.form))
    })
  })
}
