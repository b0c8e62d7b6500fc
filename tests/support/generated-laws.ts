import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureNumberProblems, landingProblems } from '../../tools/fuzz/figure-number-laws.ts'
import { operandProblems } from '../../tools/fuzz/operand-laws.ts'
import { type Page, render, renderPages } from '../../tools/generate/render.ts'
import { expectAllRead, expectMissingPage, expectSameRows } from './expectations.ts'
import { anyEncoding, plans, readGenerated, styles } from './generated.ts'
import { expectPlaces } from './places.ts'
import { Slices } from './slices.ts'

const seed = Number(process.env.FAST_CHECK_SEED ?? Math.floor(Math.random() * 2 ** 31))
const pageEnds = fc.nat(2 ** 31 - 1)
const tenMinutes = 600_000

/** What holds of every plan that the generator makes up, each tried on a number of plans. */
export function describeGenerated(numRuns: number): void {
  const runs = { numRuns, seed }
  beforeAll(() => {
    console.info(`fast-check seed ${seed} (FAST_CHECK_SEED=${seed} runs it again)`)
  })

  describe('a generated plan', () => {
    it('comes back as it was generated, in any style and encoding', { timeout: tenMinutes }, () => {
      fc.assert(
        fc.property(plans, styles, anyEncoding, pageEnds, (plan, style, encoding, ends) => {
          expectSameRows(readGenerated(render(plan, style, ends), encoding), plan, style)
        }),
        runs,
      )
    })

    it('is read to the last letter and number; only totals printed wrong differ', { timeout: tenMinutes }, () => {
      fc.assert(
        fc.property(plans, styles, pageEnds, (plan, style, ends) => {
          expectAllRead(readGenerated(render(plan, style, ends)), plan, style)
        }),
        runs,
      )
    })
  })

  describe('what leads back to the document', () => {
    it('slices back to the words of its row; figures and operands hold the values that they are given for', { timeout: tenMinutes }, () => {
      fc.assert(
        fc.property(plans, styles, anyEncoding, pageEnds, (plan, style, encoding, ends) => {
          const text = render(plan, style, ends)
          const reading = readGenerated(text, encoding)
          expectPlaces(reading, new Slices(text))
          expect(figureNumberProblems(reading)).toEqual([])
          expect(landingProblems(reading)).toEqual([])
          expect(operandProblems(reading)).toEqual([])
        }),
        runs,
      )
    })
  })

  describe('a missing page', () => {
    it('changes no row of another item and is reported', { timeout: tenMinutes }, () => {
      fc.assert(
        fc.property(plans, styles, pageEnds, fc.nat(999), (plan, style, ends, choice) => {
          const pages = renderPages(plan, style, ends)
          const missing = pages[1 + (choice % (pages.length - 1))] as Page
          const left = pages.filter((page) => page !== missing)
          expectMissingPage(readGenerated(left.map(({ text }) => text).join('')), plan, style, left, missing)
        }),
        runs,
      )
    })
  })
}
