import { VFile } from 'vfile'
import { formatMessages } from '../../loaders/document/messages.ts'
import { nothingSaid } from '../../loaders/document/plan.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { readRows } from '../../loaders/read-plans.ts'

/** What the reader made of a text: rows and messages, or what it threw; and how long it took. */
export interface FuzzReading {
  result: ReturnType<typeof readRows>
  report: Report
  thrown: unknown
  milliseconds: number
}

/** Reads a text as the ingest command does, without a file. */
export function readText(text: string): FuzzReading {
  const report = new Report(new VFile({ path: 'document.txt' }))
  const start = performance.now()
  try {
    const result = readRows({ planId: 'fuzz', description: nothingSaid, sha256: '0'.repeat(64), source: new Source(text) }, report)
    formatMessages(report)
    return { result, report, thrown: undefined, milliseconds: performance.now() - start }
  } catch (thrown) {
    return { result: undefined, report, thrown, milliseconds: performance.now() - start }
  }
}
