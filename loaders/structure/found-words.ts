import type { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import { type FormPatterns, findLabels, findYearLine, itemHead } from './labels.ts'
import { listCells } from './list-columns.ts'

/** What a word of a document may be: before the number of an item, the label of a part, the head of a column of a list. */
export type FoundKind = 'head' | 'label' | 'column'

/** A word by which a document may be laid out and that its form does not know: folded, how often, and the line where it first stands. */
export interface FoundWords {
  kind: FoundKind
  words: string
  count: number
  line: number
}

const mostFound = 80
/** Letters of a line among which a number and the beginning of a title stand, and of a head of a column. */
const longestNumbered = 80
const longestHead = 20
const leastColumns = 4
/** A word and a number of some kind before a title. */
const numbered = /^(?<word>[^\s\d。、「」(【・○●◯※]{1,10})\s?[.:]?\s?(?:\d[\d()①-⑳.-]*|[A-Z]-?\d+)[\s.:、]+[^\d\s]/
/** A label in brackets, with names behind a colon or without; else a word that ends at a blank, a colon or the cell's end. */
const labels = [/^(?<word>【[^】:\d]{1,20}】)/, /^(?<word>【[^】:\d]{1,12}:)/, /^(?<word>[^\s\d。、:・○●◯【】※「」()]{2,12})(?=\s|:|$)/]

/** The words by which a document may be laid out, in its order, without those that its form knows. A label outside of brackets stands twice at least. */
export function foundWords(source: Source, form: FormPatterns): FoundWords[] {
  const found = new Map<string, FoundWords>()
  const add = (kind: FoundKind, words: string, line: number) => {
    const key = `${kind} ${words}`
    const known = found.get(key) ?? { kind, words, count: 0, line }
    found.set(key, { ...known, count: known.count + 1 })
  }
  const columns = columnLine(source)
  for (const { no, from, to } of source.lines) {
    const words = Words.of(source, from, to)
    if (no === columns) for (const head of unknownHeads(words, form)) add('column', head, no)
    else if (!isKnown(words, form)) for (const { kind, word } of wordsOf(words)) add(kind, word, no)
  }
  const likely = [...found.values()].filter(({ kind, words, count }) => kind === 'column' || count > 1 || (kind === 'label' && words.startsWith('【')))
  return likely.slice(0, mostFound)
}

function isKnown(words: Words, form: FormPatterns): boolean {
  return findLabels(words, form).length > 0 || itemHead(words, form) !== undefined || findYearLine(words, form) !== undefined
}

function wordsOf(line: Words): { kind: FoundKind; word: string }[] {
  const head = numbered.exec(line.form.slice(0, longestNumbered).trim())?.groups?.word
  if (head !== undefined && /\p{L}/u.test(head)) return [{ kind: 'head', word: head }]
  return listCells(line).flatMap((cell): { kind: FoundKind; word: string }[] => {
    const text = cell.form.trim()
    const word = labels.flatMap((label) => label.exec(text)?.groups?.word ?? [])[0]
    return word !== undefined && /\p{L}/u.test(word) ? [{ kind: 'label', word }] : []
  })
}

/** The first line that may be the heads of a list: several short cells without numbers alone, above a line with nearly as many. */
function columnLine(source: Source): number | undefined {
  const cells = source.lines.map(({ no, from, to }) => ({ no, cells: filledCells(Words.of(source, from, to)) }))
  const isHead = (texts: readonly string[]) => texts.length >= leastColumns && texts.every((text) => text.length <= longestHead && !/^[\d,.]+$|。/.test(text))
  return cells.find(({ cells: texts }, index) => isHead(texts) && (cells[index + 1]?.cells.length ?? 0) >= texts.length - 1)?.no
}

function filledCells(line: Words): string[] {
  return listCells(line).flatMap((cell) => (cell.isEmpty ? [] : [cell.form.replace(/\s+/g, '')]))
}

function unknownHeads(line: Words, { listHeads }: FormPatterns): string[] {
  return filledCells(line).filter((head) => !listHeads.some(({ pattern }) => pattern.test(head)))
}
