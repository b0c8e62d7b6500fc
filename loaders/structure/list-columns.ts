import type { Words } from '../document/words.ts'
import type { ListColumn, ListRole } from '../forms/form.ts'
import { fiscalYearName, headYear } from '../vocabulary/year-heads.ts'
import type { FormPatterns } from './labels.ts'

/** A column of a list: its place among the cells that tabs part, its head, the year and the unit that the head names. */
export interface ListHead {
  index: number
  column: ListColumn
  words: Words
  year: number | undefined
  unit: string | undefined
}

/** Columns that a list has beside the number and the name of an item, at least. */
const leastOthers = 2
const longestHead = 40
const withYear = new RegExp(String.raw`^(?<year>${fiscalYearName})の?\(?(?<rest>.*?)\)?$`)
const noYears: ReadonlySet<number> = new Set()
/** Roles of which each year may have a column. */
const ofYears: ReadonlySet<ListRole> = new Set(['results', 'amount'])

/** The cells of a line, empty ones included. */
export function listCells(line: Words): Words[] {
  return line.split(/\t/g).map((cell) => cell.trim())
}

/**
 * The columns of a list whose head a line is: a number, a name and others that are known, each role once but for those
 * of which each year has a column. Undefined where the line is no such head.
 */
export function listHeads(line: Words, form: FormPatterns): ListHead[] | undefined {
  const cells = listCells(line)
  if (cells.length < 2 + leastOthers) return undefined
  const found: ListHead[] = []
  for (const [index, words] of cells.entries()) {
    const head = words.isEmpty || words.length > longestHead ? undefined : headOf(index, words, form)
    const isTwice = found.some(({ column, year }) => column.role === head?.column.role && year === head.year)
    if (head && !isTwice) found.push(head)
  }
  const roles = new Set(found.map(({ column }) => column.role))
  return roles.has('no') && roles.has('name') && roles.size >= 2 + leastOthers ? found : undefined
}

function headOf(index: number, words: Words, { listHeads }: FormPatterns): ListHead | undefined {
  const form = words.form.replace(/\s/g, '')
  const groups = withYear.exec(form)?.groups
  const year = groups?.year === undefined ? undefined : headYear(groups.year, noYears)
  for (const { column, pattern } of listHeads) {
    const isOfYear = year !== undefined && ofYears.has(column.role)
    const match = pattern.exec(isOfYear ? (groups?.rest ?? '') : form)
    if (match) return { index, column, words, year: isOfYear ? year : undefined, unit: match.groups?.unit }
  }
  return undefined
}
