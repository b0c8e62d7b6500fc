import type { SqlValues } from '../../loaders/records/table.ts'

/** A value as every engine can be made to say it: days as ISO 8601 text, 64-bit integers as text. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[]

/** A table as an engine reads it: its columns with the type of the dictionary that theirs stands for (or its own name for it), and its rows. */
export interface ReadTable {
  columns: readonly { name: string; type: keyof SqlValues | string }[]
  rows: readonly (readonly PlainValue[])[]
}

/** Reads a Parquet file. */
export type Reader = (path: string) => Promise<ReadTable>

/** A program that reads Parquet files; `packages` are installed aside for it. */
export interface Engine {
  name: string
  packages: readonly string[]
  /** lists are never NULL in it: it reads those of the file as empty ones */
  readsNullListsAsEmpty?: true
  open(require: NodeJS.Require): Promise<Reader>
}

/** A day counted from 1970-01-01, or a time in it, as ISO 8601 text. */
export function isoDay(value: number | Date): string {
  return new Date(typeof value === 'number' ? value * 86_400_000 : value).toISOString().slice(0, 10)
}

/** An engine's type as the dictionary names it; its own name where there is none. */
export function knownType(names: Readonly<Record<string, keyof SqlValues>>, type: string): string {
  return names[type] ?? type
}
