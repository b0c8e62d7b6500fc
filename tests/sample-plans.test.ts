import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatMessages } from '../loaders/document/messages.ts'
import { ingestPlans } from '../loaders/ingest.ts'
import { countRead } from '../loaders/ledger/read-counts.ts'
import type { Ingestion } from '../loaders/read-plans.ts'
import { root } from './support/plans.ts'

const ids = ['sample-plan1', 'sample-plan2'] as const

let read: Ingestion
beforeAll(async () => {
  read = await ingestPlans(
    ids.map((id) => join(root, 'data', id)),
    2 ** 26,
  )
})

/** Amounts in 千円 added up by fiscal year, those of some items left out. */
function sums(rows: readonly { plan_id: string; item_no: number; fiscal_year: number; amount_yen: number | null }[], without: readonly number[] = []) {
  const found: Record<string, number> = {}
  for (const { item_no, fiscal_year, amount_yen } of rows)
    if (!without.includes(item_no)) found[fiscal_year] = (found[fiscal_year] ?? 0) + (amount_yen ?? 0) / 1000
  return found
}

describe('the plans of 見本市', () => {
  it('say that they are made up, and name no municipality that there is', () => {
    for (const { edition, municipality, municipality_code, source_name } of read.rows.plans)
      expect([edition, municipality, municipality_code, source_name.includes('架空の市')]).toEqual(['sample', '見本市', null, true])
    expect(
      read.rows.plans.map(({ plan_no, first_fiscal_year, last_fiscal_year, as_of_fiscal_year }) => [
        plan_no,
        first_fiscal_year,
        last_fiscal_year,
        as_of_fiscal_year,
      ]),
    ).toEqual([
      [1, 2020, 2022, 2022],
      [2, 2023, 2025, 2024],
    ])
  })

  it('are read whole', () => {
    for (const { planId, coverage, openAmounts } of read.coverages) {
      const counts = countRead(read.rows.figures.filter(({ plan_id }) => plan_id === planId))
      expect([coverage.readLetters, counts.read, openAmounts.length]).toEqual([coverage.letters, counts.numbers, 0])
    }
  })

  it('contradict themselves once, in the total of No.10 of the second', () => {
    const differing = read.rows.checks.filter(({ outcome }) => outcome !== 'agrees')
    expect(differing.map(({ plan_id, rule, item_no, published, computed }) => [plan_id, rule, item_no, published, computed])).toEqual([
      ['sample-plan2', 'effect-total', 10, 3_840_000, 3_740_000],
    ])
    expect(read.reports.map(formatMessages).join('').trim().split('\n')).toHaveLength(1)
    expect(readFileSync(join(root, 'data/sample-plan2/document.txt'), 'utf8')).toContain('総計\t電気料の削減額\t3,840千円')
  })

  it('have effects in 千円, donations among those of the second', () => {
    const ofPlan = (id: string) => read.rows.effects.filter(({ plan_id }) => plan_id === id)
    expect(sums(ofPlan('sample-plan1'))).toEqual({ 2020: 24_550, 2021: 25_120, 2022: 28_300 })
    expect(sums(ofPlan('sample-plan2'))).toEqual({ 2023: 75_130, 2024: 86_460 })
    expect(sums(ofPlan('sample-plan2'), [8])).toEqual({ 2023: 28_330, 2024: 33_060 })
  })

  it('have claims, head counts, surveys, courses and assets', () => {
    expect(sums(read.rows.collections)).toEqual({ 2020: 1550, 2021: 1630, 2022: 1560, 2023: 1400, 2024: 1440 })
    expect(read.rows.staffing.map(({ planned, actual }) => [planned, actual])).toEqual([
      [410, 412],
      [408, 407],
      [406, 403],
      [404, 401],
      [404, 402],
    ])
    expect(read.rows.surveys.map(({ score }) => score)).toEqual([66, 67, 68, 69, 71])
    expect(read.rows.trainings.filter(({ fiscal_year, kind }) => fiscal_year === 2024 && kind === 'in_house').map(({ participants }) => participants)).toEqual([
      19, 18, 36, 180,
    ])
    expect(read.rows.assets.filter(({ kind, region }) => kind === 'sale' && region === null).map(({ contracts }) => contracts)).toEqual([1, 1, 2, 1, 2])
  })

  it('are rated on the scale of the published plans', () => {
    const ratings = (id: string) => read.rows.items.flatMap(({ plan_id, rating }) => (plan_id === id ? [rating] : [])).join('')
    expect([ratings('sample-plan1'), ratings('sample-plan2')]).toEqual(['BBACBACBBA', 'BAABBBBABACC'])
    expect(new Set(read.rows.ratings.map(({ positions }) => positions))).toEqual(new Set([4]))
  })

  it('go on from the first to the second, two under another number and one as two', () => {
    const second = read.rows.items.filter(({ plan_id }) => plan_id === 'sample-plan2')
    expect(second.map(({ lineage }) => lineage?.replace('見本市-', ''))).toEqual([
      ...['1/1', '1/2', '1/3', '1/4', '1/5', '1/7', '1/8', '2/8', '1/9', '2/10', '2/11', '1/1'],
    ])
  })
})
