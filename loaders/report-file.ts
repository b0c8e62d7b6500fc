import { refuseNamedFile, writeWhole } from './named-file.ts'
import type { Ingestion } from './read-plans.ts'

/** Writes the proof-reading list, whole or not at all. `said` is what is said of each plan's reading. */
export async function writeReport(path: string, { reports, proofs, coverages }: Ingestion, said: readonly string[]): Promise<void> {
  const documents = reports.map(({ file }) => file.path)
  await refuseNamedFile('--report', path, documents)
  const { proofWorkbook } = await import('./proof-workbook.ts')
  const readings = reports.map(({ file }, index) => ({
    path: file.path,
    proofs: proofs[index] ?? [],
    coverage: coverages.find((coverage) => coverage.path === file.path),
  }))
  const lines = said.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  await writeWhole(path, await proofWorkbook(readings, lines))
}

/** Writes the text that the places of a plan's rows refer to, whole or not at all; nothing where its file could not be opened. */
export async function writeText(path: string, { reports, texts }: Ingestion): Promise<void> {
  const [text] = texts
  const documents = reports.map(({ file }) => file.path)
  await refuseNamedFile('--text', path, documents)
  if (text !== undefined) await writeWhole(path, text)
}
