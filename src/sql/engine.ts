import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import { type QueryError, readError } from '../questions/errors.ts'
import type { Result, Value } from '../questions/values.ts'
import { type ArrowReader, arrowReader } from './arrow.ts'

/** Where the engine's own files and the database are, seen from the page. */
export interface EngineFiles {
  worker: string
  module: string
  database: string
}

/** Why a query gave no result: an error with its place, or that it was stopped. */
export class EngineFailure extends Error {
  constructor(readonly query: QueryError | 'stopped') {
    super(query === 'stopped' ? query : query.message)
  }
}

/**
 * The tables are those of the warehouse's own file, only to be read, so that names, types, comments and views are what
 * they are everywhere else. Afterwards nothing may be read from files or from the network any more.
 */
const open = `
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
ATTACH 'reform.duckdb' AS reform (READ_ONLY);
USE reform;
SET enable_external_access = false;
SET errors_as_json = true;
SET lock_configuration = true;`

/** DuckDB in a worker of the page, with the tables of the warehouse. */
export class Engine {
  readonly #database: AsyncDuckDB
  readonly #connection: number
  #stop: () => void = () => {}
  #isCancelled = false
  #running: Promise<unknown> = Promise.resolve()
  readonly #stopped = new Promise<never>((_, reject) => {
    this.#stop = () => reject(new EngineFailure('stopped'))
  })

  private constructor(database: AsyncDuckDB, connection: number) {
    this.#database = database
    this.#connection = connection
    this.#stopped.catch(() => {})
  }

  /** Starts the engine and opens the tables; rejects where WebAssembly or a file is missing. */
  static async start({ worker, module, database: file }: EngineFiles): Promise<Engine> {
    const bytes = fetchBytes(file)
    bytes.catch(() => {})
    const database = new AsyncDuckDB(new VoidLogger(), new Worker(worker))
    try {
      await database.instantiate(module)
      await database.open({})
      const [connection] = await Promise.all([database.connectInternal(), bytes.then((content) => database.registerFileBuffer('reform.duckdb', content))])
      await database.runQuery(connection, open)
      return new Engine(database, connection)
    } catch (error) {
      await database.terminate()
      throw error
    }
  }

  /** Runs a query and gives its first rows, up to a limit; rejects with an `EngineFailure`. */
  run(sql: string, mostRows: number): Promise<Result> {
    this.#isCancelled = false
    const running = this.#run(sql, mostRows)
    this.#running = running.catch(() => {})
    return Promise.race([this.#stopped, running])
  }

  /**
   * Asks the running query to end between two of its steps; temporary tables stay. Says whether it did within a time: where
   * one step takes longer, only `stop` ends it.
   */
  cancel(mostMs: number): Promise<boolean> {
    this.#isCancelled = true
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), mostMs))
    return Promise.race([this.#running.then(() => true), late])
  }

  /** Ends the engine at once, whatever it is doing: the running query rejects, and the engine is of no more use. */
  stop(): void {
    this.#stop()
    void this.#database.terminate()
  }

  async #run(sql: string, mostRows: number): Promise<Result> {
    try {
      const reader = arrowReader(await this.#header(sql))
      return { columns: reader.columns, ...(await this.#rows(reader, mostRows)) }
    } catch (error) {
      if (error instanceof EngineFailure) throw error
      throw new EngineFailure(readError(error instanceof Error ? error.message : String(error), sql))
    }
  }

  async #header(sql: string): Promise<Uint8Array> {
    let header = await this.#database.startPendingQuery(this.#connection, sql, true)
    while (header === null) {
      await this.#endIfCancelled()
      header = await this.#database.pollPendingQuery(this.#connection)
    }
    return header
  }

  async #endIfCancelled(): Promise<void> {
    if (!this.#isCancelled) return
    await this.#database.cancelPendingQuery(this.#connection)
    throw new EngineFailure('stopped')
  }

  async #rows(reader: ArrowReader, mostRows: number): Promise<Pick<Result, 'rows' | 'isCut'>> {
    const rows: Value[][] = []
    for (;;) {
      await this.#endIfCancelled()
      const batch = await this.#database.fetchQueryResults(this.#connection)
      if (batch === null || batch.length === 0) return { rows, isCut: false }
      for (const row of reader.rows(batch)) {
        if (rows.length === mostRows) {
          await this.#database.cancelPendingQuery(this.#connection)
          return { rows, isCut: true }
        }
        rows.push(row)
      }
    }
  }
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
