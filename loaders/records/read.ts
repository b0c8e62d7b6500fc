import type { Document } from '../parse/document.ts'
import { numberSections } from '../parse/numbering.ts'
import type { Report } from '../source/report.ts'
import { readAssets } from './assets.ts'
import { readCollections } from './collections.ts'
import { type Coverage, measureCoverage } from './coverage.ts'
import { readEffects, readEffectTotals } from './effects.ts'
import { readFigures } from './figures.ts'
import { readInitiatives } from './initiatives.ts'
import { type Item, itemsOf } from './item.ts'
import { readItem } from './items.ts'
import { isComplete } from './parts.ts'
import type { Readings, Records } from './records.ts'
import { readReemployment } from './reemployment.ts'
import { readReferences } from './references.ts'
import { readResults } from './results.ts'
import { readReviews } from './reviews.ts'
import { readSchedules } from './schedules.ts'
import { readSourceLines } from './source-lines.ts'
import { readStaffing } from './staffing.ts'
import { readSurveys } from './surveys.ts'
import { readTargets } from './targets.ts'
import { readTrainings } from './trainings.ts'
import { reportTruncation } from './truncation.ts'
import { reportUnknownHeads } from './unknown-heads.ts'
import { reportUnreadRows } from './unread-rows.ts'

/** The items of a document, every row read from them, and how much of the document that is. */
export interface PlanReading {
  document: Document
  items: Item[]
  readings: Readings
  coverage: Coverage
}

/**
 * Reads all tables of a document; what cannot be read goes to the report. Undefined where the document is none of this
 * form: no item in it, an item twice, cut off, or most of its text not understood.
 */
export function readPlan(document: Document, report: Report): PlanReading | undefined {
  const { numbered, unowned } = numberSections(document)
  if (numbered.length === 0) {
    report.error('not-results-document', undefined, '「No.1 項目名」の見出しが見つからない。取組実績一覧の文書でないか、文字コードが違う')
    return undefined
  }
  const items = itemsOf(document, numbered, report)
  reportDuplicates(items, report)
  reportTruncation(document, items, report)
  for (const section of unowned) report.warn('unowned-section', section.words, 'ここから始まる部分には見出しがなく、どの項目のものか決められない')
  if (report.hasErrors) return undefined
  reportUnknownHeads(items, report)
  const records = readRecords(items, report)
  reportUnreadRows(items, records, report)
  const coverage = measureCoverage(document, items, records, report)
  if (report.hasErrors) return undefined
  const readings = { ...records, figures: readFigures(document, items, report), sourceLines: readSourceLines(document, items) }
  return { document, items, readings, coverage }
}

function readRecords(items: readonly Item[], report: Report): Records {
  const each = <T>(read: (item: Item) => T[]) => items.flatMap(read)
  const effects = each((item) => readEffects(item, report))
  return {
    items: items.map((item) => readItem(item, isComplete(items, item))),
    initiatives: each(readInitiatives),
    schedules: each((item) => readSchedules(item, report)),
    results: each(readResults),
    reviews: each(readReviews),
    effects,
    effectTotals: each((item) => readEffectTotals(item, effects)),
    targets: each(readTargets),
    collections: each(readCollections),
    staffing: each(readStaffing),
    reemployment: each((item) => readReemployment(item, report)),
    surveys: each(readSurveys),
    trainings: each(readTrainings),
    assets: each(readAssets),
    itemReferences: each(readReferences),
  }
}

function reportDuplicates(items: readonly Item[], report: Report): void {
  const first = new Map<number, Item>()
  for (const item of items) {
    const other = first.get(item.no)
    if (!other) first.set(item.no, item)
    else report.error('duplicate-item', item.section.words, `No.${item.no}が2度ある。初めは${other.section.words.place.start.line}行`)
  }
}
