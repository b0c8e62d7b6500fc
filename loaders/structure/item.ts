import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import type { TableKey, Row as TableRow } from '../tables.ts'
import { fiscalYearOf, fiscalYearsOf } from '../vocabulary/eras.ts'
import type { LabelKind } from './labels.ts'
import type { NumberedSection } from './numbering.ts'
import { flows } from './rows.ts'
import type { ContentsRow, Document, Part, Section } from './sections.ts'

type Place = 'source_line' | 'source_column' | 'source_end_line' | 'source_end_column'

/**
 * A table's row before it is stored: its values, in place of the provenance columns the words it was read from, and in
 * place of the numbers of figures the words in which they are the first.
 */
export type Reading<K extends TableKey> = {
  [C in Exclude<keyof TableRow<K>, 'plan_id' | Place>]: C extends `${string}_figure_no`
    ? Words | null
    : C extends `${string}_figure_nos`
      ? readonly Words[] | null
      : TableRow<K>[C]
} & { words: Words }

/** What one fiscal year's head opens: the texts reported for that year. */
export interface YearReport {
  fiscalYear: number
  part: Part
  texts: Words[]
}

/** A reform item as the record readers see it. */
export interface Item {
  no: number
  section: Section
  contents: ContentsRow | undefined
  headless: boolean
  years: YearReport[]
  /** fiscal years that the document names in full */
  knownYears: ReadonlySet<number>
}

/** The first part of a kind. */
export function partOf(item: Item, kind: LabelKind): Part | undefined {
  return item.section.parts.find((part) => part.kind === kind)
}

/** The texts of all parts of a kind. */
export function textsOf(item: Item, kind: LabelKind): Words[] {
  return item.section.parts.filter((part) => part.kind === kind).flatMap((part) => flows(part.rows))
}

/** The items of a document with what every reader needs of them: contents line and yearly reports. */
export function itemsOf(document: Document, numbered: readonly NumberedSection[], report: Report): Item[] {
  const knownYears = namedYears(document)
  return numbered.map(({ no, section, headless }) => ({
    no,
    section,
    headless,
    contents: document.contents.find((row) => row.no === no),
    years: yearReports(section, knownYears, report),
    knownYears,
  }))
}

function yearReports(section: Section, knownYears: ReadonlySet<number>, report: Report): YearReport[] {
  return section.parts.flatMap((part) => {
    if (part.kind !== 'year') return []
    const form = part.label.match.form('year')
    const fiscalYear = form === undefined ? undefined : (fiscalYearOf(form) ?? fiscalYearsOf([form], knownYears)?.[0])
    if (fiscalYear !== undefined) return [{ fiscalYear, part, texts: flows(part.rows) }]
    report.warn('unread-year', part.label.match.words(), `年度を西暦にできない: ${form ?? part.label.match.form(0)}`)
    return []
  })
}

function namedYears(document: Document): ReadonlySet<number> {
  const years = new Set<number>()
  for (const { parts } of document.sections) {
    for (const { kind, label } of parts) {
      if (kind !== 'year' && kind !== 'results') continue
      const named = (label.match.form(0) ?? '').split(/[~-]/).flatMap((year) => fiscalYearOf(year) ?? [])
      for (let year = Math.min(...named); year <= Math.max(...named); year++) years.add(year)
    }
  }
  return years
}
