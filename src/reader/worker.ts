// Reads documents beside the page, by the code of `ingest`. It asks for nothing but the program of PDFium, which the page hands to it.

import { readForm } from '../../loaders/form-shape.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { proofWorkbook } from '../../loaders/proof-workbook.ts'
import { coveragesInWords } from '../../loaders/reading-words.ts'
import { bytesOf } from './base64.ts'
import type { Request, Told } from './messages.ts'
import { readGiven, type WholeReading } from './reading.ts'

let last: WholeReading | undefined
type Program = Extract<Request, { kind: 'program' }>['program']

let giveProgram: ((program: Program) => void) | undefined

const answers: { [K in Request['kind']]: (request: Extract<Request, { kind: K }>) => Promise<void> | void } = {
  read: async ({ given, form: text }) => {
    const read = text === undefined ? undefined : readForm(text)
    if (read && 'reasons' in read) return tell({ kind: 'form-refused', reasons: read.reasons })
    const pdf = { program: askForProgram, onPage: (page: number, pages: number) => tell({ kind: 'page', page, pages }) }
    last = await readGiven(given, pdf, { form: read?.form, onPlan: (path) => tell({ kind: 'plan', path }) })
    tell({ kind: 'read', reading: last.reading })
  },
  program: ({ program }) => giveProgram?.(program),
  workbook: async () => {
    if (last) tell({ kind: 'workbook', bytes: new Uint8Array(await proofWorkbook(last.ingestion, coveragesInWords(last.ingestion))) })
  },
  rows: () => {
    if (!last) return
    const { rows, restatements, drawings } = last.ingestion
    tell({ kind: 'rows', read: { rows, restatements, drawings } })
  },
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    await answers[data.kind](data as never)
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
})

function tell(told: Told): void {
  postMessage(told)
}

/** The program of PDFium, which the page loads when the first PDF is read. */
async function askForProgram(): Promise<ArrayBuffer> {
  const given = new Promise<Program>((resolve) => {
    giveProgram = resolve
  })
  tell({ kind: 'program-wanted' })
  const program = await given
  if ('reason' in program) throw new FormatRefusal('unreadable-file', program.reason)
  return bytesOf(program.base64).buffer
}
