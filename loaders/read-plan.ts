import type { Report } from './document/report.ts'
import { type Coverage, measureCoverage } from './ledger/coverage.ts'
import { readFigures } from './ledger/figures.ts'
import { readSourceLines } from './ledger/source-lines.ts'
import { reportTruncation } from './ledger/truncation.ts'
import { reportUnknownHeads } from './ledger/unknown-heads.ts'
import { reportUnreadRows } from './ledger/unread-rows.ts'
import { readAssets } from './records/assets.ts'
import { readCollections } from './records/collections.ts'
import { readEffects, readEffectTotals } from './records/effects.ts'
import { readInitiatives } from './records/initiatives.ts'
import { readItem } from './records/items.ts'
import { isComplete } from './records/parts.ts'
import type { Readings, Records } from './records/records.ts'
import { readReemployment } from './records/reemployment.ts'
import { readReferences } from './records/references.ts'
import { readResults } from './records/results.ts'
import { readReviews } from './records/reviews.ts'
import { readSchedules } from './records/schedules.ts'
import { readStaffing } from './records/staffing.ts'
import { readSurveys } from './records/surveys.ts'
import { readTargets } from './records/targets.ts'
import { readTrainings } from './records/trainings.ts'
import { type Item, itemsOf } from './structure/item.ts'
import { numberSections } from './structure/numbering.ts'
import type { Document } from './structure/sections.ts'

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
