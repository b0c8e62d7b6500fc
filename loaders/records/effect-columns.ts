import type { Words } from '../document/words.ts'
import { cellsByColumn, type TableHead, tableHead } from '../structure/columns.ts'
import { cells, filledCells } from '../structure/rows.ts'
import { bareAmount, measures } from '../vocabulary/amounts.ts'
import { type ColumnRole, columnRole, headRole, isRepeatName, isYearOrSum, unitByName } from '../vocabulary/money-names.ts'
import { withoutNoteMarks } from '../vocabulary/note-marks.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { type EffectLine, effectLines } from './effect-lines.ts'

/** A column of a money table: its head, what it holds (a fiscal year where each year has one), and the unit that its head states. */
export interface EffectColumn {
  words: Words
  role: ColumnRole | number | undefined
  unit: string | undefined
}

/** The head of a money table. */
export interface EffectColumns {
  columns: readonly EffectColumn[]
  /** where each column's cell stands in a row whose cells tabs part */
  indices: readonly number[]
  /** where rows of blanks have their columns */
  head: TableHead
}

/** What a row's cells state by their columns: the cell of its year, its name, and lines, those of a year's own column with the year. */
export interface ColumnRow {
  head: Words | undefined
  name: Words | undefined
  /** the cells, but for the year's */
  cells: Words[]
  /** marks that lead to notes */
  marks: Words[]
  lines: { year: number | 'total' | undefined; line: EffectLine }[]
}

/** Columns that a table has at most. */
const mostColumns = 100
const unitInHead = /\(\s*(?:単位\s*:?\s*)?(?<unit>[千万百億]*円)\s*\)/
const moneyRoles: ReadonlySet<unknown> = new Set(['actual', 'planned', 'cumulative', 'difference', 'rate', 'superseded', 'sum', 'saving', 'revenue'])

/**
 * The head of a money table, 年度 計画額 実績額 or 区分 令和3年度 令和4年度 計: a row without amounts of which two cells at least are known heads, among
 * them one of money, and which does not begin with a single year. Undefined where a row is none.
 */
export function effectColumns(row: Words, known: ReadonlySet<number>): EffectColumns | undefined {
  const filled = filledCells(row)
  if (filled.length < 2 || filled.length > mostColumns || filled.some(isValue(known))) return undefined
  const columns = filled.map(
    (words): EffectColumn => ({ words, role: headYear(words.form, known) ?? columnRole(words.form), unit: unitInHead.exec(words.form)?.groups?.unit }),
  )
  const roles = columns.map(({ role }) => role)
  const years = roles.filter((role) => typeof role === 'number').length
  if (years === 1 && typeof roles[0] === 'number') return undefined
  const isHead =
    years > 1 ||
    roles[0] === 'year' ||
    (years === 0 && roles.filter((role) => role !== undefined).length > 1 && roles.some((role) => moneyRoles.has(role)) && isNamed(roles))
  if (!isHead) return undefined
  return {
    columns: withSums(columns),
    indices: cells(row).flatMap((cell, index) => (cell.isEmpty ? [] : [index])),
    head: tableHead(row, filled),
  }
}

/** Whether a cell holds an amount or another value, which no head does. */
function isValue(known: ReadonlySet<number>): (cell: Words) => boolean {
  return (cell) => headYear(cell.form, known) === undefined && (measures(cell).length > 0 || bareAmount(cell, '円') !== undefined)
}

/** A head names the years or the things its rows are of, or more than one kind of money. */
function isNamed(roles: readonly EffectColumn['role'][]): boolean {
  return roles.some((role) => role === 'year' || role === 'name') || roles.filter((role) => moneyRoles.has(role)).length > 1
}

/** Beside what was saved and what was gained, 効果額 is the sum of both. */
function withSums(columns: readonly EffectColumn[]): EffectColumn[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('saving') || !has('revenue')) return [...columns]
  return columns.map((column) => (column.role === 'actual' ? { ...column, role: 'sum' } : column))
}

/**
 * What cannot be told of a head: a column that is not known, two of which nobody can tell which holds the effect, or a unit other than
 * that of the whole table, with which numbers without unit are not read.
 */
export function openColumns({ columns }: EffectColumns, tableUnit: string | undefined): { open: { words: Words; reason: string }[]; isRead: boolean } {
  const other = columns.find(({ unit }) => unit !== undefined && tableUnit !== undefined && unit !== tableUnit)
  if (other) return { open: [{ words: other.words, reason: `単位が2つ書かれている: 表は${tableUnit}、列は${other.unit}` }], isRead: false }
  const unknown = columns.filter(({ role }) => role === undefined).map(({ words }) => ({ words, reason: `列の見出し「${words.text}」が何の額かわからない` }))
  const [first, second] = columns.filter(({ role }) => role === 'actual')
  const either = second && first ? [{ words: second.words, reason: `「${first.words.text}」と「${second.words.text}」のどちらが効果額かわからない` }] : []
  return { open: [...unknown, ...either], isRead: true }
}

/** A head whose units count for nothing. */
export function withoutUnits(table: EffectColumns): EffectColumns {
  return { ...table, columns: table.columns.map((column) => ({ ...column, unit: undefined })) }
}

/** A row of the table by its columns; undefined where its cells do not stand below the head's. */
export function readByColumns(row: Words, table: EffectColumns, unit: string | undefined, known: ReadonlySet<number>): ColumnRow | undefined {
  const printed = cellsOf(row, table, known)
  if (!printed) return undefined
  const marked = [...printed].map(([column, cell]) => ({ column, ...withoutNoteMarks(cell) }))
  const placed = new Map(marked.map(({ column, cell }) => [column, cell]))
  const cellOf = (wanted: ColumnRole) => placed.get(table.columns.findIndex(({ role }) => role === wanted))
  const names = table.columns.flatMap(({ role }, index) => (role === 'name' ? (placed.get(index) ?? []) : []))
  const isNamedByYear = cellOf('year') === undefined && isYearOrSum(names[0]?.form ?? '', known)
  const head = cellOf('year') ?? (isNamedByYear ? names[0] : undefined)
  const name = isNamedByYear ? names[1] : names[0]
  const count = cellOf('count')
  const unitCell = cellOf('unit')?.form
  const rowUnit = unitCell === undefined ? unitByName(name?.form ?? '', unit) : /^[千万百億]*円$/.exec(unitCell)?.[0]
  const countedAt = table.columns.findIndex(({ role }) => role === 'actual' || role === 'saving' || role === 'revenue')
  const isRepeat = table.columns.some(({ role }, index) => role === 'note' && isRepeatName(placed.get(index)?.form ?? ''))
  const lines = table.columns.flatMap((column, index): ColumnRow['lines'] => {
    const cell = placed.get(index)
    if (!cell || !isMoney(column, table)) return []
    const year = typeof column.role === 'number' ? column.role : undefined
    const found = effectLines([...(name ? [name] : []), cell], unitOf(column, rowUnit))
    const isOpen = name !== undefined && isOfParts(name, found.length)
    const lines = found.map((line) => ({ year, line: withRole({ ...line, ...(isRepeat && { isRepeat }), ...(isOpen && { isOpen }) }, column, table) }))
    const [first, ...rest] = lines
    return first && count && index === countedAt ? [{ year, line: withCount(first.line, count) }, ...rest] : lines
  })
  const isCountAlone = count !== undefined && !placed.has(countedAt)
  const counted = isCountAlone ? effectLines([...(name ? [name] : []), count], undefined).map((line) => ({ year: undefined, line })) : []
  return { head, name, cells: [...placed.values()].filter((cell) => cell !== head), marks: marked.flatMap(({ marks }) => marks), lines: [...counted, ...lines] }
}

/** Whether a name is of a whole and of its parts, 寄附 うち法人, for which there are not so many amounts: nobody can tell whose they are. */
function isOfParts(name: Words, amounts: number): boolean {
  const parts = name.matches(/うち/g).filter(({ index }) => index > 0 && name.isBoundary(index)).length
  return parts > 0 && amounts < parts + 1
}

/** The unit of a column's numbers that have none: a rate's is %, a change's what its own head says, an amount's else that of the row or table. */
function unitOf({ role, unit, words }: EffectColumn, ofRow: string | undefined): string | undefined {
  if (role === 'rate' || (role === 'difference' && words.form.includes('%'))) return '%'
  return role === 'difference' ? unit : (unit ?? ofRow)
}

/** A line with the quantity that stands in a column of its own. */
function withCount(line: EffectLine, count: Words): EffectLine {
  const quantity = measures(count).find(({ value }) => value !== undefined)
  if (!quantity || line.quantity) return line
  const isBefore = quantity.words.cleanIndex(0) < line.words.cleanIndex(0)
  return { ...line, quantity, words: isBefore ? quantity.words.through(line.words) : line.words.through(quantity.words) }
}

/** Whether a column's amounts are read: those of a known role, of 実績 and 効果額 in one table neither. */
function isMoney({ role }: EffectColumn, { columns }: EffectColumns): boolean {
  if (role === 'actual' && columns.filter((column) => column.role === 'actual').length > 1) return false
  return typeof role === 'number' || moneyRoles.has(role)
}

/** A line with the role of its column, that of its row where the column sums up the row's, and the column's name where the row has none: 削減額. */
function withRole(line: EffectLine, column: EffectColumn, table: EffectColumns): EffectLine {
  const { role, words } = column
  if (typeof role === 'number') return line.role === 'actual' ? inYear(line, column, table) : line
  const isKind = role === 'saving' || role === 'revenue'
  const ofColumn = isKind || role === undefined ? 'actual' : (role as EffectLine['role'])
  const isOfRow = ofColumn === 'actual' || (ofColumn === 'sum' && line.role !== 'actual')
  return { ...line, label: line.label ?? (isKind ? words : undefined), role: isOfRow ? line.role : ofColumn }
}

/** A line of a year's column with what its head says beside the year: 令和3年度（計画）, which 見込 says only beside another column of the year. */
function inYear(line: EffectLine, { role, words }: EffectColumn, { columns }: EffectColumns): EffectLine {
  const said = headRole(words.form)
  const isBeside = columns.filter((column) => column.role === role).length > 1
  if (said === 'other') return isBeside ? { ...line, isOpen: true } : line
  if (said === 'expected') return isBeside ? { ...line, role: 'planned' } : line
  return said === undefined ? line : { ...line, role: said }
}

/** The cells of a row by the index of their column. */
function cellsOf(row: Words, table: EffectColumns, known: ReadonlySet<number>): Map<number, Words> | undefined {
  const { columns, indices, head } = table
  if (!row.form.includes('\t')) return filledCells(row).length === 1 ? undefined : cellsByColumn(row, head, false)
  const every = cells(row)
  const yearAt = indices[columns.findIndex(({ role }) => role === 'year')]
  const first = every.findIndex((cell) => !cell.isEmpty)
  if (yearAt !== undefined && isYearOrSum(every[first]?.form ?? '', known)) return shifted(every, first - yearAt, table)
  return shifted(every, 0, table) ?? [1, -1].map((shift) => shifted(every, shift, table)).find((found) => found !== undefined)
}

/**
 * The cells of a row whose columns stand `shift` cells after the head's, as where the cell of the table's label is left out; undefined
 * where one stands below no column, or an amount below one of names.
 */
function shifted(every: readonly Words[], shift: number, { columns, indices }: EffectColumns): Map<number, Words> | undefined {
  const found = new Map<number, Words>()
  for (const [at, cell] of every.entries()) {
    if (cell.isEmpty) continue
    const column = indices.indexOf(at - shift)
    const role = columns[column]?.role
    const isAmount = bareAmount(cell, '円') !== undefined
    if (column < 0 || (isAmount && (role === 'name' || role === 'year')) || (shift !== 0 && moneyRoles.has(role) && measures(cell).length === 0 && !isAmount))
      return undefined
    found.set(column, cell)
  }
  return found
}
