import { cached } from '../document/cached.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import type { Form, LabelForm, ListColumn, PartForm, PartKind, PartRole } from '../forms/form.ts'
import { isWholeNumber, itemCode, itemNumber } from '../vocabulary/item-codes.ts'
import { escapedWords, PhraseCompiler } from './phrases.ts'
import { compileYearLines, type YearLine, type YearLines, yearLine } from './year-lines.ts'

/** A label found in a line: what it opens, which of its kind it is, and its match with named groups. */
export interface Label {
  kind: PartKind
  /** labels of one kind with other keys may stand in one item */
  key: string
  match: WordsMatch
}

/** A label of a form as a pattern on folded text; a line without its `word` needs no closer look. */
interface LabelPattern {
  kind: PartKind
  key: string
  word: string
  /** what may come right after it; undefined where it closes a bracket of its own, after which anything may */
  marks: string | undefined
  within: PartRole | undefined
  pattern: RegExp
}

/** A form made ready to be looked for in a document. */
export interface FormPatterns {
  form: Form
  labels: readonly LabelPattern[]
  /** labels that mean so only within a part of some role */
  labelsWithin: readonly LabelPattern[]
  yearLines: YearLines
  itemHead: RegExp
  /** a cell of the contents with an item's number */
  contentsNumber: RegExp
  contentsHead: RegExp
  /** a mark of another item: No.3 再掲 */
  reference: RegExp
  /** words that a document's title has */
  title: RegExp
  /** heads of columns of tables, by the part that the table stands in */
  columns: ReadonlyMap<PartKind, RegExp>
  parts: ReadonlyMap<PartKind, PartForm>
  /** heads of the columns of a list, without blanks */
  listHeads: readonly { column: ListColumn; pattern: RegExp }[]
}

/** Makes a form ready; throws a `PhraseError` where one of its phrases cannot be understood. */
export const compileForm = cached((form: Form): FormPatterns => {
  const compiler = new PhraseCompiler(form)
  const labels = form.parts.flatMap((part) => part.labels.map((label) => labelPattern(part.kind, label, compiler)))
  const heads = compiler.any(form.item.heads).source
  const references = escapedWords(form.item.references)
  const columns = form.parts.flatMap(({ kind, columns }) => (columns ? [[kind, new RegExp(`^${compiler.any(columns).source}$`)] as const] : []))
  return {
    form,
    labels: labels.filter(({ within }) => within === undefined),
    labelsWithin: labels.filter(({ within }) => within !== undefined),
    yearLines: compileYearLines(form.years, compiler.compile('{said}').source),
    itemHead: new RegExp(String.raw`^\s*${heads}\s*(?<no>${itemCode}(?=\s|$)|${itemNumber}(?![\d.,]))\s*(?!\s*(?:${references}))(?<title>\S.*|)$`, 'di'),
    contentsNumber: new RegExp(String.raw`^(?:${heads})?\s*(?<no>${itemCode}|${itemNumber})$`, 'di'),
    reference: new RegExp(String.raw`${heads}\s*(?<no>${itemCode}|${itemNumber})\s*(?:${references})`, 'dgi'),
    contentsHead: new RegExp(`^${compiler.any(form.contents).source}`),
    title: new RegExp(escapedWords(form.titles)),
    columns: new Map(columns),
    parts: new Map(form.parts.map((part) => [part.kind, part])),
    listHeads: (form.list?.columns ?? []).flatMap((column) =>
      column.heads.map((head) => ({ column, pattern: new RegExp(`^${compiler.compile(head).source}$`, 'i') })),
    ),
  }
})

function labelPattern(kind: PartKind, { words, marks, key = '', within }: LabelForm, compiler: PhraseCompiler): LabelPattern {
  const { source, word } = compiler.compile(words)
  return { kind, key, word, marks, within, pattern: new RegExp(source, 'dg') }
}

/** The labels of a line in order, none overlapping another. */
export function findLabels(line: Words, { labels }: FormPatterns): Label[] {
  const found = labels.flatMap((label) => matchesOf(line, label)).sort((a, b) => a.match.index - b.match.index)
  return found.filter((label, index) => index === 0 || label.match.index >= (found[index - 1] as Label).match.end)
}

/** The labels of a line that mean so within a part of a role. */
export function findLabelsWithin(line: Words, role: PartRole, { labelsWithin }: FormPatterns): Label[] {
  return labelsWithin
    .filter(({ within }) => within === role)
    .flatMap((label) => matchesOf(line, label))
    .sort((a, b) => a.match.index - b.match.index)
}

/**
 * A label begins where a statement may begin (start of a cell, after a blank, after block markup) and ends where one may end
 * or before one of its marks, which keeps the same words inside a sentence from being taken for one.
 */
function matchesOf(line: Words, { kind, key, word, marks, pattern }: LabelPattern): Label[] {
  const { form } = line
  if (!form.includes(word)) return []
  return line.matches(pattern).flatMap((match) => {
    const ends = marks === undefined || line.isEnd(match.end) || marks.includes(form[match.end] as string) || form[match.end - 1] === ':'
    return ends && line.isBoundary(match.index + leadingBlanks(match)) ? [{ kind, key, match }] : []
  })
}

function leadingBlanks(match: WordsMatch): number {
  const form = match.form(0) ?? ''
  return form.length - form.trimStart().length
}

/** The head of a year that a line of the results is; its label has no group `year` where the year is broken. */
export function findYearLine(line: Words, { yearLines }: FormPatterns): YearLine | undefined {
  return yearLine(line, yearLines)
}

/** The head of an item at the start of a line: `No.3 …`, but not the mark `No.3 再掲`; `no` is 0 where its number is no whole one. */
export function itemHead(line: Words, { itemHead }: FormPatterns): { no: number; noWords: Words; title: Words } | undefined {
  const match = line.match(itemHead)
  const no = match?.words('no')
  const title = match?.words('title')
  return no && title && match ? { no: isWholeNumber(no.form) ? Number(no.form) : 0, noWords: no, title: title.split(/\t/g)[0]?.trim() ?? title } : undefined
}

/** Whether a part of a form says or holds one of some things. */
export function isPart({ parts }: FormPatterns, kind: PartKind, is: { role?: readonly PartRole[]; holds?: readonly PartForm['holds'][] }): boolean {
  const part = parts.get(kind)
  return part !== undefined && (is.role?.includes(part.role) ?? true) && (is.holds?.includes(part.holds) ?? true)
}
