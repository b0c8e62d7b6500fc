import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { printedAmount, printedValue } from '../support/printed.ts'
import { evaluate, mismatch, readShown, type ShownReceipt } from '../support/shown.ts'
import type { Site } from './browser.ts'
import { pagesOf } from './pages.ts'

/** What the marked figures of a page say, as the browser has them. */
interface Figures {
  page: string
  read: { text: string; place: string; value: string | null; after: string }[]
  computed: (ShownReceipt & { text: string; after: string })[]
  /** the cells of each table of a card, receipts left out, and its file */
  tables: { file: string; rows: string[][] }[]
}

/** What the warehouse holds: the numbers of the document by their anchor, the numbers read from each line, and all numbers. */
interface Held {
  figures: ReadonlyMap<string, { printed: string; rest: string }>
  byLine: ReadonlyMap<number, ReadonlySet<number>>
  all: ReadonlySet<number>
}

/** What was looked at of a kind of figure, and what is wrong with it, each with its page. */
export interface Findings {
  looked: number
  problems: string[]
}

/**
 * Holds every marked figure of every page of a site against the warehouse: read ones, results, receipts, and cells of tables. `planId` is the
 * plan of the pages at the root, where the warehouse has several; those of other plans are left out.
 */
export async function figureFindings(site: Site, planId?: string): Promise<Record<'read' | 'results' | 'receipts' | 'cells', Findings>> {
  const { page } = await site.open('about.html')
  const pages = await page.evaluate(
    figuresOfPages,
    pagesOf(site.folder).filter((name) => planId === undefined || !name.startsWith('plans/')),
  )
  await page.context().close()
  const held = await readWarehouse(site.warehouse, planId)
  return {
    read: findings(
      pages,
      ({ read }) => read,
      (figure) => readProblem(figure, held),
    ),
    results: findings(pages, ({ computed }) => computed, resultProblem),
    receipts: findings(pages, ({ computed }) => computed, receiptProblem),
    cells: findings(
      pages,
      ({ tables }) => tables.flatMap(({ file, rows }) => cellsOf(site.folder, file, rows)),
      (cell) => cellProblem(cell, held),
    ),
  }
}

function findings<T>(pages: readonly Figures[], of: (page: Figures) => readonly T[], problem: (one: T) => string | undefined): Findings {
  const all = pages.flatMap((page) => of(page).map((one) => ({ page: page.page, problem: problem(one) })))
  const problems = all.flatMap(({ page, problem }) => (problem === undefined ? [] : [`${page}: ${problem}`]))
  return { looked: all.length, problems: [...new Set(problems)] }
}

/** A number that was read leads to a row that holds it (of one that falls, as in 2ポイント低下, its size), and shows its value. */
function readProblem({ text, place, value, after }: Figures['read'][number], { figures, byLine }: Held): string | undefined {
  const printed = figures.get(place)?.printed
  if (value === null) return text === printed ? undefined : `${text} is not ${printed} of ${place}`
  const isHeld = printed === undefined ? byLine.get(Number(place.slice(1)))?.has(Number(value)) : states(figures.get(place), Math.abs(Number(value)))
  return isHeld ? mismatch(text, Number(value), after) : `${place} does not hold ${value}`
}

/** Whether words state a value: the number alone, or the amount that it begins (1億2,345万円). */
function states(words: { printed: string; rest: string } | undefined, value: number): boolean {
  return words !== undefined && (printedValue(words.printed) === value || printedAmount(words.rest) === value)
}

/** A number that was computed shows the result of its receipt. */
function resultProblem({ text, result, after }: Figures['computed'][number]): string | undefined {
  const full = readShown(result)
  return full ? mismatch(text, full.value, after) : `${text}: no result`
}

/** The operands of a receipt give its result by its formula. */
function receiptProblem(receipt: ShownReceipt): string | undefined {
  const value = evaluate(receipt)
  if (value === undefined) return `unknown formula: ${receipt.formula}`
  const wrong = mismatch(receipt.result, value)
  return wrong && `${receipt.formula} (${receipt.operands.map(({ name, text }) => `${name} ${text}`).join(', ')}): ${wrong}`
}

interface Cell {
  file: string
  shown: string
  value: string
}

/** A cell of a card's table shows the value in the card's file, which the warehouse holds; sizes of files are `data.test.ts`'s matter. */
function cellProblem({ file, shown, value }: Cell, { all }: Held): string | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(value) || /data-(?:table-)?files/.test(file)) return undefined
  if (!all.has(Number(value))) return `${file}: the warehouse does not hold ${value}`
  const wrong = mismatch(shown, Number(value))
  return wrong && `${file}: ${wrong}`
}

/** Runs in the browser: the marked figures of each page. */
async function figuresOfPages(names: readonly string[]): Promise<Figures[]> {
  const clean = (element: Element | null | undefined): string => {
    const copy = element?.cloneNode(true) as Element | undefined
    for (const receipt of copy?.querySelectorAll('.receipt') ?? []) receipt.remove()
    return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
  const behind = (element: Element): string => {
    let words = ''
    for (let next: Node | null = element.nextSibling; next && words.length < 20; next = next.nextSibling)
      if (!(next instanceof Element && next.matches('.receipt'))) words += next instanceof Element ? clean(next) : (next.textContent ?? '')
    return words.slice(0, 20)
  }
  const found: Figures[] = []
  for (const name of names) {
    const page = new DOMParser().parseFromString(await (await fetch(`./${name}`)).text(), 'text/html')
    const read = [...page.querySelectorAll('a.read[data-value], a.read-figure')].map((link) => ({
      text: link.textContent ?? '',
      place: (link.getAttribute('href') ?? '').split('#')[1] ?? '',
      value: link.getAttribute('data-value'),
      after: behind(link),
    }))
    const computed = [...page.querySelectorAll('button.computed')].map((button) => {
      const receipt = page.getElementById(button.getAttribute('popovertarget') ?? '')
      const lines = [...(receipt?.querySelectorAll(':scope > .receipt-line') ?? [])].map((line) => ({
        name: clean(line.children[0]),
        text: clean(line.children[1]),
      }))
      return {
        text: button.textContent ?? '',
        after: behind(button),
        formula: receipt?.querySelector(':scope > .receipt-formula')?.textContent ?? '',
        operands: lines.slice(0, -1),
        result: lines.at(-1)?.text ?? '',
      }
    })
    const tables = [...page.querySelectorAll('.card')].flatMap((card) => {
      const file = card.querySelector('.downloads a[href*="cards/"][href$=".csv"]')?.getAttribute('href')
      const rows = [...(card.querySelector('table')?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(clean))
      return file ? [{ file: file.replace(/^(?:\.\.?\/)+/, ''), rows }] : []
    })
    found.push({ page: name, read, computed, tables })
  }
  return found
}

/** The numbers of the warehouse, read with SQL and nothing of the site. */
async function readWarehouse(folder: string, planId?: string): Promise<Held> {
  const instance = await DuckDBInstance.create(join(folder, 'reform.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[]
  const words =
    await rows(`SELECT figure_no, text[source_column : CASE WHEN source_end_line = source_line THEN source_end_column - 1 ELSE length(text) END] AS printed, text[source_column :] AS rest
    FROM figures JOIN source_lines ON source_lines.plan_id = figures.plan_id AND line_no = source_line ${planId === undefined ? '' : `WHERE figures.plan_id = '${planId}'`}`)
  const sources = await rows(
    "SELECT schema_name || '.' || view_name AS name FROM duckdb_views() WHERE NOT internal UNION ALL SELECT table_name FROM duckdb_tables()",
  )
  const byLine = new Map<number, Set<number>>()
  const isElsewhere = ({ plan_id }: Record<string, unknown>) => planId !== undefined && plan_id !== undefined && plan_id !== planId
  for (const { name } of sources)
    for (const row of await rows(`SELECT * FROM ${name}`)) addNumbers(byLine, isElsewhere(row) ? { ...row, source_line: undefined } : row)
  connection.closeSync()
  instance.closeSync()
  return {
    figures: new Map(words.map(({ figure_no, printed, rest }) => [`n${figure_no}`, { printed: String(printed), rest: String(rest) }])),
    byLine,
    all: new Set([...byLine.values()].flatMap((numbers) => [...numbers])),
  }
}

/** Puts the numbers of a row to the line that it was read from; those of a row without line to none (NaN). */
function addNumbers(byLine: Map<number, Set<number>>, row: Record<string, unknown>): void {
  const line = Number(row.source_line)
  const numbers = byLine.get(line) ?? new Set()
  byLine.set(line, numbers)
  for (const [column, value] of Object.entries(row)) {
    const number = typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : Number.NaN
    if (!/source_/.test(column) && !Number.isNaN(number)) numbers.add(number)
  }
}

/** Each cell of a card's table beside the same cell of its file. */
function cellsOf(folder: string, file: string, rows: readonly string[][]): Cell[] {
  const [heads = [], ...records] = parseCsv(readFileSync(join(folder, file), 'utf8').replace('\ufeff', ''))
  const lines = records.map((record) => (heads[0] === '団体コード' ? record.slice(2) : record))
  if (lines.length !== rows.length) return [{ file, shown: `${rows.length}行`, value: String(lines.length) }]
  return rows.flatMap((row, index) => row.map((shown, column) => ({ file, shown, value: lines[index]?.[column] ?? '' })))
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
