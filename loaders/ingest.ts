import { runChecks } from './checks/run.ts'
import type { Report } from './document/report.ts'
import { Words } from './document/words.ts'
import type { Coverage } from './ledger/coverage.ts'
import { figureNumbers } from './ledger/figure-numbers.ts'
import { openPlan, type PlanInput } from './plan-input.ts'
import { readPlan } from './read-plan.ts'
import { readPlanRow } from './records/plans.ts'
import { parseDocument } from './structure/sections.ts'
import type { TableKey } from './tables.ts'
import { placeColumns, type TableRows } from './warehouse/rows.ts'

/** What was read of some plans: the rows of every table, a report for each plan, and how much of each was understood. */
export interface Ingestion {
  rows: TableRows
  reports: Report[]
  coverages: { planId: string; coverage: Coverage }[]
}

/** Opens, reads and checks plans, in the order given; nothing is stored. Errors are in the reports. */
export async function ingestPlans(paths: readonly string[], maximumBytes: number): Promise<Ingestion> {
  const plans: TableRows[] = []
  const reports: Report[] = []
  const coverages: Ingestion['coverages'] = []
  const pathOf = new Map<string, string>()
  for (const path of paths) {
    const { report, input } = await openPlan(path, maximumBytes)
    reports.push(report)
    if (!input) continue
    const other = pathOf.get(input.planId)
    if (other !== undefined) report.error('duplicate-plan', undefined, `プランID ${input.planId} が ${other} と同じ`)
    pathOf.set(input.planId, path)
    const reading = readRows(input, report)
    if (!reading) continue
    plans.push(reading.rows)
    coverages.push({ planId: input.planId, coverage: reading.coverage })
  }
  return { rows: mergeRows(plans), reports, coverages }
}

const maximumItems = 999

/** The rows of one plan and how much of its document they are; undefined where it is no results document. */
export function readRows(input: PlanInput, report: Report): { rows: TableRows; coverage: Coverage } | undefined {
  const document = parseDocument(input.source)
  if (document.sections.length > maximumItems) {
    report.error('too-many-items', document.sections[maximumItems]?.words, `項目が${maximumItems}を超える。取組実績一覧の文書ではない`)
    return undefined
  }
  const reading = readPlan(document, report)
  if (!reading) return undefined
  const checked = runChecks({ contents: document.contents, items: reading.items, readings: reading.readings }, report)
  const plan_id = input.planId
  const { sourceLines, ...placed } = reading.readings
  const numberOf = figureNumbers(placed.figures)
  const tables = Object.fromEntries(Object.entries(placed).map(([key, rows]) => [key, rows.map((row) => ({ plan_id, ...placedRow(row, numberOf) }))])) as Omit<
    TableRows,
    'plans' | 'checks' | 'checkOperands' | 'sourceLines'
  >
  const rows = {
    plans: [readPlanRow(input, reading, report.file.path)],
    ...tables,
    checks: checked.checks.map((check) => ({ plan_id, ...check })),
    checkOperands: checked.checkOperands.map((operand) => ({ plan_id, ...operand })),
    sourceLines: sourceLines.map((line) => ({ plan_id, ...line })),
  }
  return { rows, coverage: reading.coverage }
}

/** A row as it is stored: the place of its words instead of the words, and numbers of figures instead of theirs. */
function placedRow({ words, ...row }: { words: Words }, numberOf: (words: Words) => number | null): Record<string, unknown> {
  const values = Object.entries<unknown>(row).map(([name, value]) => [name, storedValue(value, numberOf)])
  return { ...Object.fromEntries(values), ...placeColumns(words.place) }
}

/** A value of a row, or the number of the figure that words in its place begin with. */
function storedValue(value: unknown, numberOf: (words: Words) => number | null): unknown {
  if (Array.isArray(value)) return value.map((each) => storedValue(each, numberOf))
  return value instanceof Words ? numberOf(value) : value
}

/** The rows of several plans as one, in the order of the plans. */
export function mergeRows(plans: readonly TableRows[]): TableRows {
  const keys = Object.keys(plans[0] ?? {}) as TableKey[]
  return Object.fromEntries(keys.map((key) => [key, plans.flatMap((rows) => rows[key] as unknown[])])) as unknown as TableRows
}
