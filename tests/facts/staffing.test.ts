import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { type NumberFact, operandValue } from '../../src/facts/fact.ts'
import { Facts } from '../../src/facts/facts.ts'
import { drawPlan } from '../support/drawn.ts'
import { root } from '../support/plans.ts'

async function read(path: string): Promise<{ warehouse: Warehouse; facts: Facts }> {
  const { warehouse } = await drawPlan(join(root, path))
  return { warehouse, facts: new Facts(warehouse) }
}

/** What a fact was computed of, as its receipt names it; the words of the document where it was read. */
function receiptOf(warehouse: Warehouse, fact: NumberFact | undefined): unknown {
  if (fact?.kind !== 'computed') return fact && warehouse.printed(fact.figure)
  return { words: fact.formula.words, operands: fact.operands.map(({ name, fact }) => [name, fact.kind === 'words' ? fact.words : operandValue(fact)]) }
}

describe('facts about staff', () => {
  it('take the plan from the gap where that is stated in its place', async () => {
    const { warehouse, facts } = await read('tests/fixtures/good/head-count-ways/document.txt')
    const rows = warehouse.mart('staffing_gaps')
    expect(rows.map(({ planned, actual, gap }) => [planned, actual, gap])).toEqual([
      [200, 204, 4],
      [200, 200, 0],
      [200, 198, -2],
    ])
    expect(rows.map((row) => receiptOf(warehouse, facts.of(row, 'planned')))).toEqual([
      {
        words: '実績 − 書かれた差',
        operands: [
          ['実績', 204],
          ['書かれた差', 4],
        ],
      },
      '200人',
      '200人',
    ])
  })

  it('compare response rates with the decimals that are printed', async () => {
    const { warehouse, facts } = await read('tests/fixtures/good/two-surveys/document.txt')
    const rows = warehouse.mart('survey_years').filter(({ item_no }) => item_no === 2)
    const computed = rows.map((row) => facts.of(row, 'computed_percent'))
    expect(computed.map((fact) => fact?.kind === 'computed' && [fact.value, fact.places])).toEqual([
      [95, 1],
      [90, 1],
      [80, 0],
    ])
    expect(rows.map(({ response_points, growth_change }) => [response_points, growth_change])).toEqual([
      [0, null],
      [1, 1.5],
      [0, 0.5],
    ])
  })

  it('say which day a target is compared with, and which rows a number of trainings adds up', async () => {
    const { warehouse, facts } = await read('data/osaki-plan5')
    const [target] = warehouse.mart('staffing_targets')
    expect(receiptOf(warehouse, target && facts.of(target, 'needed'))).toEqual({
      words: '目標 − 実績',
      operands: [
        ['目標 令和7年度 (2025)', 990],
        ['実績 令和4年4月1日', 977],
      ],
    })
    const course = warehouse.mart('training_courses').find(({ course_key, fiscal_year }) => course_key === '新規採用職員研修' && fiscal_year === 2020)
    expect(receiptOf(warehouse, course && facts.of(course, 'participants'))).toEqual({
      words: '各回の受講者の合計',
      operands: [
        ['前期', 33],
        ['後期', 31],
      ],
    })
    const year = warehouse.mart('training_years').find(({ kind, fiscal_year }) => kind === 'external' && fiscal_year === 2022)
    expect(receiptOf(warehouse, year && facts.of(year, 'largest_percent'))).toEqual({
      words: '最も多い研修の受講者 ÷ 全研修の受講者 × 100、小数第1位に丸める',
      operands: [
        ['宮城県市町村職員研修所', 192],
        ['全研修', 236],
      ],
    })
  })
})
