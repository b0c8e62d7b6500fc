import { expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const scaled = (text: string) =>
  readItem({ years: { 令和2年度: text } })
    .figures.slice(5)
    .map(({ words, value_scaled }) => [words.text, value_scaled])

it('of money are yen, each number of an amount by what it counts for', () => {
  expect(scaled('・費用は4,732千円と12.5百万円、9千5百万円、1億2,345万円だった。')).toEqual([
    ['4,732千円', 4_732_000],
    ['12.5百万円', 12_500_000],
    ['9千', 90_000_000],
    ['5百万円', 5_000_000],
    ['1億', 100_000_000],
    ['2,345万円', 23_450_000],
  ])
})

it('of an effects table are yen in the unit of its head', () => {
  const { figures } = readItem({ effects: ['（単位：千円）', '令和2年度\t歳出\t△396'] })
  expect(figures.at(-1)).toMatchObject({ value: 396, value_scaled: 396_000 })
})

it('of areas are ㎡, of lengths m, of shares %', () => {
  expect(scaled('・土地1.5haと20㎡、道路2km、出席は9割と85%だった。')).toEqual([
    ['1.5ha', 15_000],
    ['20㎡', 20],
    ['2km', 2000],
    ['9割', 90],
    ['85%', 85],
  ])
})

it('are null where nothing is measured', () => {
  expect(scaled('・第2回を4月1日に開き、5人が来た。')).toEqual([
    ['2回', null],
    ['4月', null],
    ['1日', null],
    ['5人', 5],
  ])
})
