import { loadScript } from '../markup/load-script.ts'
import type { ReadRows } from './dashboard-messages.ts'
import type { GivenFile } from './given-files.ts'
import type { Request, Told } from './messages.ts'
import type { Reading } from './reading.ts'
import { textWorker, workerEnded } from './text-worker.ts'

/** What the scripts of the worker and of PDFium put into the page: the code of the one, the program of the other in base64. */
declare const readerWorker: string
declare const readerProgram: string

/** Who is told how far the reading is. */
export interface Progress {
  onPlan(path: string): void
  onPage(page: number, pages: number): void
}

/** That the reading was stopped by hand. */
export class Stopped extends Error {}

/** That the form that was given is none; its message says why. */
export class FormRefusal extends Error {}

const noWebAssembly = 'このブラウザではPDFを読めない (WebAssemblyが使えない)。Word、Excel、テキストのファイルか、ほかのブラウザを使う'

/**
 * The worker of the page, started when the first file is given. Both scripts are classic ones that hold what they bring as text, since a
 * page that was opened as a file may load nothing else; the worker is made of a blob, so that the policy of the page holds in it.
 */
export class Session {
  #worker: Worker | undefined
  #wait: { resolve: (told: Told) => void; reject: (error: Error) => void } | undefined
  #progress: Progress | undefined
  #loading: Promise<void> | undefined

  /** `root` leads from the page to the root of the site. */
  constructor(private readonly root: string) {}

  /** Reads files, by a form in JSON where there is one; rejects with `Stopped`, a `FormRefusal`, or where something unforeseen ends it. */
  async read(given: readonly GivenFile[], form: string | undefined, progress: Progress): Promise<Reading> {
    if (this.#wait) this.stop()
    this.#progress = progress
    if (given.some(({ path }) => /\.pdf$/i.test(path))) void this.#loadProgram().catch(() => undefined)
    const told = await this.#ask({ kind: 'read', given, form })
    if (told.kind === 'form-refused') throw new FormRefusal(told.reasons.join('、'))
    if (told.kind !== 'read') throw new Error(told.kind)
    return told.reading
  }

  /** The list of what was read last as an Excel file. */
  async workbook(): Promise<Uint8Array<ArrayBuffer>> {
    const told = await this.#ask({ kind: 'workbook' })
    if (told.kind !== 'workbook') throw new Error(told.kind)
    return told.bytes
  }

  /** What was read last, as a warehouse is made of it. */
  async rows(): Promise<ReadRows> {
    const told = await this.#ask({ kind: 'rows' })
    if (told.kind !== 'rows') throw new Error(told.kind)
    return told.read
  }

  /** Ends what is being done, and frees its memory. */
  stop(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#wait?.reject(new Stopped())
    this.#wait = undefined
  }

  #ask(request: Request): Promise<Told> {
    return new Promise((resolve, reject) => {
      const wait = { resolve, reject }
      this.#wait = wait
      this.#started().then((worker) => this.#wait === wait && worker.postMessage(request), reject)
    })
  }

  async #started(): Promise<Worker> {
    if (typeof readerWorker === 'undefined') await loadScript(`${this.root}reader/worker.js`)
    if (this.#worker) return this.#worker
    const worker = textWorker(readerWorker)
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data))
    worker.addEventListener('error', ({ message }) => this.#fail(message || workerEnded))
    this.#worker = worker
    return worker
  }

  #hear(told: Told): void {
    if (told.kind === 'plan') this.#progress?.onPlan(told.path)
    else if (told.kind === 'page') this.#progress?.onPage(told.page, told.pages)
    else if (told.kind === 'program-wanted') void this.#giveProgram()
    else if (told.kind === 'failed') this.#fail(told.reason)
    else {
      this.#wait?.resolve(told)
      this.#wait = undefined
    }
  }

  #fail(reason: string): void {
    const wait = this.#wait
    this.#wait = undefined
    this.stop()
    wait?.reject(new Error(reason))
  }

  async #giveProgram(): Promise<void> {
    const worker = this.#worker
    const failed = (error: Error) => ({ reason: `PDFを読む部品を読み込めない (${error.message})。サイトのフォルダーを丸ごと置き直すと使える` })
    const program = await this.#program().catch(failed)
    worker?.postMessage({ kind: 'program', program } satisfies Request)
  }

  async #program(): Promise<{ base64: string } | { reason: string }> {
    if (typeof WebAssembly !== 'object') return { reason: noWebAssembly }
    await this.#loadProgram()
    return { base64: readerProgram }
  }

  /** Loads the program of PDFium; of a PDF it is begun before the worker asks for it. */
  #loadProgram(): Promise<void> {
    this.#loading ??= loadScript(`${this.root}reader/pdfium.js`)
    this.#loading.catch(() => {
      this.#loading = undefined
    })
    return this.#loading
  }
}
