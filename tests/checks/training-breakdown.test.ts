import { expect, it } from 'vitest'
import { trainingBreakdown } from '../../loaders/checks/training-breakdown.ts'
import { documentText, findings, read, readItem } from '../support/documents.ts'

const check = (participants: string) =>
  findings(
    readItem({ years: { 令和2年度: `(1) 職員研修（派遣研修） 研修所（${participants}）【甲研修4人、乙研修6人】、大学校（1人）` } }),
    'training-breakdown',
  )

it('agrees where the breakdown adds up', () => {
  expect(check('10人')).toMatchObject([{ item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 10, computed: 10 }])
})

it('differs where it does not', () => {
  expect(check('11人')).toMatchObject([{ outcome: 'differs', published: 11, computed: 10 }])
})

it('is not run where the participants are not stated', () => {
  expect(check('全員')).toEqual([])
})

it('says the course', () => {
  expect(check('10人')).toMatchObject([{ message: '研修所の人数と内訳の合計 (人)は一致 (10)' }])
})

it('takes the breakdown of each year, course and item by itself', () => {
  const year = (first: number, second: number) =>
    `(1) 職員研修（派遣研修） 研修所（${first}人）【甲研修${first}人】、大学校（${second}人）【乙研修${second}人】`
  const text = documentText({ no: 1, years: { 令和2年度: year(10, 2), 令和3年度: year(3, 4) } }, { no: 2, years: { 令和2年度: year(5, 6) } })
  expect(
    findings(read(text), 'training-breakdown').map(({ item_no, fiscal_year, published, computed }) => [item_no, fiscal_year, published, computed]),
  ).toEqual([
    [1, 2020, 10, 10],
    [1, 2020, 2, 2],
    [1, 2021, 3, 3],
    [1, 2021, 4, 4],
    [2, 2020, 5, 5],
    [2, 2020, 6, 6],
  ])
})

it('is not run for a course without a breakdown', () => {
  expect(findings(readItem({ years: { 令和2年度: '(1) 職員研修（派遣研修） 研修所（10人）、大学校（1人）' } }), 'training-breakdown')).toEqual([])
})

it('is not run where a part does not say how many', () => {
  const { trainings, ...readings } = readItem({ years: { 令和2年度: '(1) 職員研修（派遣研修） 研修所（10人）【甲研修4人、乙研修6人】' } })
  const open = trainings.map((training) => (training.course === '乙研修' ? { ...training, participants: null } : training))
  expect(trainingBreakdown.find({ contents: [], items: [], readings: { ...readings, trainings } })).toHaveLength(1)
  expect(trainingBreakdown.find({ contents: [], items: [], readings: { ...readings, trainings: open } })).toEqual([])
})
