import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (rate: string) => findings(readItem({ years: { 令和2年度: `・3人を対象に尋ね、2人から回答があった（回答率${rate}%）。` } }), 'response-rate')

it('agrees where the rate is the answers over those asked, rounded to the decimals printed', () => {
  expect(['67', '66.7'].map((rate) => check(rate)[0]?.outcome)).toEqual(['agrees', 'agrees'])
})

it('differs where it is not, with the place of the rate', () => {
  expect(check('66.6')).toMatchObject([{ fiscal_year: 2020, outcome: 'differs', published: 66.6, computed: 66.7, source_line: 4 }])
})

it('is not run without a rate', () => {
  expect(findings(readItem({ years: { 令和2年度: '・3人を対象に尋ね、2人から回答があった。' } }), 'response-rate')).toEqual([])
})

it('says whose rate is compared', () => {
  expect(check('67')).toMatchObject([{ item_no: 1, message: '回答率と2人÷3人 (%)は一致 (67)' }])
})

it('is not run where those asked are not counted', () => {
  expect(findings(readItem({ years: { 令和2年度: '・2人から回答があった（回答率67%）。' } }), 'response-rate')).toEqual([])
})
