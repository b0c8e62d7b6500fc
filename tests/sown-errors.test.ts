import { describe, expect, it } from 'vitest'
import { Random } from '../tools/generate/prng.ts'
import { type PlanOptions, randomPlan } from '../tools/generate/random.ts'
import { render } from '../tools/generate/render.ts'
import { type ErrorKind, errorKinds, sowError } from '../tools/generate/sow-errors.ts'
import { describeSownErrors } from './support/sown-errors.ts'

describeSownErrors(4)

/** The lines, without tabs, in which a printed plan with an error differs from the plan without. */
function changed(kind: ErrorKind, seed: number, options: PlanOptions): { before: string[]; after: string[] } | undefined {
  const plan = randomPlan(seed, { items: 2, years: 3, firstYear: 2020, scale: 0.3, ...options })
  const sown = sowError(kind, plan, new Random(seed))
  if (!sown) return undefined
  const [before, after] = [plan, sown.plan].map((each) => render(each).replaceAll('\t', '').split('\n')) as [string[], string[]]
  return { before: before.filter((line) => !after.includes(line)), after: after.filter((line) => !before.includes(line)) }
}

describe('sowError', () => {
  const options: PlanOptions = { effects: 1, subtotals: 0.4, repeats: 0.5 }

  it.each(errorKinds)('changes one statement, or the years of two: %s', (kind) => {
    const all = Array.from({ length: 100 }, (_, seed) => changed(kind, seed, options)).filter((lines) => lines !== undefined)
    expect(all.length).toBeGreaterThan(5)
    for (const { before, after } of all) expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(kind === 'year' ? 4 : 1)
  })

  it('sows nothing where nothing is stated twice', () => {
    const running: PlanOptions = { effects: 1, kinds: [], reportedYears: 2 }
    for (const kind of errorKinds) expect(changed(kind, 1, running)).toBeUndefined()
  })
})
