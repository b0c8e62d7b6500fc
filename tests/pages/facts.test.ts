import { describe, expect, it } from 'vitest'
import { amountPattern, yenOf } from '../../loaders/vocabulary/amounts.ts'
import { evaluate } from '../../loaders/vocabulary/formulas.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { type Operand, operandValue, type ReadFact } from '../../src/facts/fact.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { digestPath, hasPublished, publishedPath } from '../support/plans.ts'

/** What is wrong with the facts of pages, operands of operands included, and how many there are of each kind. */
function walk(pages: readonly DrawnPage[], warehouse: Warehouse) {
  const seen = new Set<Operand['fact']>()
  const problems = new Set<string>()
  const counts = { read: 0, computed: 0, words: 0, elsewhere: 0, unlisted: 0 }
  const look = (fact: Operand['fact'], path: string) => {
    if (seen.has(fact)) return
    seen.add(fact)
    counts[fact.kind] += 1
    const problem = problemOf(fact, warehouse)
    if (problem) problems.add(`${path}: ${problem}`)
    if (fact.kind === 'computed') for (const operand of fact.operands) look(operand.fact, path)
  }
  for (const page of pages) for (const fact of page.facts) look(fact, page.path)
  return { problems: [...problems], counts }
}

function problemOf(fact: Operand['fact'], warehouse: Warehouse): string | undefined {
  if (fact.kind === 'unlisted' || fact.kind === 'elsewhere') return undefined
  if (fact.kind === 'words')
    return warehouse.table('sourceLines')[fact.line - 1]?.text.includes(fact.words) ? undefined : `line ${fact.line} lacks ${fact.words}`
  if (fact.kind === 'read') return isStated(fact, warehouse) ? undefined : `${warehouse.printed(fact.figure)} is not ${fact.value}`
  const values = fact.operands.map((operand) => operandValue(operand.fact))
  const value = evaluate(fact.formula.kind, values, fact.places)
  if (value === fact.value) return undefined
  return `${fact.id} = ${fact.formula.kind}(${fact.operands.map(({ name }, index) => `${name} ${values[index]}`).join(', ')}) gives ${value}, not ${fact.value}`
}

const amount = new RegExp(`^${amountPattern}`)

/** Whether the words at a number state a value: the number with its unit or, of an amount in several numbers, what they write together; △ stands before it. */
function isStated({ value, figure }: ReadFact, warehouse: Warehouse): boolean {
  if (Math.abs(figure.value_scaled ?? figure.value ?? Number.NaN) === Math.abs(value)) return true
  const text =
    warehouse
      .table('sourceLines')
      [figure.source_line - 1]?.text.slice(figure.source_column - 1)
      .normalize('NFKC') ?? ''
  return yenOf(amount.exec(text)?.[0] ?? '') === Math.abs(value)
}

const tenYears = { firstYear: 2012, years: 10, items: 6, scale: 0.5, effects: 0.7, wrongTotals: 0.5, ratings: ['◎', '○', '△', '×'] } as const

const mixedKinds = documentText({
  effects: ['令和2年度\t広告料\t1,000円', '\t寄附受入\t3件\t9,000円', '令和3年度\t広告料\t2,000円', '\t寄附受入\t4件\t1,000円', '総計\t13,000円'],
})

describe('every fact of every page', () => {
  it.each([
    ['the built-in plan', () => drawPlan(digestPath), { read: 300, computed: 500 }],
    [
      'a made-up plan of ten years over two eras',
      () => drawDocument(render(randomPlan(5, { ...tenYears, ratings: [...tenYears.ratings] }))),
      { read: 300, computed: 500 },
    ],
    [
      'a made-up plan still running',
      () => drawDocument(render(randomPlan(3, { firstYear: 2024, years: 5, reportedYears: 2, items: 4, scale: 0.5 }))),
      { read: 20, computed: 20 },
    ],
    ['an item with effects of two kinds in a year', () => drawDocument(mixedKinds), { read: 5, computed: 5 }],
  ] as const)('of %s comes out of its operands, and each of its numbers out of its words', { timeout: 60_000 }, async (_, draw, atLeast) => {
    const { pages, warehouse } = await draw()
    const { problems, counts } = walk(pages, warehouse)
    expect(problems).toEqual([])
    expect(counts.read).toBeGreaterThan(atLeast.read)
    expect(counts.computed).toBeGreaterThan(atLeast.computed)
  })

  it.skipIf(!hasPublished)('of the published document does as well', { timeout: 60_000 }, async () => {
    const { pages, warehouse } = await drawPlan(publishedPath)
    expect(walk(pages, warehouse).problems).toEqual([])
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
