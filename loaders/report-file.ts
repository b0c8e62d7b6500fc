import { randomUUID } from 'node:crypto'
import { lstat, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Ingestion } from './ingest.ts'
import { explained, ifThere, OutputError } from './warehouse/refusal.ts'

/** Rejects with an `OutputError` where the proof-reading list would be written over a document, a folder, or where nothing can be written. */
export async function refuseReport(path: string, documents: readonly string[]): Promise<void> {
  const found = await ifThere(lstat(path))
  if (found && !found.isFile()) throw new OutputError(`--report の ${path} はふつうのファイルではない。ほかの名前を書く`)
  if (!(await ifThere(realpath(dirname(path))))) throw new OutputError(`--report の ${path} のフォルダがない`)
  const real = await ifThere(realpath(path))
  const others = await Promise.all(documents.map((document) => ifThere(realpath(document))))
  if (real !== undefined && others.includes(real)) throw new OutputError(`--report の ${path} は読み取る文書そのものである。ほかの名前を書く`)
}

/** Writes the proof-reading list, whole or not at all. `said` is what is said of each plan's reading. */
export async function writeReport(path: string, { reports, proofs, coverages }: Ingestion, said: readonly string[]): Promise<void> {
  await refuseReport(
    path,
    reports.map(({ file }) => file.path),
  )
  const { proofWorkbook } = await import('./proof-workbook.ts')
  const readings = reports.map(({ file }, index) => ({
    path: file.path,
    proofs: proofs[index] ?? [],
    coverage: coverages.find((coverage) => coverage.path === file.path),
  }))
  const lines = said.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await writeFile(beside, await proofWorkbook(readings, lines))
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw explained(path, error)
  }
}
