import fc from 'fast-check'
import { VFile } from 'vfile'
import { nothingSaid } from '../../loaders/document/plan.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { decode } from '../../loaders/formats/text.ts'
import type { Coverage } from '../../loaders/ledger/coverage.ts'
import { readRows } from '../../loaders/read-plans.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { canEncode, type Encoding, encode, encodings } from '../../tools/generate/encode.ts'
import type { Plan } from '../../tools/generate/model.ts'
import { type PlanOptions, randomPlan } from '../../tools/generate/random.ts'
import { plainStyle, type Style, styleChoices } from '../../tools/generate/style.ts'

const scales = [
  ['A', 'B', 'C', 'D'],
  ['S', 'A', 'B', 'C', 'D', 'E'],
  ['◎', '○', '△', '×'],
] as const

/** Plans of 2 to 4 short items, of any years from 1986 on, finished or still running. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    seed: fc.nat(2 ** 31 - 1),
    items: fc.integer({ min: 2, max: 4 }),
    firstYear: fc.integer({ min: 1986, max: 2045 }),
    years: fc.integer({ min: 2, max: 10 }),
    reportedYears: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 3 }),
    wrongTotals: fc.constantFrom(0, 0, 0.5),
    repeats: fc.constantFrom(0, 0.5),
    subtotals: fc.constantFrom(0, 0, 0.5),
    cuts: fc.constantFrom(0, 0, 0.4),
    planned: fc.constantFrom(0, 0.6),
    ratings: fc.constantFrom(...scales),
    noun: fc.constantFrom('プラン', '計画', '大綱'),
  })
  .map(({ seed, reportedYears, ...options }) => planOf(seed, { ...options, scale: 0.4, ...(reportedYears && { reportedYears }) }))

/** A plan that a counterexample shows as the call that makes it. */
function planOf(seed: number, options: PlanOptions): Plan {
  return Object.assign(randomPlan(seed, options), { [fc.toStringMethod]: () => `randomPlan(${seed}, ${JSON.stringify(options)})` })
}

const anyStyle = fc.record(
  Object.fromEntries(Object.entries(styleChoices).map(([option, choices]) => [option, fc.constantFrom<unknown>(...choices)])),
) as fc.Arbitrary<Style>

/** Styles of printing, each option on its own; a counterexample shows the options that are not plain. */
export const styles: fc.Arbitrary<Style> = anyStyle.map((style) => {
  const special = Object.fromEntries(Object.entries(style).filter(([option, choice]) => choice !== plainStyle[option as keyof Style]))
  return { ...style, [fc.toStringMethod]: () => JSON.stringify(special) }
})

/** Encodings; UTF-8 takes the place of one that lacks a character of the text. */
export const anyEncoding = fc.constantFrom(...encodings)

/** What a reader makes of a generated document. */
export interface GeneratedReading {
  rows: TableRows
  coverage: Coverage
  report: Report
}

/** Writes a text in an encoding (UTF-8 where it lacks a character) and reads it back as a document. */
export function readGenerated(text: string, encoding: Encoding = 'utf-8'): GeneratedReading {
  const decoded = decode(encode(text, canEncode(text, encoding) ? encoding : 'utf-8'))
  if (decoded.text !== text) throw new Error(`decoded to another text, encoding ${encoding}`)
  const report = new Report(new VFile({ path: 'generated.txt' }))
  const reading = readRows({ planId: 'generated', description: nothingSaid, sha256: '', source: new Source(text) }, report)
  if (!reading) throw new Error('not read as a results document')
  return { ...reading, report }
}

/** The columns of each row that an expected row has; columns may be added to a table. */
export function columnsOf(rows: readonly object[], expected: object | undefined): object[] {
  if (!expected) return [...rows]
  const names = Object.keys(expected)
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name as keyof typeof row] ?? null])))
}
