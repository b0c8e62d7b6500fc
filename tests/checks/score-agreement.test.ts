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

it('says what is compared, and takes no other list for it', () => {
  expect(check('R2年度64点')).toMatchObject([{ message: '振り返りと実績の総合点 (点)は一致 (64)' }])
  expect(check('R2年度64点 【自己成長】R2年度70点')).toHaveLength(1)
})

it('is not run where the survey of the year states no score', () => {
  const item = { years: { 令和2年度: '・10人を対象に尋ね、9人から回答があった。' }, notAchieved: '○伸びない。 【総合点】R2年度65点' }
  expect(findings(readItem(item), 'score-agreement')).toEqual([])
})
