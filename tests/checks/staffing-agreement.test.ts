import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (statement: string) =>
  findings(
    readItem({ years: { 令和2年度: `・令和2年4月1日時点の職員数は${statement}だった。` }, notAchieved: '○足りない。 【R2.4.1】計画980人、実績986人' }),
    'staffing-agreement',
  )

it('agrees where plan, actual and difference fit', () => {
  expect(check('計画より6人多い986人')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 6, computed: 6 }])
})

it('differs in the difference', () => {
  expect(check('計画より6人少ない986人')).toMatchObject([{ outcome: 'differs', published: -6, computed: 6 }])
})

it('differs in the actual head count', () => {
  expect(check('計画より6人多い985人')).toMatchObject([{ outcome: 'differs', published: 985, computed: 986 }])
})
