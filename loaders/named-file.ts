import { randomUUID } from 'node:crypto'
import { lstat, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explained, ifThere, OutputError } from './warehouse/refusal.ts'

/** Rejects with an `OutputError` where a file that an option names would be written over a document, a folder, or where nothing can be written. */
export async function refuseNamedFile(option: '--report' | '--text', path: string, documents: readonly string[]): Promise<void> {
  const found = await ifThere(lstat(path))
  if (found && !found.isFile()) throw new OutputError(`${option} の ${path} はふつうのファイルではない。ほかの名前を書く`)
  if (!(await ifThere(realpath(dirname(path))))) throw new OutputError(`${option} の ${path} のフォルダがない`)
  const real = await ifThere(realpath(path))
  const others = await Promise.all(documents.map((document) => ifThere(realpath(document))))
  if (real !== undefined && others.includes(real)) throw new OutputError(`${option} の ${path} は読み取る文書そのものである。ほかの名前を書く`)
}

/** Writes a file, whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await writeFile(beside, content)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw explained(path, error)
  }
}
