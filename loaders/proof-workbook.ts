import { type Proof, type ProofKind, proofKinds } from './proof.ts'
import { proofCells, proofHead } from './proof-table.ts'
import type { Ingestion, PlanCoverage } from './read-plans.ts'
import type { Sheet, SheetCell } from './workbook/sheet.ts'
import { writeWorkbook } from './workbook/write.ts'

/** A document that was read: where it is, what is to be looked at in it, and how much of it was read, if it was. */
interface ProofReading {
  path: string
  proofs: readonly Proof[]
  coverage: PlanCoverage | undefined
}

const listName = '点検'

const numberFormat = '#,##0.############'
/** The columns of values of any size. */
const valueHeads: readonly (string | undefined)[] = ['公表値', '再計算値']

/**
 * The proof-reading list of documents as an Excel file: how many places of each kind, then each with its place in the document. `said` is what is
 * said of each plan's reading.
 */
export function proofWorkbook({ reports, proofs, coverages }: Ingestion, allSaid: readonly string[]): Promise<Uint8Array> {
  const readings = reports.map(({ file }, index) => ({
    path: file.path,
    proofs: proofs[index] ?? [],
    coverage: coverages.find((coverage) => coverage.path === file.path),
  }))
  const said = allSaid.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  return writeWorkbook([summary(readings, said), list(readings)], { title: '点検表' })
}

function summary(readings: readonly ProofReading[], said: readonly string[]): Sheet {
  const kinds = Object.keys(proofKinds) as ProofKind[]
  const count = (reading: ProofReading, kind: ProofKind): SheetCell => ({ value: reading.proofs.filter((proof) => proof.kind === kind).length })
  return {
    name: '概要',
    head: ['文書', '読み取り', ...kinds.map((kind) => proofKinds[kind])],
    rows: [
      ...readings.map((reading) => [
        { value: reading.path },
        { value: reading.coverage ? 'できた' : 'できなかった' },
        ...kinds.map((kind) => count(reading, kind)),
      ]),
      [{ value: null }],
      ...said.map((line) => [{ value: line, style: 'title' as const }]),
    ],
  }
}

function list(readings: readonly ProofReading[]): Sheet {
  const rows = readings.flatMap(({ path, proofs }) => proofs.map((proof) => proofRow(path, proof)))
  return { name: listName, isTable: rows.length > 0, head: proofHead, rows: rows.length > 0 ? rows : [[{ value: '点検の要る所は見つからなかった' }]] }
}

function proofRow(path: string, proof: Proof): SheetCell[] {
  return proofCells(path, proof).map((value, index) => ({ value, ...(valueHeads.includes(proofHead[index]) && { format: numberFormat }) }))
}
