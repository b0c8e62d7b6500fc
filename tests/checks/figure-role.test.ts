import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (text: string) => findings(readItem({ years: { 令和2年度: text } }), 'figure-role')

it('finds nothing where every number is known', () => {
  expect(check('・窓口を3室に増やした。')).toEqual([])
})

it('misses the role of a number that is not', () => {
  expect(check('・符号は77、色は赤。')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'missing', published: 77, computed: null, source_line: 4 }])
})

it('says the number that is not understood', () => {
  expect(check('・符号は77、色は赤。')[0]?.message).toBe('数字の種類を読み取れない: 77')
})
