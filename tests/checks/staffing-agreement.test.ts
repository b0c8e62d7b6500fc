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

it('says the day, and what of it is compared', () => {
  expect(check('計画より6人多い986人')).toMatchObject([{ fiscal_year: 2020, message: '2020-04-01の計画と実績の差 (人)は一致 (6)' }])
  expect(check('計画より6人多い985人')).toMatchObject([{ message: '2020-04-01の職員数の実績 (人)が合わない: 公表 985、計算 986' }])
})

it('compares each day with itself, and no day that is stated once', () => {
  const item = {
    years: { 令和2年度: '・令和2年4月1日時点の職員数は計画より6人多い986人だった。', 令和3年度: '・令和3年4月1日時点の職員数は計画より2人少ない970人だった。' },
    notAchieved: '○足りない。 【R3.4.1】計画972人、実績970人',
  }
  expect(findings(readItem(item), 'staffing-agreement')).toMatchObject([{ fiscal_year: 2021, outcome: 'agrees', published: -2, computed: -2 }])
})
