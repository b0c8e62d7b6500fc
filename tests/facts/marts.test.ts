import { describe, expect, it } from 'vitest'
import { evaluate } from '../../loaders/vocabulary/formulas.ts'
import { type MartName, marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart } from '../../loaders/warehouse/marts/mart.ts'
import type { DataRow } from '../../src/data/warehouse.ts'
import { type NumberFact, operandValue } from '../../src/facts/fact.ts'
import { Facts } from '../../src/facts/facts.ts'
import { randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

const definitions = (Object.keys(marts) as MartName[]).map((name): [MartName, Mart] => [name, marts[name]])

const madeUp = render(randomPlan(5, { firstYear: 2012, years: 10, items: 8, scale: 0.5, effects: 0.7, wrongTotals: 0.5 }))

describe('marts', () => {
  it.each([
    ['built-in', () => drawPlan(digestPath)],
    ['made-up', () => drawDocument(madeUp)],
  ])('hold nothing but what their formulas give for their operands (%s)', async (_, draw) => {
    const { warehouse } = await draw()
    const facts = new Facts(warehouse)
    const found: string[] = []
    let looked = 0
    for (const [name, { columns }] of definitions)
      for (const row of warehouse.mart(name) as readonly DataRow[])
        for (const [column, { formula, nullable }] of Object.entries(columns)) {
          if (row[column] === null && !nullable) found.push(`${name}.${column} is NULL`)
          const fact = formula && facts.of(row, column)
          if (!fact) continue
          looked += 1
          found.push(...problems(fact).map((problem) => `${name}.${column} ${problem}`))
        }
    expect(found).toEqual([])
    expect(looked).toBeGreaterThan(800)
  })
})

/** What does not come out of the operands of a fact; these are checked where they are. */
function problems(fact: NumberFact): string[] {
  if (fact.kind === 'read') return []
  const { formula, operands, places, value } = fact
  const result = evaluate(
    formula.kind,
    operands.map(({ fact }) => operandValue(fact)),
    places,
  )
  return result === value ? [] : [`${formula.words} (${operands.map(({ name }) => name).join()}): ${result} is not ${value}`]
}
