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
    return this.#pages(async () => {
      await this.#loadScripts()
      this.#worker = textWorker(dashboardWorker)
      return answerOf(this.#worker, { kind: 'draw', read, program: dashboardProgram })
    })
  }

  /** Makes the files of what was drawn last and draws the page that offers them; rejects as `draw` does. */
  async drawFiles(): Promise<readonly PageParts[]> {
    return this.#pages(() => this.#ask({ kind: 'files' }))
  }

  /** The pages of a plan as one HTML file; rejects as `draw` does. */
  async single(base: string): Promise<string> {
    const told = await this.#untilStopped(() => this.#ask({ kind: 'single', base }))
    return told.kind === 'single' ? told.text : ''
  }

  #ask(request: DrawRequest): Promise<DrawTold> {
    if (!this.#worker) throw new Stopped()
    return answerOf(this.#worker, request)
  }

  async #pages(ask: () => Promise<DrawTold>): Promise<readonly PageParts[]> {
    const told = await this.#untilStopped(ask)
    return told.kind === 'drawn' ? told.pages : []
  }

  async #untilStopped(ask: () => Promise<DrawTold>): Promise<DrawTold> {
    const ended = new Promise<never>((_, reject) => {
      this.#end = reject
    })
    const told = await Promise.race([ended, ask()])
    if (told.kind === 'failed') throw new Error(told.reason)
    return told
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
