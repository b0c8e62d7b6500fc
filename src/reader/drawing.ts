import { loadScript } from '../markup/load-script.ts'
import type { DrawRequest, DrawTold, PageParts, ReadRows } from './dashboard-messages.ts'
import { Stopped } from './session.ts'
import { textWorker, workerEnded } from './text-worker.ts'

/** What the scripts of the worker that draws and of DuckDB put into the page: the code of the one, the program of the other (gzip in base64). */
declare const dashboardWorker: string
declare const dashboardProgram: string

/** The worker that draws the pages of what was read, started when they are asked for. */
export class Drawing {
  #worker: Worker | undefined
  #end: ((error: Error) => void) | undefined
  #loading: Promise<unknown> | undefined

  /** `root` leads from the page to the root of the site. */
  constructor(private readonly root: string) {}

  /** Draws the pages of what was read; rejects with `Stopped`, or where something unforeseen ends it. */
  async draw(read: ReadRows): Promise<readonly PageParts[]> {
    this.stop()
    return this.#untilStopped(async () => {
      await this.#loadScripts()
      this.#worker = textWorker(dashboardWorker)
      return answerOf(this.#worker, { kind: 'draw', read, program: dashboardProgram })
    })
  }

  /** Makes the files of what was drawn last and draws the page that offers them; rejects as `draw` does. */
  async drawFiles(): Promise<readonly PageParts[]> {
    const worker = this.#worker
    if (!worker) throw new Stopped()
    return this.#untilStopped(() => answerOf(worker, { kind: 'files' }))
  }

  async #untilStopped(ask: () => Promise<DrawTold>): Promise<readonly PageParts[]> {
    const ended = new Promise<never>((_, reject) => {
      this.#end = reject
    })
    const told = await Promise.race([ended, ask()])
    if (told.kind === 'failed') throw new Error(told.reason)
    return told.pages
  }

  /** Ends what is being done, and frees its memory. */
  stop(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#end?.(new Stopped())
    this.#end = undefined
  }

  #loadScripts(): Promise<unknown> {
    this.#loading ??= Promise.all(['dashboard', 'duckdb'].map((name) => loadScript(`${this.root}reader/${name}.js`)))
    this.#loading.catch(() => {
      this.#loading = undefined
    })
    return this.#loading
  }
}

function answerOf(worker: Worker, request: DrawRequest): Promise<DrawTold> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DrawTold>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message || workerEnded))
    worker.postMessage(request)
  })
}
