import { literal } from '../../loaders/warehouse/sql-words.ts'

/** A statement of a text of SQL, without the `;` after it, and where it begins there (UTF-16 code units). */
export interface Statement {
  sql: string
  start: number
}

/** A text of SQL with values written in for its parameters, and which place of the first text stands at one of it. */
export interface Filled {
  sql: string
  placeOf(offset: number): number
}

/** What is no code of its own: strings, quoted names, comments and dollar quotes; what is open goes to the end. */
const apart = String.raw`[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|/\*[\s\S]*?(?:\*/|$)|(?<dollar>\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\k<dollar>|$)`
const ends = new RegExp(`${apart}|;`, 'g')
const parameters = new RegExp(String.raw`${apart}|(?<![\w$])\$(?<name>[\p{L}_][\p{L}\p{N}_]*)`, 'gu')
const comments = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g

/** The statements of a text in their order; what is blank or a comment alone is none. */
export function statementsOf(sql: string): Statement[] {
  const cuts = [...sql.matchAll(ends)].filter(([token]) => token === ';').map(({ index }) => index)
  return [...cuts, sql.length].flatMap((end, index) => {
    const begin = index === 0 ? 0 : (cuts[index - 1] as number) + 1
    const text = sql.slice(begin, end)
    if (text.replace(comments, '').trim() === '') return []
    return [{ sql: text.trim(), start: begin + text.length - text.trimStart().length }]
  })
}

/** The names of the parameters of a text (`$item`), each once. */
export function parametersOf(sql: string): string[] {
  return [...new Set([...sql.matchAll(parameters)].flatMap(({ groups }) => groups?.name ?? []))]
}

/** Writes values in for the parameters that have one: what reads as a number as one, other text quoted, nothing as NULL. */
export function withParameters(sql: string, values: Readonly<Record<string, string>>): Filled {
  const shifts: { at: number; by: number; end: number }[] = []
  let by = 0
  const filled = sql.replace(parameters, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { name?: string }
    const at = rest.at(-3) as number
    if (groups.name === undefined || !Object.hasOwn(values, groups.name)) return token
    const written = sqlLiteral(values[groups.name] ?? '')
    shifts.push({ at: at + by, by, end: at + by + written.length })
    by += written.length - token.length
    return written
  })
  return { sql: filled, placeOf: (offset) => placeBefore(shifts, by, offset) }
}

/** A place within a written value is where its parameter begins. */
function placeBefore(shifts: readonly { at: number; by: number; end: number }[], all: number, offset: number): number {
  const next = shifts.find(({ end }) => offset < end)
  if (!next) return offset - all
  return Math.min(offset, next.at) - next.by
}

function sqlLiteral(value: string): string {
  const text = value.trim()
  if (text === '') return 'NULL'
  return /^-?(?:0|[1-9]\d{0,17})(?:\.\d+)?$/.test(text) ? text : literal(value)
}
