import { expect, it } from 'vitest'
import { reemploymentTotal } from '../../loaders/checks/reemployment-total.ts'
import { findings, readItem } from '../support/documents.ts'

const check = (total: number, rehired: number) => {
  const text = `・再任用職員${total}人（フルタイム5人，短時間4人）を置いた。定年退職者8人のうち、${rehired}人が残った（フルタイム3人，短時間1人）。`
  return findings(readItem({ years: { 令和2年度: text } }), 'reemployment-total').map(({ outcome, published, computed }) => [outcome, published, computed])
}

it('agrees where full time and short time add up', () => {
  expect(check(9, 4)).toEqual([
    ['agrees', 9, 9],
    ['agrees', 4, 4],
  ])
})

it('differs where they do not', () => {
  expect(check(10, 6)).toEqual([
    ['differs', 10, 9],
    ['differs', 6, 4],
  ])
})

it('says which of the two is compared', () => {
  const text = '・再任用職員9人（フルタイム5人，短時間4人）を置いた。定年退職者8人のうち、4人が残った（フルタイム3人，短時間1人）。'
  expect(findings(readItem({ years: { 令和2年度: text } }), 'reemployment-total').map(({ message }) => message)).toEqual([
    '再任用職員数とフルタイム・短時間の合計 (人)は一致 (9)',
    '再任用された定年退職者数とフルタイム・短時間の合計 (人)は一致 (4)',
  ])
})

it('is not run where the two kinds are not told apart', () => {
  expect(findings(readItem({ years: { 令和2年度: '・再任用職員9人を置いた。' } }), 'reemployment-total')).toEqual([])
})

it.each([
  [null, 5, 4],
  [9, null, 4],
  [9, 5, null],
])('compares only where all three are stated, not %j, %j and %j', (total, full_time, short_time) => {
  const { reemployment, ...readings } = readItem({ years: { 令和2年度: '・再任用職員9人（フルタイム5人，短時間4人）を置いた。' } })
  const years = reemployment.map((year) => ({ ...year, total, full_time, short_time }))
  expect(reemploymentTotal.find({ contents: [], items: [], readings: { ...readings, reemployment } })).toHaveLength(1)
  expect(reemploymentTotal.find({ contents: [], items: [], readings: { ...readings, reemployment: years } })).toEqual([])
})
