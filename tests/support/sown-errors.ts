import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleId } from '../../loaders/checks/rules.ts'
import { Random } from '../../tools/generate/prng.ts'
import { type PlanOptions, randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { type ErrorKind, errorKinds, type SownPlan, sowError } from '../../tools/generate/sow-errors.ts'
import { type GeneratedReading, readGenerated, styles } from './generated.ts'

const leastFound = 0.95
const leastTrue = 0.98

/**
 * Errors that people make, one sown into each of a number of made-up documents of each kind. Only those are sown that a second statement
 * of the document contradicts, further than rounding explains. Of the others the document tells nobody: a wrong amount or unit
 * where neither 総計 nor 計 is printed, or of a うち line, which no sum counts; years swapped where no 計, collection or sale says what
 * each year had; an effect of another item whose total counts it too; a difference in the first year, or whose plan and actual
 * stand nowhere. Years out of order and a part above its whole are hints that no rule compares, and are not sown.
 */
export function describeSownErrors(documents: number): void {
  const seed = Number(process.env.FAST_CHECK_SEED ?? Math.floor(Math.random() * 2 ** 30))

  describe(`an error in each of ${documents} documents is found, and nothing else is reported`, () => {
    it.each(errorKinds)('%s', { timeout: 3_600_000 }, (kind) => {
      const { found, reportsOfError, otherReports, missed, strays } = tallyErrors(kind, documents, seed)
      const reports = reportsOfError + otherReports
      console.info(`${kind}: ${found} of ${documents} found, ${reportsOfError} of ${reports} reports are of it (FAST_CHECK_SEED=${seed})`)
      expect(found / documents, `not found in the plans of ${missed.slice(0, 5)}`).toBeGreaterThanOrEqual(leastFound)
      expect(reportsOfError / reports, `other reports in the plans of ${strays.slice(0, 5)}`).toBeGreaterThanOrEqual(leastTrue)
    })
  })
}

/** How many of a number of documents with one error each had it reported, and how many reports there were of it and of anything else. */
interface Tally {
  documents: number
  found: number
  reportsOfError: number
  otherReports: number
  /** documents in which the error was not found, or something else was reported, by their seeds */
  missed: number[]
  strays: number[]
}

/** The rules that are about what an error of a kind makes wrong. */
const rulesOf: { readonly [K in ErrorKind]: readonly RuleId[] } = {
  total: ['effect-total', 'effect-year-total', 'collection-total', 'asset-contracts', 'reemployment-total'],
  year: ['effect-breakdown', 'effect-year-total'],
  repeat: ['effect-total', 'effect-year-total', 'effect-breakdown'],
  unit: ['effect-total', 'effect-year-total', 'effect-breakdown'],
  difference: ['staffing-agreement', 'score-change'],
}

/** What the items of a plan state, so that an error of a kind has a place. */
const statedFor: { readonly [K in ErrorKind]: PlanOptions } = {
  total: { effects: 0.8, subtotals: 0.4, repeats: 0.3, cuts: 0.2, planned: 0.2 },
  year: { effects: 0.6, subtotals: 0.6, repeats: 0.2, cuts: 0.2, planned: 0.2, kinds: ['collections', 'assets'] },
  repeat: { effects: 0.9, subtotals: 0.4, repeats: 0.5, cuts: 0.1, planned: 0.1 },
  unit: { effects: 0.8, subtotals: 0.4, repeats: 0.3, cuts: 0.2, planned: 0.2 },
  difference: { effects: 0.3, kinds: ['staffing', 'surveys'] },
}

/** Reads a number of made-up documents with one error of a kind each, in any style, and counts what is reported. */
function tallyErrors(kind: ErrorKind, documents: number, seed: number): Tally {
  const tally: Tally = { documents, found: 0, reportsOfError: 0, otherReports: 0, missed: [], strays: [] }
  const printed = fc.sample(styles, { numRuns: documents, seed })
  let planSeed = seed
  for (const style of printed) {
    const sown = nextSown(kind, () => planSeed++)
    const reports = reportsOf(readGenerated(render(sown.plan, style, planSeed)))
    const ofError = reports.filter(({ itemNo, rule }) => itemNo === sown.itemNo && (rulesOf[kind] as readonly string[]).includes(rule))
    tally.reportsOfError += ofError.length
    tally.otherReports += reports.length - ofError.length
    if (ofError.length > 0) tally.found += 1
    else tally.missed.push(planSeed - 1)
    if (reports.length > ofError.length) tally.strays.push(planSeed - 1)
  }
  return tally
}

/** The next made-up plan in which an error of a kind finds a place. */
function nextSown(kind: ErrorKind, nextSeed: () => number): SownPlan {
  for (;;) {
    const seed = nextSeed()
    const random = new Random(seed)
    const years = random.int(2, 6)
    const running = random.chance(0.2) ? { reportedYears: random.int(2, years) } : {}
    const plan = randomPlan(seed, { items: random.int(2, 4), years, scale: 0.3, ...running, ...statedFor[kind] })
    const sown = sowError(kind, plan, random)
    if (sown) return sown
  }
}

/** Everything that a reading reports: checks that do not agree, and messages besides those of checks. */
function reportsOf({ rows, report }: GeneratedReading): { itemNo: number | null; rule: string }[] {
  const checks = rows.checks.filter(({ outcome }) => outcome !== 'agrees').map(({ rule, item_no }) => ({ itemNo: item_no, rule: rule as string }))
  const messages = report.file.messages.filter(({ ruleId }) => ruleId !== 'check-differs' && ruleId !== 'check-missing')
  return [...checks, ...messages.map(({ ruleId }) => ({ itemNo: null, rule: ruleId ?? '' }))]
}
