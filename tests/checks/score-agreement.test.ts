import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (listed: string) =>
  findings(
    readItem({ years: { 令和2年度: '・10人を対象に尋ね、9人から回答があった。総合点は64点だった。' }, notAchieved: `○伸びない。 【総合点】${listed}` }),
    'score-agreement',
  )

it('agrees where the review lists the score of the results', () => {
  expect(check('R2年度64点')).toMatchObject([{ fiscal_year: 2020, outcome: 'agrees', published: 64, computed: 64, source_line: 5 }])
})

it('differs where it lists another', () => {
  expect(check('R2年度65点')).toMatchObject([{ outcome: 'differs', published: 65, computed: 64 }])
})

it('is not run for a year without a survey', () => {
  expect(check('R3年度65点')).toEqual([])
})
