import { expect, it } from 'vitest'
import { documentText, findings, read, readItem } from '../support/documents.ts'

const check = (total: string) =>
  findings(readItem({ years: { 令和2年度: `納付額合計 ${total} 家賃 10円（建築課），給食費 20円（学校教育課）` } }), 'collection-total')

it('agrees where the claims add up to the sum printed', () => {
  expect(check('30円')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 30, computed: 30 }])
})

it('differs where they do not', () => {
  expect(check('31円')).toMatchObject([{ outcome: 'differs', published: 31, computed: 30 }])
})

it('misses the claims of a year whose sum stands alone, while another year has its list', () => {
  const years = { 令和2年度: '納付額合計 30円 家賃 30円（建築課）', 令和3年度: '納付額合計 40円' }
  expect(findings(readItem({ years }), 'collection-total').map(({ fiscal_year, outcome, published }) => [fiscal_year, outcome, published])).toEqual([
    [2020, 'agrees', 30],
    [2021, 'missing', 40],
  ])
})

it('says what is compared, and which list is missing', () => {
  const years = { 令和2年度: '納付額合計 30円 家賃 30円（建築課）', 令和3年度: '納付額合計 40円' }
  expect(findings(readItem({ years }), 'collection-total').map(({ message }) => message)).toEqual([
    '納付額合計と債権ごとの納付額の合計 (円)は一致 (30)',
    'No.1の2021年度の債権ごとの納付額がない',
  ])
})

it('is not run for an item that lists no claims, whatever another lists', () => {
  const listed = { no: 1, years: { 令和2年度: '納付額合計 30円 家賃 30円（建築課）' } }
  const alone = { no: 2, years: { 令和2年度: '納付額合計 40円' } }
  expect(findings(read(documentText(listed, alone)), 'collection-total').map(({ item_no, computed }) => [item_no, computed])).toEqual([[1, 30]])
  expect(findings(readItem(alone), 'collection-total')).toEqual([])
})
