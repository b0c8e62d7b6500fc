import { formatMessages } from '../../loaders/document/messages.ts'
import type { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import type { Form } from '../../loaders/forms/form.ts'
import { forms } from '../../loaders/forms/forms.ts'
import type { DrawingFile, PlacedCell } from '../../loaders/ledger/source-pages.ts'
import { usualMaximumBytes } from '../../loaders/plan-files.ts'
import type { Proof } from '../../loaders/proof.ts'
import { type HowToRead, type Ingestion, readPlans } from '../../loaders/read-plans.ts'
import { coverageInWords, editionsInWords } from '../../loaders/reading-words.ts'
import { chooseForm } from '../../loaders/structure/form-fit.ts'
import { type FoundWords, foundWords } from '../../loaders/structure/found-words.ts'
import type { Row } from '../../loaders/tables.ts'
import { type PlanTarget, planTargets } from '../../loaders/target-list.ts'
import { type GivenFile, GivenFiles, plansOf } from './given-files.ts'

/** A page, sheet or table of a document as a page shows it: its drawing, or its cells with what they hold in the text. */
export interface ShownPage {
  pageNo: number
  name: string | null
  width: number | null
  height: number | null
  svg: string | null
  rows: readonly (readonly PlacedCell[])[] | null
  firstLine: number | null
  lastLine: number | null
}

/** A document that was read, or why it was not. */
export interface DocumentReading {
  /** its path among what was given */
  path: string
  /** undefined where it could not be read */
  plan: Row<'plans'> | undefined
  /** what the command prints of how much was understood, a line each */
  said: readonly string[]
  /** why it could not be read, as the command prints it, a line each */
  errors: readonly string[]
  proofs: readonly Proof[]
  targets: readonly PlanTarget[]
  /** the lines of the text that places refer to; none where the file could not be opened */
  lines: readonly string[]
  pages: readonly ShownPage[]
}

/** What was read of all that was given. */
export interface Reading {
  /** words of the documents that could not be read, else of all, that their form does not know */
  found: readonly FoundWords[]
  documents: readonly DocumentReading[]
  /** which of several are current editions, as the command prints it; '' of one alone */
  editions: string
}

/** The same with what further files are made of. */
export interface WholeReading {
  ingestion: Ingestion
  reading: Reading
}

/**
 * Reads files as `ingest` does, by a form of one's own where there is one, those of a folder with `plan.json` as one plan; what is wrong with
 * them is in what it gives.
 */
export async function readGiven(all: readonly GivenFile[], pdf: GivenFiles['pdf'], how: Pick<HowToRead, 'form' | 'onPlan'> = {}): Promise<WholeReading> {
  const { given, paths } = plansOf(all)
  const ingestion = await readPlans(paths, new GivenFiles(given, pdf), { maximumBytes: usualMaximumBytes, ...how })
  const documents = ingestion.reports.map((report, index) => documentReading(ingestion, report, index))
  return { ingestion, reading: { documents, editions: editionsInWords(ingestion.rows), found: foundIn(ingestion, how.form) } }
}

/** The words that the form does not know, each once. */
function foundIn({ texts, reports }: Ingestion, form: Form | undefined): FoundWords[] {
  const unread = texts.filter((_, index) => reports[index]?.hasErrors)
  const sources = (unread.some((text) => text !== undefined) ? unread : texts).flatMap((text) => (text === undefined ? [] : [new Source(text)]))
  const found = sources.flatMap((source) => foundWords(source, chooseForm(source, form ? [form] : forms)))
  return [...new Map(found.map((one) => [`${one.kind} ${one.words}`, one])).values()]
}

function documentReading(ingestion: Ingestion, report: Report, index: number): DocumentReading {
  const { rows, coverages, proofs, texts, drawings } = ingestion
  const coverage = coverages.find(({ path }) => path === report.file.path)
  const planId = coverage?.planId
  const isOfPlan = ({ plan_id }: { plan_id: string }) => plan_id === planId
  return {
    path: report.file.path,
    plan: rows.plans.find(isOfPlan),
    said: coverage ? linesOf(coverageInWords(coverage, rows)) : [],
    errors: report.hasErrors ? linesOf(formatMessages(report)) : [],
    proofs: proofs[index] ?? [],
    targets: planId === undefined ? [] : planTargets(rows, planId),
    lines: texts[index]?.split(/\r\n|\n|\r/) ?? [],
    pages: rows.sourcePages.filter(isOfPlan).map((page) => shownPage(page, drawings)),
  }
}

function shownPage(page: Row<'sourcePages'>, drawings: readonly DrawingFile[]): ShownPage {
  const { page_no: pageNo, name, width, height, drawing, first_line: firstLine, last_line: lastLine } = page
  const content = drawings.find(({ path }) => path === drawing)?.content
  const isSvg = drawing?.endsWith('.svg') === true
  return {
    pageNo,
    name,
    width,
    height,
    svg: content !== undefined && isSvg ? content : null,
    rows: content !== undefined && !isSvg ? (JSON.parse(content) as PlacedCell[][]) : null,
    firstLine,
    lastLine,
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
