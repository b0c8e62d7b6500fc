import { refuseNamedFile, writeWhole } from './named-file.ts'
import type { Ingestion } from './read-plans.ts'

/** Writes the proof-reading list, whole or not at all. `said` is what is said of each plan's reading. */
export async function writeReport(path: string, ingestion: Ingestion, said: readonly string[]): Promise<void> {
  const documents = ingestion.reports.map(({ file }) => file.path)
  await refuseNamedFile('--report', path, documents)
  const { proofWorkbook } = await import('./proof-workbook.ts')
  await writeWhole(path, await proofWorkbook(ingestion, said))
}

/** Writes the text that the places of a plan's rows refer to, whole or not at all; nothing where its file could not be opened. */
export async function writeText(path: string, { reports, texts }: Ingestion): Promise<void> {
  const [text] = texts
  const documents = reports.map(({ file }) => file.path)
  await refuseNamedFile('--text', path, documents)
  if (text !== undefined) await writeWhole(path, text)
}
