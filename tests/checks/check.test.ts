import { expect, it } from 'vitest'
import { compare, format, operand } from '../../loaders/checks/check.ts'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import type { Column } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'
import { isFormulaKind } from '../../loaders/vocabulary/formulas.ts'

const at = { item_no: 3, fiscal_year: 2020, words: Words.of(new Source('甲'), 0, 1) }

it('a comparison says both values where they differ, one where they agree', () => {
  const against = (value: number) =>
    compare({ at, statement: '総計', published: operand('総計', 1200, null), formula: 'sum', computed: operand('各年度', value, null) })
  expect(against(1200)).toMatchObject({ outcome: 'agrees', message: '総計は一致 (1,200)', published: 1200, computed: 1200 })
  expect(against(-300)).toMatchObject({ outcome: 'differs', message: '総計が合わない: 公表 1,200、計算 -300', published: 1200, computed: -300 })
})

it('numbers in messages have thousands commas before the point only', () => {
  expect([format(1234567), format(-1234.5678), format(97.6), format(0)]).toEqual(['1,234,567', '-1,234.5678', '97.6', '0'])
})

it('a value that is not stated is no operand', () => {
  expect([operand('甲', null, null), operand('甲', 0, null)]).toEqual([[], [{ name: '甲', value: 0, figure: null }]])
})

it('the formulas of checks are those that the dictionary lists', () => {
  const column: Column | undefined = tables.checks.columns.find(({ name }) => name === 'formula')
  expect(column?.values?.every(isFormulaKind)).toBe(true)
  expect(column?.values).toEqual(['sum', 'difference', 'percent'])
})

it('only the digits that lead a number get commas', () => {
  expect([format(0.12345), format(-1000), format(999)]).toEqual(['0.12345', '-1,000', '999'])
})
