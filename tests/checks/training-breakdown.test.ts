import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (participants: string) =>
  findings(
    readItem({ years: { 令和2年度: `(1) 職員研修（派遣研修） 研修所（${participants}）【甲研修4人、乙研修6人】、大学校（1人）` } }),
    'training-breakdown',
  )

it('agrees where the breakdown adds up', () => {
  expect(check('10人')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 10, computed: 10 }])
})

it('differs where it does not', () => {
  expect(check('11人')).toMatchObject([{ outcome: 'differs', published: 11, computed: 10 }])
})

it('is not run where the participants are not stated', () => {
  expect(check('全員')).toEqual([])
})
