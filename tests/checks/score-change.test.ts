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
