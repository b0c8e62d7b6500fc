import { VFile } from 'vfile'
import { location } from 'vfile-location'
import { findExcess } from './document/limits.ts'
import { nothingSaid, type PlanDescription, type PlanInput } from './document/plan.ts'
import { Report } from './document/report.ts'
import { Source } from './document/source.ts'
import { readDrawnFile } from './formats/drawn-file.ts'
import { type FileKind, kindOf } from './formats/kinds.ts'
import { FormatRefusal } from './formats/refusal.ts'
import { decode } from './formats/text.ts'
import type { Form } from './forms/form.ts'
import { forms as knownForms } from './forms/forms.ts'
import { readPlanFile } from './plan-description.ts'
import { notThere, type PlanFiles } from './plan-files.ts'
import { listAsForm } from './structure/list-text.ts'

/** A plan's input, undefined where the report says why there is none. */
export interface PlanOpening {
  report: Report
  input: PlanInput | undefined
}

const planFile = 'plan.json'
const maximumPlanBytes = 2 ** 20

/**
 * Opens a plan: a folder with `plan.json` and its document, or a document on its own; a list that is one of the forms' is read in the order of the
 * form. Sizes are in bytes.
 */
export async function openPlan(path: string, files: PlanFiles, maximumBytes: number, forms: readonly Form[] = knownForms): Promise<PlanOpening> {
  const found = await files.find(path)
  const { name: planId } = await files.placeOf(path)
  if (found === 'folder') return openFolder(path, planId, { files, maximumBytes, forms })
  const report = new Report(new VFile({ path }))
  if (!found) return refuse(report, notThere.ruleId, notThere.reason)
  return { report, input: await openDocument(path, { planId, description: nothingSaid }, report, { files, maximumBytes, forms }) }
}

/** How plans are opened. */
interface Opening {
  files: PlanFiles
  maximumBytes: number
  forms: readonly Form[]
}

async function openFolder(path: string, planId: string, opening: Opening): Promise<PlanOpening> {
  const { files } = opening
  const planPath = files.inFolder(path, planFile)
  const report = new Report(new VFile({ path: planPath }))
  if (!(await files.find(planPath))) return refuse(report, 'unreadable-file', `フォルダに ${planFile} がない`)
  const bytes = await files.read(planPath, maximumPlanBytes)
  if ('reason' in bytes) return refuse(report, bytes.ruleId, bytes.reason)
  const plan = readPlanFile(decode(bytes).text, report)
  if (!plan) return { report, input: undefined }
  const documentPath = files.inFolder(path, plan.document)
  if (await files.leavesFolder(path, plan.document))
    return refuse(report, 'invalid-plan', '"document" はこのフォルダの中のファイル名で書く。外の文書は、そのファイルをコマンドに直接書く')
  const documentReport = new Report(new VFile({ path: documentPath }))
  const input = await openDocument(documentPath, { planId, description: plan.description }, documentReport, opening)
  return { report: documentReport, input }
}

function refuse(report: Report, ruleId: Parameters<Report['error']>[0], reason: string): PlanOpening {
  report.error(ruleId, undefined, reason)
  return { report, input: undefined }
}

async function openDocument(
  path: string,
  said: { planId: string; description: PlanDescription },
  report: Report,
  { files, maximumBytes, forms }: Opening,
): Promise<PlanInput | undefined> {
  const bytes = await files.read(path, maximumBytes, files.limitHint)
  if ('reason' in bytes) return refuse(report, bytes.ruleId, bytes.reason).input
  if (bytes.length === 0) return refuse(report, 'not-results-document', '空のファイル').input
  const kind = kindOf(bytes)
  report.hasLines = kind === 'text'
  const source = kind === 'text' ? sourceOfText(bytes, report) : await sourceOfFile(bytes, kind, report, { files, forms })
  return source && { ...said, sha256: files.hash(bytes), source }
}

/** The text of bytes that are text; undefined where the report says why it cannot be read. */
function sourceOfText(bytes: Uint8Array, report: Report): Source | undefined {
  const decoded = decode(bytes)
  if (decoded.text !== undefined) return refuseExcess(decoded.text, report) ? undefined : new Source(decoded.text)
  if (decoded.reason === 'unknown') report.error('unknown-encoding', undefined, 'UTF-8、CP932、UTF-16のどれとしても読めない')
  else report.error('truncated-document', endOf(bytes), 'UTF-8の文字の途中でファイルが切れている')
  return undefined
}

/** The text that a file of another kind says; undefined where the report says why it cannot be read. */
async function sourceOfFile(
  bytes: Uint8Array,
  kind: Exclude<FileKind, 'text'>,
  report: Report,
  { files, forms }: Pick<Opening, 'files' | 'forms'>,
): Promise<Source | undefined> {
  try {
    const drawn = listAsForm(await readDrawnFile(bytes, kind, files.pdf), forms)
    report.addNotes(drawn)
    return report.hasErrors || refuseExcess(drawn.text, report) ? undefined : new Source(drawn.text, drawn)
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error
    report.error(error.ruleId, error.place, error.message)
    return undefined
  }
}

/** Reports what a text has more of than any results document; says whether it does. */
function refuseExcess(text: string, report: Report): boolean {
  const excess = findExcess(text)
  if (excess) report.error(excess.ruleId, excess.place, excess.reason)
  return excess !== undefined
}

/** Where the whole characters of UTF-8 that breaks off inside one end. */
function endOf(bytes: Uint8Array): { line: number; column: number } | undefined {
  const text = new TextDecoder().decode(bytes, { stream: true })
  return location(text).toPoint(text.length)
}
