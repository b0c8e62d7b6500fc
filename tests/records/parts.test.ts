import { expect, it } from 'vitest'
import { expectedParts, isComplete } from '../../loaders/records/parts.ts'
import { documentText, type ItemText, read } from '../support/documents.ts'

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
  const due = (effects: string[], stated: ItemText = sale) => {
    const { list } = read(documentText({ no: 1, ...stated }, { no: 2, ...sale, effects }, { no: 3 }))
    return list.map((item) => expectedParts(list, item).some(({ name }) => name === '取組による効果'))
  }
  expect([due(['令和2年度\t5円']), due([])]).toEqual([
    [true, true, false],
    [false, false, false],
  ])
  const claims = { years: { 令和2年度: '・納付額合計 5円 家賃 5円（建築課）' } }
  const targetOf = (target: string) => ({ years: { 令和2年度: `・目標とした${target}に届いた。` } })
  expect([claims, targetOf('5円'), targetOf('5件')].map((stated) => due(['令和2年度\t5円'], stated)[0])).toEqual([true, true, false])
})

it('every part that the other item has is missed by its name, years in their order', () => {
  const { list } = read(
    documentText(
      {
        no: 1,
        departments: '総務課',
        schedule: ['窓口\t①\t①\t'],
        initiatives: '①窓口',
        years: { 令和3年度: '・乙。', 令和2年度: '・甲。' },
        achieved: '○増えた。',
        rating: 'A',
        next: '○続ける。',
      },
      { no: 2, title: '乙' },
    ),
  )
  expect(expectedParts(list, list[1] as (typeof list)[0]).map(({ name, fiscalYear, words }) => [name, fiscalYear, words])).toEqual([
    ['担当課', null, undefined],
    ['改善スケジュール', null, undefined],
    ['主な取組内容', null, undefined],
    ['達成できたこと', null, undefined],
    ['総括評価', null, undefined],
    ['今後の課題', null, undefined],
    ['実績', 2020, undefined],
    ['実績', 2021, undefined],
  ])
})
