import { expect, it } from 'vitest'
import { expectedParts, isComplete } from '../../loaders/records/parts.ts'
import { documentText, read } from '../support/documents.ts'

const text = documentText(
  { no: 1, departments: '総務課', years: { 令和2年度: '・甲。', 令和3年度: '・乙。' }, rating: 'A' },
  { no: 2, departments: '財政課', years: { 令和2年度: '・丙。' } },
)

it('parts that any item of the document has are due in each', () => {
  const { list } = read(text)
  const missing = list.map((item) => expectedParts(list, item).flatMap(({ name, fiscalYear, words }) => (words ? [] : [`${name} ${fiscalYear ?? ''}`.trim()])))
  expect(missing).toEqual([[], ['総括評価', '実績 2021']])
})

it('a part with nothing under its label is missing', () => {
  const { list } = read(documentText({ no: 1, achieved: '○増えた。', rating: 'A' }, { no: 2, achieved: '', rating: '' }))
  const missing = list.map((item) => expectedParts(list, item).flatMap(({ name, words }) => (words ? [] : [name])))
  expect(missing).toEqual([[], ['達成できたこと', '総括評価']])
})

it('an item is complete where all due parts stand in it', () => {
  const { list } = read(text)
  expect(list.map((item) => isComplete(list, item))).toEqual([true, false])
})

it('effects are due where an item states money that they sum up, once any item has them', () => {
  const sale = { years: { 令和2年度: '・売却額 5円' } }
  const due = (effects: string[]) => {
    const { list } = read(documentText({ no: 1, ...sale }, { no: 2, ...sale, effects }, { no: 3 }))
    return list.map((item) => expectedParts(list, item).some(({ name }) => name === '取組による効果'))
  }
  expect([due(['令和2年度\t5円']), due([])]).toEqual([
    [true, true, false],
    [false, false, false],
  ])
})
