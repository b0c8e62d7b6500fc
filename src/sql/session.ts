import type { Result } from '../questions/values.ts'
import { type KnownTable, martColumnsSql, martTables } from './catalog.ts'
import type { Engine } from './engine.ts'
import { engineFiles } from './engine-files.ts'

/** Longer results are cut: the page has to hold all of their rows. */
const mostRows = 200_000
/** How long a query that is to be stopped may take to end by itself. */
const patienceMs = 3000

/** The engine of a page: started once when it is first needed, and anew after a query was stopped. */
export class Session {
  /** what can be asked: the published tables, and the views once the engine knows them */
  tables: readonly KnownTable[]
  #engine: Promise<Engine> | undefined
  #own: readonly { table: KnownTable; statements: readonly string[] }[] = []

  /** `root` leads from the page to the site's root; `say` is told how far a start has come, `learnt` that more tables are known. */
  constructor(
    private readonly published: readonly KnownTable[],
    private readonly root: string,
    readonly say: (text: string) => void,
    readonly learnt: () => void,
  ) {
    this.tables = published
  }

  get isStarted(): boolean {
    return this.#engine !== undefined
  }

  /** Starts the engine where it is not; one that could not be started may be tried again. */
  start(): Promise<Engine> {
    this.#engine ??= this.#start()
    return this.#engine
  }

  /** The rows of a query, as many as the page can hold, and how long they took in seconds. */
  async run(sql: string): Promise<{ result: Result; seconds: number }> {
    const engine = await this.start()
    const begun = performance.now()
    const result = await engine.run(sql, mostRows)
    return { result, seconds: (performance.now() - begun) / 1000 }
  }

  /** Ends what runs; says whether temporary tables are still there, or else the engine starts anew. */
  async stop(): Promise<boolean> {
    const engine = await this.#engine
    if (!engine || (await engine.cancel(patienceMs))) return true
    engine.stop()
    this.#engine = undefined
    this.start().catch(() => {})
    return false
  }

  /** Makes a table of one's own, now and whenever the engine starts anew; rejects as a query does. */
  async addOwn(table: KnownTable, statements: readonly string[]): Promise<void> {
    const engine = await this.start()
    for (const sql of statements) await engine.run(sql, 1)
    this.#own = [...this.#own.filter(({ table: { name } }) => name !== table.name), { table, statements }]
    this.tables = [...this.tables.filter(({ name }) => name !== table.name), table]
    this.learnt()
  }

  async #start(): Promise<Engine> {
    performance.mark('sql-start')
    try {
      const { Engine } = await import('./engine.ts')
      const engine = await Engine.start(engineFiles(this.root))
      performance.measure('sql-ready', 'sql-start')
      this.say('準備ができた')
      const marts = martTables((await engine.run(martColumnsSql, mostRows)).rows, this.published)
      for (const { statements } of this.#own) for (const sql of statements) await engine.run(sql, 1)
      this.tables = [...this.published, ...marts, ...this.#own.map(({ table }) => table)]
      this.learnt()
      return engine
    } catch (error) {
      this.#engine = undefined
      throw error
    }
  }
}
