import type { PlanInput } from './document/plan.ts'
import type { Report } from './document/report.ts'
import { Words } from './document/words.ts'
import { type Added, addPlans, type Conflict, joinRestatements, relatedPlans, type StoredPlans } from './editions/add.ts'
import { settleEditions } from './editions/editions.ts'
import type { Restatement } from './editions/restatements.ts'
import { eachTable, mergeRows, rowsOfPlans } from './editions/table-rows.ts'
import type { Form } from './forms/form.ts'
import type { Coverage } from './ledger/coverage.ts'
import { figureNumbers } from './ledger/figure-numbers.ts'
import { figures } from './ledger/figures.ts'
import { openAmounts } from './ledger/open-amounts.ts'
import { type DrawingFile, drawingFiles } from './ledger/source-pages.ts'
import type { PlanFiles } from './plan-files.ts'
import { planIds } from './plan-ids.ts'
import { openPlan } from './plan-input.ts'
import type { Proof } from './proof.ts'
import { proofList, proofsOfMessages } from './proof-list.ts'
import { readPlan } from './read-plan.ts'
import type { Context } from './records/reading.ts'
import type { Column, provenance } from './records/table.ts'
import { type TableKey, type TableRows, tables } from './tables.ts'

const largestInteger = 2 ** 31 - 1

/** What was read of some plans: the rows of every table, a report for each plan, and how much of each was understood. */
export interface Ingestion {
  /** every plan, those of the warehouse that stay among them, and all other rows of those that were read */
  rows: TableRows
  /** the plans of the warehouse that stay, with the lineage of items that may have changed */
  kept: KeptPlans
  /** values that an edition states otherwise than the one before it */
  restatements: Restatement[]
  reports: Report[]
  coverages: PlanCoverage[]
  /** the pages of documents that have pages, as files of the warehouse */
  drawings: DrawingFile[]
  /** what is to be looked at before each document is printed again, in the order of the reports */
  proofs: (readonly Proof[])[]
  /** the text that places refer to, of each plan in the order of the reports; undefined where its file could not be opened */
  texts: (string | undefined)[]
}

/** How much of a plan's document was understood, and the amounts of which it is not known where they belong. */
export interface PlanCoverage {
  planId: string
  path: string
  coverage: Coverage
  openAmounts: readonly Words[]
}

/** Plans of a warehouse that stay when others are added, in their order, with the items of those that are related to what was read. */
export interface KeptPlans {
  planIds: readonly string[]
  items: TableRows['items']
}

/** What a warehouse holds to which plans are added, and whether they may stand in the place of a plan or an edition that is there. */
export interface Addition {
  stored: StoredPlans
  replace: boolean
}

/** How plans are read: the most bytes of a document, a form of one's own, and the warehouse that they are added to. */
export interface HowToRead {
  maximumBytes: number
  form?: Form | undefined
  addition?: Addition | undefined
  /** is told the path of each plan before it is opened */
  onPlan?: (path: string) => void
}

/**
 * Opens, reads and checks plans, in the order given, by a form or by those that fit them best, and puts them behind those of a warehouse; nothing
 * is stored. Errors are in the reports. It needs nothing but the files that it is given, so that a page reads as the command does.
 */
export async function readPlans(paths: readonly string[], files: PlanFiles, { maximumBytes, form, addition, onPlan }: HowToRead): Promise<Ingestion> {
  const plans: TableRows[] = []
  const reports: Report[] = []
  const coverages: Ingestion['coverages'] = []
  const drawings: DrawingFile[] = []
  const proofs: Ingestion['proofs'] = []
  const texts: Ingestion['texts'] = []
  const pathOf = new Map<string, string>()
  const reportOf = new Map<string, Report>()
  const ids = await planIds(paths, files)
  for (const [index, path] of paths.entries()) {
    onPlan?.(path)
    const { report, input: opened } = await openPlan(path, files, maximumBytes, form && [form])
    reports.push(report)
    texts.push(opened?.source.raw)
    if (!opened) {
      proofs.push(proofsOfMessages(report, undefined))
      continue
    }
    const input = { ...opened, planId: ids[index] ?? opened.planId }
    const other = pathOf.get(input.planId)
    if (other !== undefined) report.error('duplicate-plan', undefined, `プランID ${input.planId} が ${other} と同じ`)
    pathOf.set(input.planId, path)
    reportOf.set(input.planId, report)
    const reading = readRows(input, report, form)
    proofs.push(reading ? proofList(reading.context, report) : proofsOfMessages(report, input.source))
    if (!reading) continue
    plans.push(reading.rows)
    drawings.push(...drawingFiles(input.source, input.planId))
    coverages.push({ planId: input.planId, path: report.file.path, coverage: reading.coverage, openAmounts: reading.openAmounts })
  }
  const read = mergeRows(plans)
  const added = await putBehind(read, addition)
  if (!addition?.replace) for (const conflict of added.conflicts) reportOf.get(conflict.planId)?.error('stored-already', undefined, inWords(conflict))
  const { rows, restatements, notes } = settleEditions(added.rows)
  for (const { planId, ruleId, at, reason } of notes) reportOf.get(planId)?.warn(ruleId, at, reason)
  const isKept = new Set(added.kept)
  const atHand = new Set([...added.related, ...read.plans.map(({ plan_id }) => plan_id)])
  const seriesAtHand = new Set(rows.plans.flatMap(({ plan_id, series }) => (atHand.has(plan_id) ? [series] : [])))
  return {
    rows: { ...rowsOfPlans(rows, (planId) => !isKept.has(planId)), plans: rows.plans },
    kept: { planIds: added.kept, items: rows.items.filter(({ plan_id }) => isKept.has(plan_id)) },
    restatements: joinRestatements(rows.plans, addition?.stored.restatements ?? [], restatements, (series) => seriesAtHand.has(series)),
    reports,
    coverages,
    drawings,
    proofs,
    texts,
  }
}

/** The plans that are read, behind those of a warehouse where there is one. */
async function putBehind(read: TableRows, addition: Addition | undefined): Promise<Added & { related: readonly string[] }> {
  if (!addition) return { rows: read, conflicts: [], kept: [], related: [] }
  const related = await relatedPlans(addition.stored, read)
  return { ...addPlans(addition.stored, await addition.stored.rowsOf(related), read), related }
}

function inWords({ planId, storedId, kind }: Conflict): string {
  const what = kind === 'id' ? `プランID ${planId} は書き出し先にもうある` : `同じ版が書き出し先に ${storedId} としてもうある`
  return `${what}。入れ替えるには --add --replace とする`
}

/** The rows of one plan, what they were read from, and how much of its document they are. */
export interface RowsReading {
  rows: TableRows
  context: Context
  coverage: Coverage
  openAmounts: readonly Words[]
}

/** The rows of one plan and how much of its document they are; undefined where it is no results document. */
export function readRows(input: PlanInput, report: Report, form?: Form): RowsReading | undefined {
  const reading = readPlan(input, report, form)
  if (!reading) return undefined
  const { rows } = reading.context
  const numberOf = figureNumbers(rows(figures))
  const stored = eachTable((key) => {
    const read = rows<readonly RowRead[]>(tables[key])
    refuseLargeCounts(key, read, report)
    return read.map((row) => storedRow(input.planId, row, numberOf))
  })
  return { rows: stored, context: reading.context, coverage: reading.coverage, openAmounts: openAmounts(reading.context) }
}

/** A row as it was read: its values by the names of columns, and its words where it has a place. */
type RowRead = Readonly<Record<string, unknown>> & { readonly words?: Words }

/** No count, year or number of an item is as large as what 32 bits cannot hold: the text around it is not what it seems. */
function refuseLargeCounts(key: TableKey, rows: readonly RowRead[], report: Report): void {
  const columns: readonly Column[] = tables[key].columns
  const counts = columns.filter(({ type }) => type === 'INTEGER')
  for (const row of rows) {
    for (const { name, title } of counts) {
      const value = row[name]
      if (typeof value === 'number' && value > largestInteger) report.error('number-too-long', row.words, `「${title}」にしては数字が大きすぎる`)
    }
  }
}

/** A row as it is stored: its plan, the place of its words instead of the words, and numbers of figures instead of theirs. */
function storedRow(plan_id: string, row: RowRead, numberOf: (words: Words) => number | null): object {
  const stored: Record<string, unknown> = { plan_id }
  for (const name in row) if (name !== 'words') stored[name] = storedValue(row[name], numberOf)
  return row.words ? Object.assign(stored, placeColumns(row.words)) : stored
}

/** A value of a row, or the number of the figure that words in its place begin with. */
function storedValue(value: unknown, numberOf: (words: Words) => number | null): unknown {
  if (Array.isArray(value)) return value.map((each) => storedValue(each, numberOf))
  return value instanceof Words ? numberOf(value) : value
}

/** The place of words as the provenance columns. */
function placeColumns({ place: { start, end }, placeInFile }: Words): { [C in (typeof provenance)[number]['name']]: number | string | null } {
  return {
    source_line: start.line,
    source_column: start.column,
    source_end_line: end.line,
    source_end_column: end.column,
    source_page: placeInFile?.page ?? null,
    source_box: placeInFile?.box ?? null,
    source_cell: placeInFile?.cell ?? null,
  }
}
