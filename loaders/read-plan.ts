import type { PlanInput } from './document/plan.ts'
import type { Report } from './document/report.ts'
import type { Form } from './forms/form.ts'
import { forms } from './forms/forms.ts'
import { type Coverage, coverageWithout, measureCoverage } from './ledger/coverage.ts'
import { reportKanjiNumerals } from './ledger/kanji-numerals.ts'
import { reportOpenAmounts } from './ledger/open-amounts.ts'
import { reportTruncation } from './ledger/truncation.ts'
import { reportUnknownHeads } from './ledger/unknown-heads.ts'
import { reportUnreadRows } from './ledger/unread-rows.ts'
import type { Context, Readable } from './records/reading.ts'
import { chooseForm, fitAdvice, headsInstead } from './structure/form-fit.ts'
import { type Item, itemsOf } from './structure/item.ts'
import { readList } from './structure/list-items.ts'
import { numberSections } from './structure/numbering.ts'
import { type Document, parseDocument } from './structure/sections.ts'
import { tables } from './tables.ts'
import { itemLabel } from './vocabulary/item-codes.ts'

/** What every row of a plan is read from, and how much of its document that is. */
export interface PlanReading {
  context: Context
  coverage: Coverage
}

const maximumItems = 999
const maximumYears = 100

/**
 * Reads a document by a form, else by the one of all that fits it best, up to where it is known to be one of this form; what
 * cannot be read goes to the report. Undefined where it is none: no item in it or far too many, an item twice, cut off, or most
 * of its text not understood.
 */
export function readPlan(plan: PlanInput, report: Report, form?: Form): PlanReading | undefined {
  const document = parseDocument(plan.source, chooseForm(plan.source, form ? [form] : forms))
  const items = readItems(document, report)
  if (!items) return undefined
  const context = contextOf({ plan, document, items, report, tables: Object.values(tables) })
  for (const table of context.tables) if (table.fromItems) context.rows(table)
  reportUnreadRows(context)
  reportKanjiNumerals(plan.source, report)
  const coverage = measureCoverage(context)
  if (report.hasErrors) return undefined
  return { context, coverage: coverageWithout(coverage, reportOpenAmounts(context)) }
}

/** The items of a document; undefined where they show that it is no results document. */
function readItems(document: Document, report: Report): Item[] | undefined {
  if (document.sections.length > maximumItems) {
    report.error('too-many-items', document.sections[maximumItems]?.words, `項目が${maximumItems}を超える。取組実績一覧の文書ではない`)
    return undefined
  }
  const { numbered, unowned } = numberSections(document)
  if (numbered.length === 0) {
    report.error('not-results-document', undefined, noItems(document))
    return undefined
  }
  const items = itemsOf(document, numbered, report)
  reportManyYears(items, report)
  if (report.hasErrors) return undefined
  reportDuplicates(items, report)
  reportTruncation(document, items, report)
  for (const section of unowned) report.warn('unowned-section', section.words, 'ここから始まる部分には見出しがなく、どの項目のものか決められない')
  if (report.hasErrors) return undefined
  reportUnknownHeads(items, report)
  return items
}

/** What was sought, what stands there instead, and what can be done. */
function noItems({ source, form }: Document): string {
  const { example } = form.form.item
  if (readList(source, form)) return '項目や年度ごとに1行の一覧表のように見える。文字のファイルの一覧表は読めないので、Excel か Word のファイルで渡す'
  return `「${example}」のような項目の見出しが見つからない。${headsInstead(source)}。${fitAdvice(source, form)}。文字コードが違うこともある`
}

function contextOf(given: Omit<Context, 'rows'>): Context {
  const found = new Map<Readable, unknown>()
  const context: Context = {
    ...given,
    rows<R>(table: Readable<R>): R {
      if (!found.has(table)) found.set(table, table.read(context))
      return found.get(table) as R
    },
  }
  return context
}

/** Every item is asked for the results of every year that any item reports. */
function reportManyYears(items: readonly Item[], report: Report): void {
  const years = new Map(items.flatMap((item) => item.years.map(({ fiscalYear, part }) => [fiscalYear, part] as const)))
  const part = [...years.values()][maximumYears]
  if (part) report.error('too-many-years', part.label.match.words(), `実績の年度が${maximumYears}を超える。取組実績一覧の文書ではない`)
}

function reportDuplicates(items: readonly Item[], report: Report): void {
  const first = new Map<number, Item>()
  for (const item of items) {
    const other = first.get(item.no)
    if (!other) first.set(item.no, item)
    else report.error('duplicate-item', item.section.words, `${itemLabel(item.no, item.code)}が2度ある。初めは${other.section.words.place.start.line}行`)
  }
}
