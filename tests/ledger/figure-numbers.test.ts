import { describe, expect, it } from 'vitest'
import { figureNumberProblems } from '../../tools/fuzz/figure-number-laws.ts'
import { documentText } from '../support/documents.ts'
import { readGenerated } from '../support/generated.ts'
import { digestPath, hasPublished, ingest, publishedPath } from '../support/plans.ts'

describe('the number of each value that was read', () => {
  it('states it within the words of its row, in the digest', async () => {
    const { rows } = await ingest(digestPath)
    expect(figureNumberProblems({ rows })).toEqual([])
    expect(rows.surveys.map((row) => [row.surveyed_figure_no, row.responded_figure_no, row.score_figure_no, row.growth_score_figure_no])).toEqual([
      [297, 298, 301, 395],
      [321, 322, 325, 397],
      [353, 354, 357, 399],
    ])
  })

  it('is the first of an amount that several numbers write', () => {
    const { rows } = readGenerated(documentText({ effects: ['令和2年度\t増収\t1億2,345万円', '\t寄附\t5件\t9千5百万円'] }))
    const valueAt = (no: number | null) => rows.figures.find(({ figure_no }) => figure_no === no)?.value
    expect(rows.effects.map((row) => [row.amount_yen, valueAt(row.amount_yen_figure_no), valueAt(row.quantity_figure_no)])).toEqual([
      [123_450_000, 1, undefined],
      [95_000_000, 9, 5],
    ])
    expect(figureNumberProblems({ rows })).toEqual([])
  })

  it('is the first that begins in the words after a sign, in the unit of the table', () => {
    const { rows } = readGenerated(documentText({ effects: ['（単位：千円）', '令和2年度\t収支\t△396'] }))
    expect(rows.effects.map(({ amount_yen }) => amount_yen)).toEqual([-396_000])
    expect(figureNumberProblems({ rows })).toEqual([])
  })

  it('lists those that two statements of a year add up', () => {
    const { rows } = readGenerated(documentText({ years: { 令和2年度: '・売却額 100円 売却2件 ・売却額 20円 売却3件' } }))
    const [sale] = rows.assets
    const values = (numbers: number[] | null | undefined) => numbers?.map((no) => rows.figures[no - 1]?.value)
    expect([values(sale?.amount_yen_figure_nos), values(sale?.contracts_figure_nos), sale?.area_m2_figure_nos]).toEqual([[100, 20], [2, 3], null])
    expect(figureNumberProblems({ rows })).toEqual([])
  })

  it.skipIf(!hasPublished)('states it within the words of its row, in the published document', async () => {
    const { rows } = await ingest(publishedPath)
    expect(figureNumberProblems({ rows })).toEqual([])
  })
})
