import type { Words } from '../document/words.ts'

/** Marks that lead from a value to a note, on folded text: ※1, *2, ¹, (注3), 注5). */
const before = /^\s*(?:※\s*\d{0,2}(?=\s)|\(?注\d{1,2}\))\s*(?=\S)/d
const after = /(?<=\S)\s*(?:※\s*\d{0,2}|\*\d{0,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}|\(?注\s*\d{0,2}\)|†)\s*$/d

/** A cell without the marks of notes at its ends, and the words of these marks. Only where it holds a digit otherwise. */
export function withoutNoteMarks(cell: Words): { cell: Words; marks: Words[] } {
  const first = cell.match(before)
  const rest = first ? cell.slice(first.end) : cell
  const last = rest.match(after)
  const bare = (last ? rest.slice(0, last.index) : rest).trim()
  if (!/\d/.test(bare.form)) return { cell, marks: [] }
  return { cell: bare, marks: [first, last].flatMap((match) => match?.words() ?? []) }
}
