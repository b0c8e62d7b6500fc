import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

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
