import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (before: number, after: number, change: string) =>
  findings(
    readItem({
      years: {
        令和2年度: `・10人を対象に尋ね、9人から回答があった。総合点は${before}点だった。`,
        令和3年度: `・10人を対象に尋ね、8人から回答があった。総合点は${after}点で前年度より${change}した。`,
      },
    }),
    'score-change',
  )

it('agrees where the change is that of the two scores', () => {
  expect(check(62, 64, '2ポイント上昇')).toMatchObject([{ fiscal_year: 2021, outcome: 'agrees', published: 2, computed: 2 }])
  expect(check(64, 61, '3ポイント低下')).toMatchObject([{ outcome: 'agrees', published: -3, computed: -3 }])
})

it('differs where it is not', () => {
  expect(check(62, 64, '2ポイント低下')).toMatchObject([{ outcome: 'differs', published: -2, computed: 2 }])
})

it('agrees with decimals too', () => {
  expect(check(62.1, 64.3, '2.2ポイント上昇')).toMatchObject([{ outcome: 'agrees' }])
})

it('says what is compared', () => {
  expect(check(62, 64, '2ポイント上昇')).toMatchObject([{ item_no: 1, message: '総合点の前年度との差 (ポイント)は一致 (2)' }])
})

it('is not run without a change, without a score, or without the year before', () => {
  const asked = '・10人を対象に尋ね、9人から回答があった。'
  const count = (years: Record<string, string>) => findings(readItem({ years }), 'score-change').length
  expect(count({ 令和2年度: `${asked}総合点は62点だった。`, 令和3年度: `${asked}総合点は64点だった。` })).toBe(0)
  expect(count({ 令和2年度: `${asked}総合点は62点だった。`, 令和3年度: `${asked}前年度より2ポイント上昇した。` })).toBe(0)
  expect(count({ 令和3年度: `${asked}総合点は64点で前年度より2ポイント上昇した。` })).toBe(0)
  expect(count({ 令和2年度: asked, 令和3年度: `${asked}総合点は64点で前年度より2ポイント上昇した。` })).toBe(0)
})

it('takes the score of the year just before', () => {
  const year = (score: number, change = '') => `・10人を対象に尋ね、9人から回答があった。総合点は${score}点${change}だった。`
  const years = { 令和2年度: year(60), 令和3年度: year(61), 令和4年度: year(64, 'で前年度より3ポイント上昇') }
  expect(findings(readItem({ years }), 'score-change')).toMatchObject([{ fiscal_year: 2022, published: 3, computed: 3 }])
})
