import { expect, it } from 'vitest'
import { effectBreakdown } from '../../loaders/checks/effect-breakdown.ts'
import { assets } from '../../loaders/records/assets.ts'
import { documentText, findings, read, readItem, withRows } from '../support/documents.ts'

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

it('leaves out what another item counts, unless the year has nothing else', () => {
  expect(check(['令和2年度\t収納額\t30円', '\t紙代（No.3再掲）\t9円'], claims)).toMatchObject([{ outcome: 'agrees', published: 30, computed: 30 }])
  expect(check(['令和2年度\t収納額（再掲）\t31円'], claims)).toMatchObject([{ outcome: 'differs', published: 31, computed: 30 }])
})

it('counts neither a part twice nor an area as a sale', () => {
  const effects = ['令和2年度\t増収\t100円', '\tうち貸付\t30円']
  expect(check(effects, sales)).toMatchObject([{ outcome: 'agrees', published: 100, computed: 100, message: '効果額と売却額・貸付額の合計 (円)は一致 (100)' }])
})

it('adds up the sales and leases as a whole, also where an area states its amount', () => {
  const reading = readItem({ effects: ['令和2年度\t100円'], years: { 令和2年度: sales } })
  const priced = reading.assets.map((asset) => (asset.region === null ? asset : { ...asset, amount_yen: 30 }))
  expect(effectBreakdown.find(withRows(reading, assets, priced))).toMatchObject([{ outcome: 'agrees', computed: 100 }])
})

it('is not run for a year whose effect is no money', () => {
  expect(check(['令和2年度\t3件'], sales)).toEqual([])
})

it('compares the years of each item by themselves', () => {
  const years = { 令和2年度: claims, 令和3年度: '納付額合計 40円 家賃 40円（建築課）' }
  const first = { no: 1, years, effects: ['令和2年度\t30円', '令和3年度\t40円'] }
  const text = documentText(first, { no: 2, years: { 令和2年度: claims }, effects: ['令和2年度\t29円'] })
  expect(findings(read(text), 'effect-breakdown').map(({ message }) => message)).toEqual([
    '効果額と債権ごとの納付額の合計 (円)は一致 (30)',
    '効果額と債権ごとの納付額の合計 (円)は一致 (40)',
    '効果額と債権ごとの納付額の合計 (円)が合わない: 公表 29、計算 30',
  ])
})
