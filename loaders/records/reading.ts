import type { PlanInput } from '../document/plan.ts'
import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import type { Document } from '../structure/sections.ts'
import type { Reason } from './reasons.ts'
import type { provenance, RowOf, Table } from './table.ts'

type Place = (typeof provenance)[number]['name']

/** A value before it is stored: where it is the number of a figure, words in which that figure is the first. */
type ValueBefore<N, V> = N extends `${string}_figure_no` ? Words | null : N extends `${string}_figure_nos` ? readonly Words[] | null : V

/**
 * A table's row before it is stored: its values without the plan and, in a table with provenance columns, in their place the
 * words it was read from.
 */
export type Reading<T extends Table> = 'source_end_line' extends keyof RowOf<T>
  ? { [C in Exclude<keyof RowOf<T>, 'plan_id' | Place>]: ValueBefore<C, RowOf<T>[C]> } & { words: Words }
  : Omit<RowOf<T>, 'plan_id'>

/** What the rows of a plan are read from. What cannot be read goes to the report. */
export interface Context {
  plan: PlanInput
  document: Document
  items: readonly Item[]
  report: Report
  /** every table, in the order in which they are published */
  tables: readonly AnyTable[]
  /** the rows of another table; each table is read once */
  rows<R>(table: Readable<R>): R
}

/** What rows of the type `R` can be read of. */
export interface Readable<R = unknown> {
  read(context: Context): R
}

/** Words of a document whose numbers a reader understood, though they are no row's value, and why they are none. */
export interface Explained {
  words: Words
  reason: Exclude<Reason, 'unread'>
}

/**
 * A table and how its rows are read. `explain` says of words that it read beside its rows, such as sums, what their numbers are;
 * a number is explained by the first table that holds its place. What is read `fromItems` comes first: with it a document may turn out to be none of this
 * form, before anything is said about the rest.
 */
export type ReadTable<T extends Table> = T & Readable<readonly Reading<T>[]> & Reader

interface Reader {
  fromItems: boolean
  explain: (context: Context) => readonly Explained[]
}

/** A table whatever it holds: its rows by the names of columns, a value each, or words for the number of a figure. */
export type AnyTable = Table & Readable<readonly Readonly<Record<string, unknown>>[]> & Reader

/** The first row of each key; another of the same key is reported at its place and left out. */
function firstOfEachKey<T extends Table>({ title, key, columns }: T, rows: readonly Reading<T>[], report: Report): readonly Reading<T>[] {
  const names = key.filter((name) => name !== 'plan_id')
  const seen = new Set<string>()
  return rows.filter((row) => {
    const values: Readonly<Record<string, unknown>> = row
    const size = seen.size
    seen.add(names.map((name) => values[name]).join('\n'))
    if (seen.size > size) return true
    const said = names.map((name) => `${columns.find((column) => column.name === name)?.title} ${values[name] ?? 'なし'}`)
    report.warn('duplicate-row', 'words' in row ? row.words : undefined, `「${title}」の同じ行 (${said.join('、')}) が2度ある。初めのものを採る`)
    return false
  })
}

/** A table whose rows are read from each item in turn, and what is explained of each item beside them. */
export function itemTable<T extends Table>(
  definition: T,
  read: (item: Item, context: Context) => readonly Reading<T>[],
  explain: (item: Item, context: Context) => readonly Explained[] = () => [],
): ReadTable<T> {
  return {
    ...definition,
    fromItems: true,
    read: (context) =>
      firstOfEachKey(
        definition,
        context.items.flatMap((item) => read(item, context)),
        context.report,
      ),
    explain: (context) => context.items.flatMap((item) => explain(item, context)),
  }
}

/** A table whose rows are read from the document as a whole, or from the rows of other tables. */
export function documentTable<T extends Table>(
  definition: T,
  read: (context: Context) => readonly Reading<T>[],
  explain: (context: Context) => readonly Explained[] = () => [],
): ReadTable<T> {
  return { ...definition, fromItems: false, read: (context) => firstOfEachKey(definition, read(context), context.report), explain }
}
