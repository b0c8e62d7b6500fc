import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digitProblems } from '../tools/fuzz/digit-laws.ts'
import { type Mutation, mutate, mutationsOf, takeApart, textOf } from '../tools/fuzz/mutations.ts'
import { readText } from '../tools/fuzz/reading.ts'
import { Text } from '../tools/fuzz/text.ts'
import { digestPath } from './support/plans.ts'

const digest = readFileSync(join(digestPath, 'document.txt'), 'utf8')

describe('a mutation', () => {
  const changed = (text: string, ...mutations: Mutation[]) => textOf(mutate(takeApart(text), mutations))

  it('puts two cells in each other’s place, in one row or in two', () => {
    expect(changed('甲\t1\t2\n乙\t3\t4', { kind: 'cells', cell: [0, 1], other: [1, 2] })).toBe('甲\t4\t2\n乙\t3\t1')
    expect(changed('甲\t1\t2', { kind: 'cells', cell: [0, 0], other: [0, 2] })).toBe('2\t1\t甲')
  })

  it('changes nothing where a cell or a line is gone', () => {
    const gone: Mutation = { kind: 'delete', unit: 'line', block: [0, 0] }
    expect(changed('甲\t1\n乙\t3', gone, { kind: 'cells', cell: [0, 1], other: [1, 1] }, { kind: 'join', line: 0, between: '' })).toBe('乙\t3')
  })

  it('joins a line with the next', () => {
    expect(changed('甲\n乙\n丙', { kind: 'join', line: 1, between: ' ' })).toBe('甲\n乙 丙')
  })

  it('is of every kind among those of a thousand runs, a change of digits of the same length and width too', () => {
    const original = takeApart(digest)
    const all = Array.from({ length: 1000 }, (_, run) => mutationsOf(original, 1, run).mutations).flat()
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual(['cells', 'delete', 'double', 'edit', 'join', 'swap'])
    const isDigits = (text: string) => /^(?:\d{2,}|[０-９]{2,})$/.test(text)
    const others = all.filter((mutation) => mutation.kind === 'edit' && mutation.removed === mutation.inserted.length && isDigits(mutation.inserted))
    expect(others.length).toBeGreaterThan(20)
  })
})

describe('the law of digits', () => {
  const { result, report } = readText(digest)
  if (!result) throw new Error('the digest is no document')
  const { rows, coverage } = result
  const problemsOf = (changed: Partial<typeof rows>) =>
    digitProblems({ text: new Text(digest), rows: { ...rows, ...changed }, coverage, messages: report.file.messages }).map(({ sign }) => sign)

  it('holds of the digest', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('is broken by an effect of other digits, and by a claim that is another item’s', () => {
    const [effect, ...effects] = rows.effects
    const [claim, ...claims] = rows.collections
    if (!effect || !claim) throw new Error('the digest has no effect or claim')
    expect(problemsOf({ effects: [{ ...effect, amount_yen: Number(effect.amount_yen) + 1000 }, ...effects] })).toEqual(['effects has others'])
    expect(problemsOf({ collections: [{ ...claim, item_no: 1 }, ...claims] })).toEqual(['collections below another head'])
  })

  it('is broken by a head count that no number states', () => {
    expect(problemsOf({ staffing: rows.staffing.map((count) => ({ ...count, actual: Number(count.actual) + 1 })) })).toContain('staffing has others')
  })
})
