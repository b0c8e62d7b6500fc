import { firstAtLeast } from '../document/rising.ts'
import type { Words } from '../document/words.ts'
import type { AnyTable, Context, Explained } from '../records/reading.ts'
import type { Reason } from '../records/reasons.ts'
import { type RoleId, roles } from './roles.ts'

/** What became of a number: the first column that holds its value, else why none does. */
export interface Landing {
  /** such as effects.amount_yen */
  lands_in: string | null
  reason: Reason | null
}

/** A number of the document: its words, and what it is; null where that is not known. */
interface Numbered {
  words: Words
  role: RoleId | null
}

/**
 * What became of each number, in the order of the document. A number lands in the first column, in the order of the tables,
 * that was read from words which hold it, so that all numbers of an amount land together. What no table holds or explains
 * is unread, as is a number whose role is not known.
 */
export function landingsOf(context: Context, numbers: readonly Numbered[]): Landing[] {
  const starts = numbers.map(({ words }) => words.cleanIndex(0))
  const columns = firstWithin(
    starts,
    context.tables.flatMap((table) => valuesOf(context, table)),
  )
  const reasons = firstWithin(starts, explanationsOf(context))
  return numbers.map(({ role }, index) => {
    const column = columns.get(index)
    if (column) return { lands_in: column.name, reason: null }
    return { lands_in: null, reason: role === null ? 'unread' : (roles[role].reason ?? reasons.get(index)?.reason ?? 'unread') }
  })
}

/** For each number that some words hold, by its index: the first of them. */
function firstWithin<T extends { words: Words }>(starts: readonly number[], all: readonly T[]): Map<number, T> {
  const found = new Map<number, T>()
  for (const each of all) {
    for (const { from, to } of each.words.ranges) {
      for (let index = firstAtLeast(starts, from); (starts[index] ?? to) < to; index++) if (!found.has(index)) found.set(index, each)
    }
  }
  return found
}

/** The words that the values of a table were read from, by column. */
function valuesOf({ rows }: Context, table: AnyTable): { name: string; words: Words }[] {
  const names = new Set(table.columns.map(({ name }) => name))
  return table.columns
    .filter(({ name }) => names.has(`${name}_figure_no`) || names.has(`${name}_figure_nos`))
    .flatMap(({ name }) =>
      rows(table)
        .flatMap((row) => [row[`${name}_figure_no`] ?? [], row[`${name}_figure_nos`] ?? []] as (Words | readonly Words[])[])
        .flat()
        .map((words) => ({ name: `${table.name}.${name}`, words })),
    )
}

/** What the tables explain, and the sentences that their text columns hold. */
function explanationsOf(context: Context): Explained[] {
  const { tables, rows } = context
  const texts = tables.filter(({ name, columns }) => name !== 'source_lines' && columns.some((column) => column.name === 'text'))
  return [
    ...tables.flatMap((table) => table.explain(context)),
    ...texts.flatMap((table) => rows(table).map(({ words }): Explained => ({ words: words as Words, reason: 'in a sentence' }))),
  ]
}
