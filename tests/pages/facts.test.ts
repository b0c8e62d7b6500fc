import { describe, expect, it } from 'vitest'
import { type Operand, operandValue } from '../../src/facts/fact.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { expectFacts } from '../support/facts.ts'
import { digestPath } from '../support/plans.ts'

const mixedKinds = documentText({
  effects: ['令和2年度\t広告料\t1,000円', '\t寄附受入\t3件\t9,000円', '令和3年度\t広告料\t2,000円', '\t寄附受入\t4件\t1,000円', '総計\t13,000円'],
})

describe('every fact of every page', () => {
  it('of the built-in plan comes out of its operands, and each of its numbers out of its words', async () => {
    expectFacts(await drawPlan(digestPath), { read: 300, computed: 500 })
  })

  it('of an item with effects of two kinds in a year does as well', async () => {
    expectFacts(await drawDocument(mixedKinds), { read: 5, computed: 5 })
  })
})

describe('an item with effects of two kinds in a year', () => {
  it('has a receipt for each kind and one for both, none of which takes in the other', async () => {
    const { pages } = await drawDocument(mixedKinds)
    const sums = new Map<string, readonly number[]>()
    const look = (fact: Operand['fact']) => {
      if (fact.kind !== 'computed') return
      if (fact.formula.kind === 'sum')
        sums.set(
          `${fact.id.split('/').at(0)} ${fact.value}`,
          fact.operands.map((operand) => operandValue(operand.fact)),
        )
      for (const operand of fact.operands) look(operand.fact)
    }
    for (const page of pages) for (const fact of page.facts) look(fact)
    expect(sums.get('effect_item_years 10000')).toEqual([9_000, 1_000])
    expect(sums.get('effect_item_years 3000')).toEqual([1_000, 2_000])
    expect(sums.get('effect_years_by_comparison 10000')).toEqual([9_000, 1_000])
    expect([...sums.values()].filter((operands) => operands.length === 2 && operands.includes(1_000) && operands.includes(9_000))).toHaveLength(
      [...sums.keys()].filter((name) => name.endsWith(' 10000')).length,
    )
  })
})
