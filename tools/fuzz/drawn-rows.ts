import { VFile } from 'vfile'
import type { Drawn } from '../../loaders/document/drawn.ts'
import { formatMessages } from '../../loaders/document/messages.ts'
import { nothingSaid } from '../../loaders/document/plan.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { readRows } from '../../loaders/read-plans.ts'
import type { TableRows } from '../../loaders/tables.ts'
import type { Problem } from './case.ts'

/** The rows that are read of a file's text; undefined where an error says why there are none. */
export function rowsOf(drawn: Drawn): TableRows | undefined {
  const report = new Report(new VFile({ path: 'document' }))
  report.addNotes(drawn)
  const reading = readRows({ planId: 'fuzz', description: nothingSaid, sha256: '0'.repeat(64), source: new Source(drawn.text, drawn) }, report)
  formatMessages(report)
  return report.hasErrors ? undefined : reading?.rows
}

/** Every digit of the file has its fate, those of other scripts (༠) aside, and every figure stands in a cell or on a page. */
export function balanceProblems({ digitBalance, figures, sourceLines }: TableRows, place: 'source_cell' | 'source_box'): Problem[] {
  const isForeign = sourceLines.some(({ text }) => /(?![0-9０-９])\p{Nd}/u.test(text))
  const open = digitBalance.filter(({ is_balanced }) => !is_balanced && !isForeign)
  const placeless = figures.filter((figure) => figure[place] === null)
  return [
    ...open.map((balance) => ({ law: 'balance', sign: '', detail: JSON.stringify(balance) })),
    ...placeless.slice(0, 1).map((figure) => ({ law: 'place', sign: place, detail: JSON.stringify(figure) })),
  ]
}

const slowest = 10_000

/** Starts to measure a reading; what is called at its end says whether it took too long, other work on the machine aside. */
export function startReading(): () => Problem[] {
  const start = { at: performance.now(), cpu: process.cpuUsage() }
  return () => {
    const { user, system } = process.cpuUsage(start.cpu)
    const milliseconds = Math.min(performance.now() - start.at, (user + system) / 1000)
    return milliseconds > slowest ? [{ law: 'time', sign: '', detail: `${milliseconds.toFixed(0)} ms` }] : []
  }
}
