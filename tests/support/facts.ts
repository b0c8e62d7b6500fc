import { expect } from 'vitest'
import { amountPattern, yenOf } from '../../loaders/vocabulary/amounts.ts'
import { evaluate } from '../../loaders/vocabulary/formulas.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { type Operand, operandValue, type ReadFact } from '../../src/facts/fact.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import type { Drawn } from './drawn.ts'

/** Holds that every fact of drawn pages comes out of its operands, and each of its numbers out of its words; and that there are more than so many. */
export function expectFacts({ pages, warehouse }: Drawn, moreThan: { read: number; computed: number }): void {
  const { problems, counts } = walk(pages, warehouse)
  expect(problems).toEqual([])
  expect(counts.read).toBeGreaterThan(moreThan.read)
  expect(counts.computed).toBeGreaterThan(moreThan.computed)
}

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
