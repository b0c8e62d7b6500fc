import { type Proof, type ProofKind, proofKinds } from './proof-list.ts'
import type { PlanCoverage } from './read-plans.ts'
import { eraYear } from './vocabulary/eras.ts'
import type { Sheet, SheetCell } from './workbook/sheet.ts'
import { writeWorkbook } from './workbook/write.ts'

/** A document that was read: where it is, what is to be looked at in it, and how much of it was read, if it was. */
export interface ProofReading {
  path: string
  proofs: readonly Proof[]
  coverage: PlanCoverage | undefined
}

const listName = '点検'
const head = ['文書', '種類', '項目番号', '項目名', '年度', '場所', '原文の言葉', '説明', '公表値', '再計算値', '再計算に使った数字']

/** The proof-reading list as an Excel file: how many places of each kind, then each with its place in the document. */
export function proofWorkbook(readings: readonly ProofReading[], said: readonly string[]): Promise<Uint8Array> {
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
  return { name: listName, isTable: rows.length > 0, head, rows: rows.length > 0 ? rows : [[{ value: '点検の要る所は見つからなかった' }]] }
}

function proofRow(path: string, proof: Proof): SheetCell[] {
  const { kind, itemNo, itemTitle, fiscalYear, place, words, message, published, computed, against } = proof
  const number = (value: number | null): SheetCell => ({ value, format: '#,##0.############' })
  return [
    { value: path },
    { value: proofKinds[kind] },
    { value: itemNo },
    { value: itemTitle },
    { value: fiscalYear === null ? null : eraYear(fiscalYear) },
    { value: place },
    { value: words },
    { value: message },
    number(published),
    number(computed),
    { value: against },
  ]
}
