import type { TableRows } from '../../loaders/tables.ts'
import { type Before, type Case, hasWholeNumbers, type Problem, placedRows } from './case.ts'
import { fold } from './text.ts'

const head = /^\s*(?:No\s*\.?|№)\s*(?<no>0{0,4}[1-9]\d{0,4})(?![\d.,])\s*(?!再掲|[、,・)])\S/i

/** Characters without a width, which the reader drops. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** No row of an item stands in another item's section: by the lines' own items, and by the heads above it. */
export function ownerProblems({ text, rows }: Case): Problem[] {
  const heads = headsAbove(text.lines, rows)
  const withHead = new Set(heads)
  const ownerOf = (line: number) => rows.sourceLines[line - 1]?.item_no ?? null
  return placedRows(rows).flatMap(({ table, row }) => {
    if (row.item_no === null || (ownerOf(row.source_line) === null && (table === 'items' || table === 'figures'))) return []
    const lines = Array.from({ length: row.source_end_line - row.source_line + 1 }, (_, index) => row.source_line + index)
    const isOwn = lines.every((line) => ownerOf(line) === row.item_no || (line === row.source_line && ownerOf(line - 1) === row.item_no))
    if (!isOwn) return [{ law: 'owner', sign: table, detail: `${JSON.stringify(row)} on lines of ${lines.map(ownerOf)}` }]
    const strange = withHead.has(row.item_no) ? lines.filter((line) => heads[line - 1] !== row.item_no) : []
    return strange
      .slice(0, 1)
      .map((line) => ({ law: 'owner', sign: `${table} below another head`, detail: `${JSON.stringify(row)} below No.${heads[line - 1]}` }))
  })
}

/** For each line, the number of the last head at or above it, where items have it; a sentence that begins with an item's number is no head. */
export function headsAbove(lines: readonly string[], rows: TableRows): (number | undefined)[] {
  if (!hasWholeNumbers(rows)) return lines.map(() => undefined)
  let no: number | undefined
  return lines.map((line) => {
    const found = line.includes('。') ? undefined : head.exec(fold(line).replace(unseen, ''))?.groups?.no
    no = found === undefined ? no : Number(found)
    return no
  })
}

/**
 * Where nothing but pages was left out: no item has a row from a line that was another's, and what an item had and has
 * no more is reported missing.
 */
export function neighbourProblems({ rows }: Case, before: Before): Problem[] {
  const strange = placedRows(rows).flatMap(({ table, row }) => {
    const owner = before.rows.sourceLines[before.origins[row.source_line - 1] ?? -1]?.item_no ?? null
    const isOwn = row.item_no === null || owner === null || owner === row.item_no
    return isOwn ? [] : [{ law: 'neighbour', sign: table, detail: `No.${row.item_no} has a row of No.${owner}: ${JSON.stringify(row)}` }]
  })
  return [...strange.slice(0, 3), ...silentLosses(rows, before)]
}

const groups = ['items', 'schedules', 'initiatives', 'results', 'reviews', 'effects'] as const

function silentLosses(rows: TableRows, before: Before): Problem[] {
  const left = groupsOf(rows)
  const missing = new Set(rows.checks.filter(({ rule, outcome }) => outcome === 'missing' && rule !== 'reference-counterpart').map(({ item_no }) => item_no))
  return [...groupsOf(before.rows)]
    .filter(([name, { no, table, part }]) => !left.has(name) && !missing.has(no) && isNoticeable(rows, no, table, part))
    .map(([name, { table }]) => ({ law: 'missing', sign: table, detail: `${name}: gone, and no check says so` }))
}

/**
 * Not for a first or last item that no table of contents lists, for effects of money that nothing else speaks of, for what was not
 * achieved, which an item need not have, nor for a head such as 達成できたこと that has nothing under it.
 */
function isNoticeable(rows: TableRows, no: number, table: string, part: unknown): boolean {
  const isListed = rows.sourceLines.some((line) => line.part === 'contents')
  if (!isListed && (rows.items.every(({ item_no }) => item_no < no) || rows.items.every(({ item_no }) => item_no > no))) return false
  if (table === 'effects') return statesMoney(rows, no)
  return table !== 'reviews' || (part !== 'not_achieved' && !rows.sourceLines.some((line) => line.item_no === no && line.part === part))
}

function statesMoney({ collections, assets, targets }: TableRows, no: number): boolean {
  return [...collections, ...assets, ...targets.filter(({ measure }) => measure === 'effect_yen')].some(({ item_no }) => item_no === no)
}

interface Group {
  no: number
  table: string
  part: unknown
}

/** Each item's tables, by year or kind where parts of a table may have their own page. */
function groupsOf(rows: TableRows): Map<string, Group> {
  const found = new Map<string, Group>()
  for (const table of groups) {
    for (const row of rows[table]) {
      const part = 'kind' in row ? row.kind : table === 'results' && 'fiscal_year' in row ? row.fiscal_year : ''
      found.set(`${table} of No.${row.item_no} ${part}`, { no: row.item_no, table, part })
    }
  }
  return found
}
