import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { cells, type Row } from '../structure/rows.ts'
import { anyDay, dayOf, isoDay } from '../vocabulary/eras.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { actualName, type HeadCount, plannedName } from './head-counts.ts'
import { type Stated, statedIn } from './stated.ts'

/** What the tables of head counts in an item's texts state, the rows of those that state none, and the rows with numbers of other tables. */
export interface HeadCountTables {
  counts: HeadCount[]
  unread: Words[]
  others: Words[]
}

/** A table among texts: its rows of cells, and the text right above it. */
interface TextTable {
  caption: Words | undefined
  rows: { words: Words; cells: Words[] }[]
}

const unitBehind = String.raw`(?:\((?:単位:)?[人名]\)|\([A-Za-zア-オ①②]\)|[A-Z①②])?`
const planned = new RegExp(`^(?:職員数)?\\(?${plannedName}\\)?${unitBehind}$`)
const actual = new RegExp(`^(?:職員数)?\\(?${actualName}\\)?${unitBehind}$`)
const ofStaff = /職員の?数|職員総数|実員|定員/
const people = new RegExp(String.raw`^(?<number>${wholeNumeral})\s?[人名]?$`, 'd')
const wholeDay = new RegExp(`^${anyDay}(?:現在|時点)?$`)
const dayOfEachYear = /(?:各年度?|毎年度?)の?\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/
const tableKinds: ReadonlySet<string> = new Set(['year', 'achieved', 'not_achieved'])

/** Reads the tables of an item's results and reviews that state plan and actual head counts, with the days as columns or as rows. */
export const headCountTables = cached((item: Item): HeadCountTables => {
  const tables = item.section.parts.filter(({ kind }) => tableKinds.has(kind)).flatMap(({ rows }) => textTables(rows))
  const found = tables.filter(isOfStaff).map((table) => ({ table, counts: countsOf(table, item.knownYears) }))
  return {
    counts: found.flatMap(({ counts }) => counts ?? []),
    unread: found.flatMap(({ table, counts }) => (counts ? [] : table.rows.map(({ words }) => words))),
    others: tables.flatMap((table) => (isOfStaff(table) ? [] : table.rows.filter(holdsNumber).map(({ words }) => words.trim()))),
  }
})

/** The runs of rows with two cells or more, each with the last text before it. */
function textTables(rows: readonly Row[]): TextTable[] {
  const tables: TextTable[] = []
  let caption: Words | undefined
  let open: TextTable | undefined
  for (const { words } of rows) {
    const found = cells(words)
    if (found.filter((cell) => !cell.isEmpty).length < 2) {
      caption = words
      open = undefined
    } else if (open) open.rows.push({ words, cells: found })
    else {
      open = { caption, rows: [{ words, cells: found }] }
      tables.push(open)
    }
  }
  return tables
}

/** A number, with its unit if it has one, that is all of a cell. */
const numberAlone = /^[約△▲]?\s*\d[\d,.]{0,30}\s*[^\s\d。]{0,5}$/

/** Whether a row has a number alone in a cell behind its first. */
function holdsNumber({ cells }: TextTable['rows'][number]): boolean {
  return cells.slice(1).some(({ form }) => numberAlone.test(form))
}

/** Whether a table names the staff, a plan and what came of it. */
function isOfStaff({ caption, rows }: TextTable): boolean {
  const heads = [...(rows[0]?.cells ?? []), ...rows.flatMap(({ cells }) => cells.slice(0, 1))].map(folded)
  const names = [caption?.form ?? '', ...heads].join(' ')
  return ofStaff.test(names) && heads.some((head) => planned.test(head)) && heads.some((head) => actual.test(head))
}

function folded({ form }: Words): string {
  return form.replace(/\s/g, '')
}

/** The head counts of a table; undefined where its rows and columns do not all tell what they are. */
function countsOf({ caption, rows }: TextTable, known: ReadonlySet<number>): HeadCount[] | undefined {
  const width = rows[0]?.cells.length ?? 0
  if (rows.some(({ cells }) => cells.length !== width)) return undefined
  const grid = rows.map(({ cells }) => cells)
  const turned = Array.from({ length: width }, (_, column) => grid.map((row) => row[column] as Words))
  const lines = [grid, turned].find((lines) => lines.slice(1).some(([name]) => name && planned.test(folded(name))))
  if (!lines) return undefined
  const [dayCells, plannedCells, actualCells] = [lines[0], only(lines, planned), only(lines, actual)]
  const days = dayCells?.slice(1).map((cell) => dayOfCell(cell, `${caption?.form ?? ''} ${dayCells[0]?.form}`, known))
  if (!plannedCells || !actualCells || !days) return undefined
  const counts = days.map((day, index) => countOf(day, plannedCells[index + 1] as Words, actualCells[index + 1] as Words))
  return counts.every((count) => count !== undefined) ? counts : undefined
}

/** The one line of a table whose first cell has a name; undefined where several have it. */
function only(lines: readonly Words[][], name: RegExp): Words[] | undefined {
  const found = lines.filter(([first]) => first && name.test(folded(first)))
  return found.length === 1 ? found[0] : undefined
}

/** The day that a head names, or the day of its year that the words above the table or beside the head state for every year. */
function dayOfCell(cell: Words, stated: string, known: ReadonlySet<number>): string | undefined {
  const form = folded(cell)
  if (wholeDay.test(form)) return dayOf(form, known)
  const ofEach = dayOfEachYear.exec(stated)?.groups
  const year = headYear(form, known)
  if (!ofEach || year === undefined) return undefined
  const month = Number(ofEach.month)
  return isoDay(form.includes('年度') && month < 4 ? year + 1 : year, month, Number(ofEach.day))
}

function countOf(asOf: string | undefined, plannedCell: Words, actualCell: Words): HeadCount | undefined {
  const stated = [plannedCell, actualCell].map((cell) => statedIn(cell.match(people), 'number'))
  const [ofPlan, ofActual] = stated as [Stated | null, Stated | null]
  if (asOf === undefined || !ofPlan || !ofActual) return undefined
  return { asOf, planned: ofPlan.value, plannedWords: ofPlan.words, actual: ofActual, gap: null, words: ofActual.words }
}
