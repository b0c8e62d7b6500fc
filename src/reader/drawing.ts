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
  #ended: Promise<never> = Promise.reject(new Stopped())
  #end: (error: Error) => void = () => {}
  #last: Promise<unknown> = Promise.resolve()
  #loading: Promise<unknown> | undefined

  /** `root` leads from the page to the root of the site. */
  constructor(private readonly root: string) {
    this.#ended.catch(() => undefined)
  }

  /** Draws the pages of what was read; rejects with `Stopped`, or where something unforeseen ends it. */
  async draw(read: ReadRows): Promise<readonly PageParts[]> {
    this.stop()
    if (typeof WebAssembly !== 'object') throw new Error('このブラウザではWebAssemblyが使えない')
    this.#ended = new Promise<never>((_, reject) => {
      this.#end = reject
    })
    this.#ended.catch(() => undefined)
    await Promise.race([this.#ended, this.#loadScripts()])
    this.#worker = textWorker(dashboardWorker)
    return this.#pages({ kind: 'draw', read, program: dashboardProgram })
  }

  /** Makes the files of what was drawn last and draws the page that offers them; rejects as `draw` does. */
  drawFiles(): Promise<readonly PageParts[]> {
    return this.#pages({ kind: 'files' })
  }

  /** The pages of a plan as one HTML file; rejects as `draw` does. */
  async single(base: string): Promise<string> {
    const told = await this.#ask({ kind: 'single', base })
    return told.kind === 'single' ? told.text : ''
  }

  /** Ends what is being done, and frees its memory. */
  stop(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#end(new Stopped())
  }

  async #pages(request: DrawRequest): Promise<readonly PageParts[]> {
    const told = await this.#ask(request)
    return told.kind === 'drawn' ? told.pages : []
  }

  /** What the worker answers, when it has answered all that was asked before. */
  async #ask(request: DrawRequest): Promise<DrawTold> {
    const worker = this.#worker
    if (!worker) throw new Stopped()
    const answer = this.#last.then(() => Promise.race([this.#ended, answerOf(worker, request)]))
    this.#last = answer.catch(() => undefined)
    const told = await answer
    if (told.kind === 'failed') throw new Error(told.reason)
    return told
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
