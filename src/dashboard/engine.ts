import {
  type Column as ArrowColumn,
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  float64,
  int32,
  int64,
  list,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette'
import { BROWSER_RUNTIME, createDuckDB, type DuckDBBindings, VoidLogger } from 'duckdb-blocking'
import type { SqlValues, Table } from '../../loaders/records/table.ts'
import type { Database } from '../data/database.ts'
import type { DataRow, DataValue } from '../data/warehouse.ts'
import type { Result, Value } from '../questions/values.ts'
import { arrowResult } from '../sql/arrow.ts'

/**
 * Starts DuckDB in this worker. It asks for its program as for a file; nothing here may ask for any, and so it is answered with the
 * bytes that the page has loaded. Rejects where the browser cannot run it.
 */
export async function startDuckDb(program: Uint8Array<ArrayBuffer>): Promise<DuckDBBindings> {
  globalThis.fetch = () => Promise.resolve(new Response(program, { headers: { 'content-type': 'application/wasm', 'content-length': String(program.length) } }))
  const module = { mainModule: 'data:,', mainWorker: '' }
  const duckDb = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), BROWSER_RUNTIME)
  await duckDb.instantiate(() => {})
  duckDb.open({})
  return duckDb
}

const arrowTypes: { readonly [T in keyof SqlValues]: () => DataType } = {
  VARCHAR: utf8,
  INTEGER: int32,
  BIGINT: int64,
  DOUBLE: float64,
  BOOLEAN: bool,
  DATE: dateDay,
  'VARCHAR[]': () => list(utf8()),
  'INTEGER[]': () => list(int32()),
}

/** A connection to DuckDB of this worker. */
export class Connection implements Database {
  readonly #connection: number

  constructor(private readonly duckDb: DuckDBBindings) {
    this.#connection = duckDb.connect().useUnsafe((_, connection) => connection)
  }

  async run(sql: string): Promise<void> {
    this.duckDb.runQuery(this.#connection, sql)
  }

  async rows(source: string): Promise<DataRow[]> {
    const { columns, rows } = await this.answer(`FROM ${source}`)
    return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, plain(row[index] ?? null)])))
  }

  async answer(sql: string): Promise<Result> {
    return arrowResult(this.duckDb.runQuery(this.#connection, sql))
  }

  /** Puts rows into a table, in their order. */
  fill(table: Table, rows: readonly object[], schema = 'main'): void {
    if (rows.length === 0) return
    const columns = table.columns.map(({ name, type }): [string, ArrowColumn<unknown>] => {
      const values = rows.map((row) => stored(type, (row as Readonly<Record<string, unknown>>)[name]))
      return [name, columnFromArray(values, arrowTypes[type]())]
    })
    const bytes = tableToIPC(tableFromColumns(Object.fromEntries(columns)), { format: 'stream' })
    if (bytes) this.duckDb.insertArrowFromIPCStream(this.#connection, bytes, { name: table.name, schema, create: false })
  }

  /** The bytes that a statement writes into a file of the name. */
  written(name: string, sql: string): Uint8Array {
    this.duckDb.runQuery(this.#connection, sql)
    const bytes = this.duckDb.copyFileToBuffer(name)
    this.duckDb.dropFile(name)
    return bytes
  }
}

function stored(type: keyof SqlValues, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'BIGINT') return BigInt(value as number)
  return type === 'DATE' ? new Date(`${value}T00:00:00Z`) : value
}

/** A value as pages have it: whole numbers of 64 bits as numbers. */
function plain(value: Value): DataValue {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) as DataValue
}
