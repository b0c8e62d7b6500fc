import type { Drawn } from '../document/drawn.ts'
import { DrawnCopy } from '../document/drawn-copy.ts'
import { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import type { Form, ListColumn, ListRole } from '../forms/form.ts'
import { headYear, yearInKanji } from '../vocabulary/year-heads.ts'
import { compileForm, type FormPatterns, findLabels } from './labels.ts'
import { type ItemRole, type List, type ListEffect, type ListItem, type ListYear, readList } from './list-items.ts'

/**
 * A text that is a list, a row an item or an item and year, in the order and with the labels of the first of some forms
 * whose list it is; each letter keeps its place in the file, what is put between holds no digits. A text that is no list
 * stays as it is.
 */
export function listAsForm(drawn: Drawn, forms: readonly Form[]): Drawn {
  const source = new Source(drawn.text, drawn)
  for (const form of forms.map(compileForm)) {
    const list = readList(source, form)
    if (list) return new ListWriter(source, drawn, form, list).write()
  }
  return drawn
}

/** The parts of an item in the order of the form, the results of its years between the second and the third of them. */
const partsBefore: readonly ItemRole[] = ['departments', 'initiatives']
const partsAfter: readonly ItemRole[] = ['achieved', 'not_achieved']
const effectRoles = ['effect', 'count', 'amount'] as const
const noYears: ReadonlySet<number> = new Set()

class ListWriter {
  readonly #copy: DrawnCopy

  constructor(
    private readonly source: Source,
    drawn: Drawn,
    private readonly form: FormPatterns,
    private readonly list: List,
  ) {
    this.#copy = new DrawnCopy(drawn)
  }

  write(): Drawn {
    const { headRows, others, items, repeated } = this.list
    for (const { words, reason } of repeated) if (!words.isEmpty || reason) this.#copy.leaveOut(this.#span(words), reason)
    for (const line of others) this.#unreadLine(line)
    for (const row of headRows) this.#headRow(row)
    for (const item of items) this.#item(item)
    this.#copy.put('\n')
    return this.#copy.finish()
  }

  /** The heads of a list in one sentence, in which none is a label of the form. */
  #headRow(cells: readonly Words[]): void {
    cells.forEach((cell, index) => {
      if (index > 0) this.#copy.put(index === 1 ? '\t' : '、')
      this.#words(cell)
    })
    this.#copy.put('\n')
  }

  #line(words: Words): void {
    this.#words(words)
    this.#copy.put('\n')
  }

  /** Words of no part, in which no label opens one. */
  #unreadLine(words: Words): void {
    let from = 0
    for (const { match } of findLabels(words, this.form)) {
      const at = match.index + ((match.form(0) ?? '').length - (match.form(0) ?? '').trimStart().length)
      this.#words(words.slice(from, at))
      this.#copy.put('…')
      from = at
    }
    this.#line(words.slice(from))
  }

  #words(words: Words): void {
    words.split(/\t/g).forEach((cell, index) => {
      if (index > 0) this.#copy.put('\t')
      if (!cell.trim().isEmpty) this.#copy.copy(this.#span(cell.trim()))
    })
  }

  #span(words: Words): { from: number; to: number } {
    const [from, to] = [words.cleanIndex(0), words.cleanIndex(words.length)]
    return { from: this.source.rawOffset(from), to: to > from ? this.source.rawEnd(to) : this.source.rawOffset(from) }
  }

  #item(item: ListItem): void {
    this.#copy.put('\n')
    for (const theme of item.themes) this.#line(theme)
    if (!/^\D*no|№/i.test(item.no.form)) this.#copy.put('No.')
    this.#copy.copy(this.#span(item.no))
    this.#copy.put(' ')
    this.#line(item.name)
    const reviews = item.parts.review ?? []
    const isReview = (words: Words) => this.#isLabelled(words, ['achieved', 'not_achieved'])
    for (const words of [...item.loose, ...reviews.filter((words) => !isReview(words))]) this.#unreadLine(words)
    for (const role of partsBefore) this.#part(role, item.parts[role] ?? [])
    for (const [year, report] of item.years) this.#year(year, report)
    for (const words of reviews.filter(isReview)) this.#line(words)
    for (const role of partsAfter) this.#part(role, item.parts[role] ?? [])
    this.#effects(item.effects)
    this.#ratings(item.ratings)
    this.#part('next', item.parts.next ?? [])
  }

  #isLabelled(words: Words, kinds: readonly string[]): boolean {
    return findLabels(words, this.form).some(({ kind }) => kinds.includes(kind))
  }

  #column(role: ListRole): ListColumn | undefined {
    return this.list.heads.find(({ column }) => column.role === role)?.column ?? this.form.form.list?.columns.find((column) => column.role === role)
  }

  /** The cells of a part behind its label, but for one that has it. */
  #part(role: ItemRole, cells: readonly Words[]): void {
    if (cells.length === 0) return
    const [first] = cells
    if (first && this.#isLabelled(first, [role])) for (const cell of cells) this.#line(cell)
    else this.#fill(this.#column(role)?.text ?? '{cell}', { cell: () => this.#joined(cells, role === 'departments' ? '、' : '\n') })
  }

  #joined(cells: readonly Words[], between: string): void {
    for (const [index, cell] of cells.entries()) {
      if (index > 0) this.#copy.put(between)
      this.#words(cell)
    }
  }

  /** What a form prints around a cell, with what stands in it. */
  #fill(text: string, put: Readonly<Record<string, () => void>>): void {
    for (const piece of text.split(/(\{\w+\})/)) {
      const of = /^\{(\w+)\}$/.exec(piece)?.[1]
      if (of === undefined) this.#copy.put(piece)
      else put[of]?.()
    }
    this.#copy.put('\n')
  }

  /** The results of a year, named by the letters of the list where the form has such names, else by words before those. */
  #year(year: number, { words, texts }: ListYear): void {
    const text = this.#column('results')?.text ?? '{year} {cell}'
    const isName = (name: string) =>
      this.#namesYear(
        text
          .replace('{year}', () => name)
          .replace('{cell}', '')
          .trim(),
        year,
      )
    const inBrackets = words && `${yearInKanji(year)}（${words.text}${suffixOfYear(words)}）`
    const putYear = () => {
      if (words && isName(words.text)) this.#words(words)
      else {
        this.#copy.put(yearInKanji(year))
        if (!words || !inBrackets || !isName(inBrackets)) return
        this.#copy.put('（')
        this.#words(words)
        this.#copy.put(`${suffixOfYear(words)}）`)
      }
    }
    if (words && !isName(words.text) && !(inBrackets && isName(inBrackets))) this.#copy.leaveOut(this.#span(words))
    this.#fill(text, { year: putYear, cell: () => this.#joined(texts, '\n') })
  }

  #namesYear(text: string, year: number): boolean {
    const source = new Source(text)
    const label = findLabels(Words.of(source, 0, source.clean.length), this.form).find(({ kind }) => kind === 'year')
    return headYear(label?.match.form('year') ?? '', noYears) === year
  }

  #effects(rows: readonly ListEffect[]): void {
    if (rows.length === 0 || !this.form.form.list) return
    const roles = effectRoles.filter((role) => role === 'amount' || rows.some(({ cells }) => cells[role]))
    const unit = this.list.heads.find(({ column }) => column.role === 'amount')?.unit
    const heads = roles.map((role) => this.#column(role)?.text?.replace('{unit}', () => (unit ? `（${unit}）` : '')) ?? '')
    this.#copy.put(`${[this.form.form.list.effects, '\n', this.#column('year')?.text ?? ''].join('')}\t${heads.join('\t')}\n`)
    for (const row of rows) this.#effect(row, roles)
  }

  #effect({ year, head, cells }: ListEffect, roles: readonly (typeof effectRoles)[number][]): void {
    if (head) this.#words(head)
    else if (year !== undefined) this.#copy.put(yearInKanji(year))
    for (const role of roles) {
      this.#copy.put('\t')
      const words = cells[role]
      if (!words) continue
      this.#words(words)
      if (role === 'count' && /^[\d,.]+$/.test(words.form)) this.#copy.put(this.#column('count')?.unit ?? '')
    }
    this.#copy.put('\n')
  }

  /** One rating is of the whole plan; several are each of the year of its row. */
  #ratings(ratings: ListItem['ratings']): void {
    const [first] = ratings
    const text = this.#column('rating')?.text ?? '{cell}'
    if (first && ratings.length === 1) this.#fill(text, { cell: () => this.#words(first.words) })
    else if (first) this.#fill(text, { cell: () => this.#ratingsOfYears(ratings) })
  }

  #ratingsOfYears(ratings: ListItem['ratings']): void {
    for (const { year, words } of ratings) {
      this.#copy.put(`\n${year === undefined ? '' : `${yearInKanji(year)}\t`}`)
      this.#words(words)
    }
  }
}

/** What a year's name lacks to be one of a fiscal year: R2 → 年度, 令和2年 → 度. */
function suffixOfYear({ form }: Words): string {
  return /年度\)?$/.test(form) ? '' : form.endsWith('年') ? '度' : '年度'
}
