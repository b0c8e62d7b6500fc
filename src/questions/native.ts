import {
  DuckDBArrayValue,
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api'
import { OutputError } from '../../loaders/warehouse/refusal.ts'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import { type QueryError, readError } from './errors.ts'
import type { Result, Value } from './values.ts'

const numericTypes: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
])

/** Opens a database for `runNative`, only to be read; rejects with an `OutputError` where it is none. */
export async function openReadOnly(path: string, options: Readonly<Record<string, string>> = {}): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, { access_mode: 'READ_ONLY', errors_as_json: 'true', ...options })
  } catch {
    throw new OutputError(`${path} を開けない。壊れているか、ほかのプログラムが書いている。npm run ingest で作り直す`)
  }
}

/** Why DuckDB did not run a query, in Japanese and with its place. */
export class QueryFailure extends Error {
  constructor(readonly query: QueryError) {
    super(query.message)
  }
}

/** Runs a query on DuckDB of this process, opened by `openReadOnly`; rejects with a `QueryFailure`. */
export function runNative(connection: DuckDBConnection, sql: string): Promise<Result> {
  return withFailure(sql, async () => {
    const reader = await connection.runAndReadAll(sql)
    const types = reader.columnTypes()
    return {
      columns: reader.columnNames().map((name, index) => ({ name, isNumeric: numericTypes.has(types[index]?.typeId as DuckDBTypeId) })),
      rows: reader.getRows().map((row) => row.map(plain)),
      isCut: false,
    }
  })
}

/** Writes the rows of a query into a Parquet file and says how many there are; rejects with a `QueryFailure`. */
export function writeParquet(connection: DuckDBConnection, sql: string, path: string): Promise<number> {
  const query = sql.trim().replace(/;$/, '')
  return withFailure(sql, async () => {
    await connection.prepare(query)
    const reader = await connection.runAndReadAll(`COPY (\n${query}\n) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`)
    return Number(reader.getRows()[0]?.[0])
  })
}

async function withFailure<T>(sql: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new QueryFailure(readError(error instanceof Error ? error.message : String(error), sql))
  }
}

function plain(value: DuckDBValue): Value {
  if (value === null || typeof value !== 'object') return value ?? null
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(plain)
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, plain(part)]))
  if (value instanceof DuckDBMapValue) return value.entries.map((entry) => ({ key: plain(entry.key), value: plain(entry.value) }))
  return String(value)
}
