import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { location } from 'vfile-location'
import { sha256 } from './document/hash.ts'
import { findExcess } from './document/limits.ts'
import { Report } from './document/report.ts'
import { Source } from './document/source.ts'
import { decode } from './formats/text.ts'

/** What `plan.json` says about a plan; null where it does not say, or where a document was given on its own. */
export interface PlanDescription {
  title: string | null
  planNo: number | null
  municipality: string | null
  municipalityCode: string | null
  edition: Edition | null
  sourceName: string | null
}

/** A plan as given: its id, description, the bytes' hash, and its document ready to be parsed. */
export interface PlanInput {
  planId: string
  description: PlanDescription
  sha256: string
  source: Source
}

/** A plan's input, undefined where the report says why there is none. */
export interface PlanOpening {
  report: Report
  input: PlanInput | undefined
}

const nothingSaid: PlanDescription = { title: null, planNo: null, municipality: null, municipalityCode: null, edition: null, sourceName: null }
const editions = ['published', 'digest', 'sample'] as const

/** What a document is to the one that the city published: that itself, its facts written anew, or made up. */
export type Edition = (typeof editions)[number]

const planFile = 'plan.json'

/** Opens a plan: a folder with `plan.json` and its document, or a document on its own. Sizes are in bytes. */
export async function openPlan(path: string, maximumBytes: number): Promise<PlanOpening> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return openFolder(path, maximumBytes)
  const report = new Report(new VFile({ path }))
  if (!found) return refuse(report, 'unreadable-file', 'ファイルがない')
  const planId = basename(path, extname(path))
  return { report, input: await openDocument(path, planId, nothingSaid, report, maximumBytes) }
}

async function openFolder(path: string, maximumBytes: number): Promise<PlanOpening> {
  const planPath = join(path, planFile)
  const report = new Report(new VFile({ path: planPath }))
  const bytes = await readFile(planPath).catch(() => undefined)
  if (!bytes) return refuse(report, 'unreadable-file', `フォルダに ${planFile} がない`)
  const plan = parseJson(decode(bytes).text ?? '')
  if (!isRecord(plan)) return refuse(report, 'invalid-plan', 'JSONのオブジェクトとして読めない')
  const description = describe(plan, report)
  if (typeof plan.document !== 'string' || plan.document === '') return refuse(report, 'invalid-plan', '"document" に文書のファイル名がない')
  if (report.hasErrors) return { report, input: undefined }
  const documentPath = join(path, plan.document)
  const documentReport = new Report(new VFile({ path: documentPath }))
  const input = await openDocument(documentPath, basename(resolve(path)), description, documentReport, maximumBytes)
  return { report: documentReport, input }
}

function refuse(report: Report, ruleId: Parameters<Report['error']>[0], reason: string): PlanOpening {
  report.error(ruleId, undefined, reason)
  return { report, input: undefined }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(plan: Record<string, unknown>, report: Report): PlanDescription {
  const text = (name: string): string | null => {
    const value = plan[name] ?? null
    if (value === null || typeof value === 'string') return value?.trim() ? value : null
    report.error('invalid-plan', undefined, `"${name}" は文字列で書く`)
    return null
  }
  const planNo = plan.plan_no ?? null
  if (planNo !== null && !Number.isInteger(planNo)) report.error('invalid-plan', undefined, '"plan_no" は整数で書く')
  const statedEdition = text('edition')
  const edition = editions.find((known) => known === statedEdition) ?? null
  if (statedEdition !== edition) report.error('invalid-plan', undefined, `"edition" は ${editions.join('、')} のどれか`)
  return {
    title: text('title'),
    planNo: planNo as number | null,
    municipality: text('municipality'),
    municipalityCode: text('municipality_code'),
    edition,
    sourceName: text('source_name'),
  }
}

async function openDocument(path: string, planId: string, description: PlanDescription, report: Report, maximumBytes: number): Promise<PlanInput | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return refuse(report, 'unreadable-file', 'ファイルがない').input
  if (found.size > maximumBytes)
    return refuse(report, 'file-too-large', `${found.size}バイトある。上限は${maximumBytes}バイト (--max-bytes で変えられる)`).input
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return refuse(report, 'unreadable-file', '読む権限がない').input
  if (bytes.length === 0) return refuse(report, 'not-results-document', '空のファイル').input
  const decoded = decode(bytes)
  if (decoded.text === undefined) {
    if (decoded.reason === 'unknown') return refuse(report, 'unknown-encoding', 'UTF-8、CP932、UTF-16のどれとしても読めない').input
    report.error('truncated-document', endOf(bytes), 'UTF-8の文字の途中でファイルが切れている')
    return undefined
  }
  const excess = findExcess(decoded.text)
  if (excess) {
    report.error(excess.ruleId, excess.place, excess.reason)
    return undefined
  }
  return { planId, description, sha256: sha256(bytes), source: new Source(decoded.text) }
}

/** Where the whole characters of UTF-8 that breaks off inside one end. */
function endOf(bytes: Uint8Array): { line: number; column: number } | undefined {
  const text = new TextDecoder().decode(bytes, { stream: true })
  return location(text).toPoint(text.length)
}
