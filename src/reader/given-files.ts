import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { PdfTools } from '../../loaders/formats/pdf/pdf-tools.ts'
import { type FileRefusal, notThere, type PlanFiles, type PlanPlace, tooLarge } from '../../loaders/plan-files.ts'

/** A file that was dropped or chosen, with its path below what was dropped: `plan5/plan.json`, `draft.docx`. */
export interface GivenFile {
  path: string
  file: Blob
}

/** Files that a page was given, in the place of a disk. */
export class GivenFiles implements PlanFiles {
  readonly #files: ReadonlyMap<string, Blob>
  readonly limitHint = ''

  constructor(
    given: readonly GivenFile[],
    readonly pdf: PdfTools,
  ) {
    this.#files = new Map(given.map(({ path, file }) => [path, file]))
  }

  async find(path: string): Promise<'folder' | 'file' | undefined> {
    if (this.#files.has(path)) return 'file'
    return [...this.#files.keys()].some((other) => other.startsWith(`${path}/`)) ? 'folder' : undefined
  }

  async read(path: string, maximumBytes: number, hint = ''): Promise<Uint8Array | FileRefusal> {
    const file = this.#files.get(path)
    if (!file) return notThere
    if (file.size > maximumBytes) return tooLarge(file.size, maximumBytes, hint)
    const bytes = await file.arrayBuffer().catch(() => undefined)
    return bytes ? new Uint8Array(bytes) : { ruleId: 'unreadable-file', reason: '読む権限がないか、選んだ後に変わった。もう一度選ぶ' }
  }

  inFolder(folder: string, name: string): string {
    return [...folder.split('/'), ...stepsOf(name)].join('/')
  }

  async leavesFolder(_folder: string, name: string): Promise<boolean> {
    return /^[/\\]/.test(name) || stepsOf(name)[0] === '..'
  }

  async placeOf(path: string): Promise<PlanPlace> {
    const [last = '', ...folders] = path.split('/').reverse()
    const isFolder = (await this.find(path)) === 'folder'
    return { name: isFolder ? last : last.replace(/(?<=.)\.[^.]*$/, ''), whole: path, folders }
  }

  hash(bytes: Uint8Array): string {
    return bytesToHex(sha256(bytes))
  }
}

/** The steps of a name with what its dots say done: only the first of them may be `..`. */
function stepsOf(name: string): string[] {
  const steps: string[] = []
  for (const step of name.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps
}

/** What systems leave in folders: `.DS_Store`, `Thumbs.db`, and the file beside one that Word or Excel has open. */
const leftBySystems = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i
const planFile = 'plan.json'
/** The folder of a plan whose files were given without one. */
const unnamedFolder = 'plan'

/**
 * The plans that given files are, by their paths: a folder with `plan.json`, and every other file on its own. A `plan.json` that
 * was given without a folder gets one, with all files beside it.
 */
export function plansOf(all: readonly GivenFile[]): { given: readonly GivenFile[]; paths: readonly string[] } {
  const known = all.filter(({ path }) => !leftBySystems.test(path))
  const isLoose = known.some(({ path }) => path === planFile)
  const given = isLoose ? known.map(({ path, file }) => ({ path: `${unnamedFolder}/${path}`, file })) : known
  const paths = given.map(({ path }) => path)
  const folders = paths.filter((path) => path.endsWith(`/${planFile}`)).map((path) => path.slice(0, -planFile.length - 1))
  const ownerOf = (path: string) => folders.find((folder) => path.startsWith(`${folder}/`)) ?? path
  return { given, paths: [...new Set(paths.map(ownerOf))] }
}
