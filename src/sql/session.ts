import type { Result } from '../questions/values.ts'
import { type KnownTable, martColumnsSql, martTables } from './catalog.ts'
import type { Engine } from './engine.ts'
import { engineFiles } from './engine-files.ts'

/** Longer results are cut: the page has to hold all of their rows. */
const mostRows = 200_000

/** The engine of a page: started once when it is first needed, and anew after a query was stopped. */
export class Session {
  /** what can be asked: the published tables, and the views once the engine knows them */
  tables: readonly KnownTable[]
  #engine: Promise<Engine> | undefined

  /** `root` leads from the page to the site's root; `say` is told how far a start has come. */
  constructor(
    private readonly published: readonly KnownTable[],
    private readonly root: string,
    readonly say: (text: string) => void,
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
    this.say('DuckDBを準備している…')
    const engine = await this.start()
    this.say('実行している…')
    const begun = performance.now()
    const result = await engine.run(sql, mostRows)
    return { result, seconds: (performance.now() - begun) / 1000 }
  }

  /** Ends whatever runs, and starts anew for the next query. */
  restart(): void {
    void this.#engine?.then((engine) => engine.stop())
    this.#engine = undefined
    this.start().catch(() => {})
  }

  async #start(): Promise<Engine> {
    performance.mark('sql-start')
    try {
      const { Engine } = await import('./engine.ts')
      const engine = await Engine.start(engineFiles(this.root))
      performance.measure('sql-ready', 'sql-start')
      this.say('準備ができた')
      this.tables = [...this.published, ...martTables((await engine.run(martColumnsSql, mostRows)).rows, this.published)]
      return engine
    } catch (error) {
      this.#engine = undefined
      throw error
    }
  }
}
