import { describe, it } from 'vitest'
import { randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { expectFacts } from '../support/facts.ts'
import { hasPublished, publishedPath } from '../support/plans.ts'

const tenYears = { firstYear: 2012, years: 10, items: 6, scale: 0.5, effects: 0.7, wrongTotals: 0.5, ratings: ['◎', '○', '△', '×'] }

describe('every fact of every page', () => {
  it('of a made-up plan of ten years over two eras comes out of its operands, and each of its numbers out of its words', async () => {
    expectFacts(await drawDocument(render(randomPlan(5, tenYears))), { read: 300, computed: 500 })
  })

  it('of a made-up plan still running does as well', async () => {
    const running = { firstYear: 2024, years: 5, reportedYears: 2, items: 4, scale: 0.5 }
    expectFacts(await drawDocument(render(randomPlan(3, running))), { read: 20, computed: 20 })
  })

  it.skipIf(!hasPublished)('of the published document does as well', async () => {
    expectFacts(await drawPlan(publishedPath), { read: 300, computed: 500 })
  })
})
