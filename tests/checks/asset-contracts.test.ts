import { expect, it } from 'vitest'
import { documentText, findings, read, readItem } from '../support/documents.ts'

const check = (contracts: string) => findings(readItem({ years: { 令和2年度: `貸付額 30円 有償貸付${contracts}（東地域2件，西地域3件）` } }), 'asset-contracts')

it('agrees where the areas add up to the contracts', () => {
  expect(check('5件')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 5, computed: 5 }])
})

it('differs where they do not', () => {
  expect(check('6件')).toMatchObject([{ outcome: 'differs', published: 6, computed: 5 }])
})

it('is not run where no contracts are stated', () => {
  expect(check('')).toEqual([])
})

it('is not run where no areas are listed', () => {
  expect(findings(readItem({ years: { 令和2年度: '貸付額 30円 有償貸付5件' } }), 'asset-contracts')).toEqual([])
})

it('says of which year and kind the areas are', () => {
  const text = '売却額 70円 売却3件（東地域1件，西地域2件） 貸付額 30円 有償貸付5件（東地域2件，西地域3件）'
  const next = '売却額 10円 売却4件（東地域4件） 貸付額 20円 有償貸付7件（東地域6件）'
  expect(findings(readItem({ years: { 令和2年度: text, 令和3年度: next } }), 'asset-contracts').map(({ message }) => message)).toEqual([
    '売却件数と地域別の合計 (件)は一致 (3)',
    '貸付件数と地域別の合計 (件)は一致 (5)',
    '売却件数と地域別の合計 (件)は一致 (4)',
    '貸付件数と地域別の合計 (件)が合わない: 公表 7、計算 6',
  ])
})

it('counts the areas of each item by themselves', () => {
  const years = (count: number) => ({ 令和2年度: `貸付額 30円 有償貸付${count}件（東地域${count}件）` })
  const text = documentText({ no: 1, years: years(2) }, { no: 2, years: years(3) })
  expect(findings(read(text), 'asset-contracts').map(({ item_no, published, computed }) => [item_no, published, computed])).toEqual([
    [1, 2, 2],
    [2, 3, 3],
  ])
})
