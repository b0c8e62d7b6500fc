import { cached } from '../document/cached.ts'
import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import type { PartKind } from '../forms/form.ts'
import { fiscalYearOf } from '../vocabulary/eras.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import type { FormPatterns } from './labels.ts'
import type { NumberedSection } from './numbering.ts'
import { flows } from './rows.ts'
import type { ContentsRow, Document, Part, Section } from './sections.ts'

/** What one fiscal year's head opens: the texts reported for that year. */
export interface YearReport {
  fiscalYear: number
  part: Part
  texts: Words[]
}

/** A reform item as the record readers see it. */
export interface Item {
  no: number
  /** its number as printed, in its head or else in the contents; undefined where it stands in neither */
  code: string | undefined
  form: FormPatterns
  section: Section
  contents: ContentsRow | undefined
  headless: boolean
  years: YearReport[]
  /** fiscal years that the document names in full */
  knownYears: ReadonlySet<number>
}

/** The first part of a kind. */
export function partOf(item: Item, kind: PartKind): Part | undefined {
  return item.section.parts.find((part) => part.kind === kind)
}

/** The texts of all parts of a kind. */
export function textsOf(item: Item, kind: PartKind): Words[] {
  return item.section.parts.filter((part) => part.kind === kind).flatMap((part) => flows(part.rows))
}

/** The items of a document with what every reader needs of them: contents line and yearly reports. */
export function itemsOf(document: Document, numbered: readonly NumberedSection[], report: Report): Item[] {
  const knownYears = namedYears(document)
  return numbered.map(({ no, section, headless }) => ({
    no,
    code: (section.noWords ?? document.contents.find((row) => row.no === no)?.noWords)?.form,
    form: document.form,
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
    const fiscalYear = form === undefined ? undefined : headYear(form, knownYears)
    if (fiscalYear !== undefined) return [{ fiscalYear, part, texts: flows(part.rows) }]
    report.warn('unread-year', part.label.match.words(), `年度を西暦にできない: ${form ?? part.label.match.form(0)}`)
    return []
  })
}

/** The fiscal years that a document names in full in the heads of its results. */
export const namedYears = cached((document: Document): ReadonlySet<number> => {
  const years = new Set<number>()
  for (const { parts } of document.sections) {
    for (const { kind, label } of parts) {
      if (kind !== 'year' && kind !== 'results') continue
      const named = (label.match.form(0) ?? '').split(/[~-]/).flatMap((year) => fiscalYearOf(year) ?? [])
      for (let year = Math.min(...named); year <= Math.max(...named); year++) years.add(year)
    }
  }
  return years
})
