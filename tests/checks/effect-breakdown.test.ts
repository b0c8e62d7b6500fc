import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (effects: string[], result: string) => findings(readItem({ effects, years: { 令和2年度: result } }), 'effect-breakdown')
const sales = '売却額 70円 面積2㎡ 貸付額 30円 有償貸付1件（東地域1件）'
const claims = '納付額合計 30円 家賃 10円（建築課），給食費 20円（学校教育課）'

it('agrees where the effect is what sales and leases brought', () => {
  expect(check(['令和2年度\t100円'], sales)).toMatchObject([{ fiscal_year: 2020, outcome: 'agrees', published: 100, computed: 100 }])
})

it('differs where it is not', () => {
  expect(check(['令和2年度\t99円'], sales)).toMatchObject([{ outcome: 'differs', published: 99, computed: 100 }])
})

it('compares the claims collected', () => {
  expect(check(['令和2年度\t30円'], claims)).toMatchObject([{ outcome: 'agrees' }])
  expect(check(['令和2年度\t31円'], claims)).toMatchObject([{ outcome: 'differs', published: 31, computed: 30 }])
})

it('is not run for a year whose results state neither', () => {
  expect(check(['令和3年度\t100円'], sales)).toEqual([])
})

it('compares the lines of a year as a whole', () => {
  expect(check(['令和2年度\t売却収入\t70円', '\t貸付収入\t30円'], sales).map(({ outcome }) => outcome)).toEqual(['agrees'])
})
