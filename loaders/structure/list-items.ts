import type { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import type { ListRole } from '../forms/form.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { type FormPatterns, findLabels, itemHead } from './labels.ts'
import { type ListHead, listCells, listHeads } from './list-columns.ts'
import { themeHead } from './theme-heads.ts'

/** Roles whose cells say one thing of an item, in the order of its parts. */
export type ItemRole = Exclude<ListRole, 'no' | 'name' | 'year' | 'results' | 'effect' | 'count' | 'amount' | 'rating'>

/** A year of an item: its cell, undefined where a column's head or the review names it, and what is reported. */
export interface ListYear {
  words: Words | undefined
  texts: Words[]
}

/** A row of an item's effects; `head` is a cell where years stand that names none. */
export interface ListEffect {
  year: number | undefined
  head: Words | undefined
  cells: Partial<Record<'effect' | 'count' | 'amount', Words>>
}

/** An item of a list, with all that its cells hold. */
export interface ListItem {
  themes: Words[]
  no: Words
  name: Words
  parts: Partial<Record<ItemRole, Words[]>>
  years: Map<number, ListYear>
  effects: ListEffect[]
  ratings: { year: number | undefined; words: Words }[]
  /** cells of which nobody can tell what they are */
  loose: Words[]
}

/** Words that a list says twice; the reason is a message. */
export interface Repeated {
  words: Words
  reason: string | undefined
}

/** A list taken apart: rows of heads, other lines that belong to no item, columns, items, and what it says twice. */
export interface List {
  headRows: Words[][]
  others: Words[]
  heads: readonly ListHead[]
  items: ListItem[]
  repeated: Repeated[]
}

/** A stretch of a cell below the head of a year, or before any. */
interface Segment {
  label: Words | undefined
  year: number | undefined
  words: Words
}

/** The list that a document is; undefined where it has none, or items of the form itself. */
export function readList(source: Source, form: FormPatterns): List | undefined {
  if (form.listHeads.length === 0) return undefined
  return new ListReader(source, form).read()
}

class ListReader {
  readonly #headRows: Words[][] = []
  readonly #others: Words[] = []
  readonly #items = new Map<string, ListItem>()
  readonly #repeated: Repeated[] = []
  /** what stands behind the results of a year from a label of another part on */
  readonly #reviews: { item: ListItem; words: Words }[] = []
  readonly #known: ReadonlySet<number>
  #all: readonly ListHead[] = []
  #heads: readonly ListHead[] = []
  #page: number | null | undefined
  #item: ListItem | undefined
  #year: number | undefined
  /** lines right above that may be heads of the items below */
  #above: Words[] = []

  constructor(
    private readonly source: Source,
    private readonly form: FormPatterns,
  ) {
    this.#known = new Set([...source.form.matchAll(new RegExp(namedFiscalYear, 'g'))].flatMap(([year]) => fiscalYearOf(year) ?? []))
  }

  read(): List | undefined {
    for (const { from, to } of this.source.lines) {
      const line = Words.of(this.source, from, to)
      if (line.form.trim() === '') continue
      if (!line.form.includes('\t') && itemHead(line, this.form)) return undefined
      this.#readLine(line)
    }
    this.#others.push(...this.#above)
    if (this.#items.size === 0) return undefined
    const items = [...this.#items.values()]
    this.#takeTotals(items)
    for (const item of items) for (const words of item.parts.review ?? []) this.#readReview(item, words)
    for (const { item, words } of this.#reviews) this.#readReviewAmongResults(item, words)
    return { headRows: this.#headRows, others: this.#others, heads: this.#all, items, repeated: this.#repeated }
  }

  #readLine(line: Words): void {
    const page = line.trim().placeInFile
    if (page?.page !== this.#page && page?.box === null) this.#heads = []
    if (page?.page !== this.#page) this.#item = undefined
    this.#page = page?.page
    const heads = listHeads(line, this.form)
    const cells = listCells(line)
    if (heads) this.#openTable(heads, cells)
    else if (this.#heads.length > 0 && (this.#opens(cells) || this.#goesOn(cells))) this.#readRow(cells)
    else this.#readOther(line)
  }

  #openTable(heads: readonly ListHead[], cells: readonly Words[]): void {
    this.#heads = heads
    if (this.#all.length === 0) this.#all = heads
    const isFirst = (index: number) => heads.some((head) => head.index === index && (head.column.role === 'no' || head.column.role === 'name'))
    const filled = cells.flatMap((words, index) => (words.isEmpty ? [] : [{ words, isFirst: isFirst(index) }]))
    this.#headRows.push([...filled.filter(({ isFirst }) => isFirst), ...filled.filter(({ isFirst }) => !isFirst)].map(({ words }) => words))
    this.#others.push(...this.#above.splice(0))
    this.#item = undefined
  }

  #readOther(line: Words): void {
    if (this.#heads.length === 0 || !themeHead(line)) this.#others.push(...this.#above.splice(0), line)
    else this.#above.push(line)
    this.#item = undefined
  }

  #cellOf(role: ListRole, cells: readonly Words[]): Words | undefined {
    const head = this.#heads.find(({ column }) => column.role === role)
    const cell = head && cells[head.index]
    return cell?.isEmpty === false ? cell : undefined
  }

  /** Whether a row has the number and the name of an item. */
  #opens(cells: readonly Words[]): boolean {
    const no = this.#cellOf('no', cells)
    return no !== undefined && this.#cellOf('name', cells) !== undefined && this.form.contentsNumber.test(no.form)
  }

  /** Whether a row says more of the item above it: where the item's cells go down over it, they are empty. */
  #goesOn(cells: readonly Words[]): boolean {
    return this.#item !== undefined && this.#cellOf('no', cells) === undefined && this.#cellOf('name', cells) === undefined
  }

  #readRow(cells: readonly Words[]): void {
    const [no, name] = [this.#cellOf('no', cells), this.#cellOf('name', cells)]
    const isAgain = no !== undefined && name !== undefined && !this.#openItem(no, name)
    const item = this.#item as ListItem
    const head = this.#readYear(item, this.#cellOf('year', cells))
    const effect: ListEffect = { year: this.#year, head, cells: {} }
    for (const [index, words] of cells.entries()) {
      const found = this.#heads.find((each) => each.index === index)
      if (words.isEmpty || found?.column.role === 'no' || found?.column.role === 'name' || found?.column.role === 'year') continue
      this.#readCell(item, found, words, effect, isAgain)
    }
    if (head || Object.keys(effect.cells).length > 0) item.effects.push(effect)
  }

  /** Opens an item, or goes on with one of the same number and name; says whether it is new. */
  #openItem(no: Words, name: Words): boolean {
    const key = `${no.form}\n${compact(name)}`
    const known = this.#items.get(key)
    if (known) {
      this.#repeated.push({ words: no, reason: undefined }, { words: name, reason: undefined })
      this.#others.push(...this.#above.splice(0))
    }
    if (known !== this.#item || !known) this.#year = undefined
    this.#item = known ?? { themes: this.#above.splice(0), no, name, parts: {}, years: new Map(), effects: [], ratings: [], loose: [] }
    this.#items.set(key, this.#item)
    return !known
  }

  /** Takes the cell of a row's year; gives it back where it names none. */
  #readYear(item: ListItem, words: Words | undefined): Words | undefined {
    if (!words) return undefined
    this.#year = headYear(words.form, this.#known)
    if (this.#year === undefined) return words
    const known = item.years.get(this.#year)
    if (known?.words) this.#repeated.push({ words, reason: undefined })
    else item.years.set(this.#year, { words, texts: known?.texts ?? [] })
    return undefined
  }

  #readCell(item: ListItem, head: ListHead | undefined, words: Words, effect: ListEffect, isAgain: boolean): void {
    const role = head?.column.role
    const year = head?.year ?? this.#year
    if (role === 'results') this.#readResults(item, words, year)
    else if (role === 'amount' && head?.year !== undefined) item.effects.push({ year: head.year, head: undefined, cells: { amount: words } })
    else if (role === 'effect' || role === 'count' || role === 'amount') effect.cells[role] = words
    else if (role === 'rating') {
      const isSame = isAgain && item.ratings.some((rating) => compact(rating.words) === compact(words))
      if (isSame) this.#repeated.push({ words, reason: undefined })
      else item.ratings.push({ year: this.#year, words })
    } else if (role === undefined || role === 'no' || role === 'name' || role === 'year') item.loose.push(words)
    else this.#readPart(item, role, words)
  }

  #readPart(item: ListItem, role: ItemRole, words: Words): void {
    item.parts[role] ??= []
    const others = item.parts[role]
    if (others.some((other) => compact(other) === compact(words))) this.#repeated.push({ words, reason: undefined })
    else others.push(words)
  }

  /** The results of a row, which may name their years once more and go on with the review. */
  #readResults(item: ListItem, words: Words, year: number | undefined): void {
    const { segments, rest } = this.#segments(words)
    for (const segment of segments) {
      if (segment.label) this.#repeated.push({ words: segment.label, reason: undefined })
      const of = segment.year ?? year
      if (of === undefined) item.loose.push(segment.words)
      else if (!segment.words.isEmpty) yearOf(item, of).texts.push(segment.words)
    }
    if (!rest.isEmpty) this.#reviews.push({ item, words: rest })
  }

  #readReviewAmongResults(item: ListItem, words: Words): void {
    item.parts.review ??= []
    const { review } = item.parts
    if (review.length === 0) review.push(words)
    else if (review.some((other) => compact(other).includes(compact(words))))
      this.#repeated.push({ words, reason: `No.${item.no.form} の検証が実績の枠にも書かれている。1度だけ読む` })
    else item.loose.push(words)
  }

  /** What a review says of the years before its own labels: results that stand in the list already are not read again. */
  #readReview(item: ListItem, words: Words): void {
    const { segments, rest } = this.#segments(words)
    const own = segments.filter(({ label }) => label !== undefined)
    if (own.length === 0) return
    const first = segments.filter(({ label }) => label === undefined).map(({ words }) => words)
    item.loose.push(...first)
    for (const { label, words: text, year } of own) {
      if (!label || year === undefined) continue
      const texts = yearOf(item, year).texts
      this.#repeated.push({ words: label, reason: `No.${item.no.form} の実績が検証の枠にも書かれている: ${label.text}。同じ実績は1度だけ読む` })
      if (texts.some((other) => compact(other).includes(compact(text)))) this.#repeated.push({ words: text, reason: undefined })
      else if (texts.length === 0) texts.push(text)
      else item.loose.push(text)
    }
    item.parts.review = (item.parts.review ?? []).flatMap((each) => (each === words ? (rest.isEmpty ? [] : [rest]) : [each]))
  }

  /** A text parted by the heads of years in it, up to the first label of another kind, from which the rest begins. */
  #segments(words: Words): { segments: Segment[]; rest: Words } {
    const labels = findLabels(words, this.form)
    const others = labels.findIndex(({ kind }) => kind !== 'year')
    const years = others < 0 ? labels : labels.slice(0, others)
    const end = labels[years.length]?.match.index ?? words.length
    const first = words.slice(0, years[0]?.match.index ?? end).trim()
    const found = years.map(({ match }, index) => ({
      label: match.words()?.trim(),
      year: headYear(match.form('year') ?? '', this.#known),
      words: words.slice(match.end, years[index + 1]?.match.index ?? end).trim(),
    }))
    const segments = first.isEmpty ? found : [{ label: undefined, year: undefined, words: first }, ...found]
    return { segments, rest: words.slice(end).trim() }
  }

  /** A sum that the last item alone has is of the whole list. */
  #takeTotals(items: readonly ListItem[]): void {
    const last = items.at(-1)
    const sums = items.filter(({ effects }) => effects.some(({ head }) => head))
    if (!last || items.length < 2 || sums.length !== 1 || sums[0] !== last) return
    for (const { head, cells } of last.effects.filter(({ head }) => head)) this.#others.push(...[head, ...Object.values(cells)].flatMap((words) => words ?? []))
    last.effects = last.effects.filter(({ head }) => !head)
  }
}

function yearOf(item: ListItem, year: number): ListYear {
  const found = item.years.get(year) ?? { words: undefined, texts: [] }
  item.years.set(year, found)
  return found
}

function compact({ form }: Words): string {
  return form.replace(/\s/g, '')
}
