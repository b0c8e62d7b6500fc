import { describe, expect, it } from 'vitest'
import { documentText, read, readItem } from '../support/documents.ts'

describe('figures', () => {
  it('are all numbers of the document in order, each once', () => {
    const { figures } = read(documentText({ no: 3, title: '窓口', years: { 令和2年度: '・１，２００ 円で5件。' } }))
    expect(figures.map(({ figure_no, value, role }) => [figure_no, value, role])).toEqual([
      [1, 5, 'plan_no'],
      [2, 3, 'item_no'],
      [3, 2, 'fiscal_year'],
      [4, 4, 'fiscal_year'],
      [5, 2, 'fiscal_year'],
      [6, 1200, 'amount'],
      [7, 5, 'count'],
    ])
  })

  it('have the item and year of the text they stand in, a label, and a place over number and unit', () => {
    const { figures } = readItem({ years: { 令和2年度: '・応募は１２ 件あった。' } })
    expect(figures.at(-1)).toMatchObject({ item_no: 1, fiscal_year: 2020, value: 12, unit: '件', label: '応募', role: 'count', words: { text: '１２ 件' } })
  })

  it('of an effects table have the year and label of their line', () => {
    const { figures } = readItem({ effects: ['令和2年度\t削減額\t4,000円'] })
    expect(figures.at(-1)).toMatchObject({ fiscal_year: 2020, value: 4000, unit: '円', label: '削減額', role: 'amount' })
  })

  it('outside items have no item', () => {
    expect(read('第5次見本プラン\nNo.1 窓口').figures[0]).toMatchObject({ item_no: null, value: 5, role: 'plan_no' })
  })

  it('do not include circled numbers and markup', () => {
    const { figures } = readItem({ initiatives: '<p class="x1">①窓口</p>' })
    expect(figures.map(({ value }) => value)).toEqual([5, 1])
  })

  it('without a known role are kept and reported', () => {
    const { figures, reported } = readItem({ years: { 令和2年度: '・符号は77、色は赤。' } })
    expect([figures.at(-1)?.value, figures.at(-1)?.role, reported]).toEqual([77, null, ['unread-number']])
  })

  it('are two where block markup parts them', () => {
    const { figures } = readItem({ years: { 令和2年度: '<td>甲10</td><td>20件</td>' } })
    expect(figures.slice(-2).map(({ value }) => value)).toEqual([10, 20])
  })

  it('are one where a page end cuts a number, which is reported', () => {
    const { figures, messages } = readItem({ years: { 令和2年度: '・回答率は9\n\n6.0%で、納付額は7,\n\n859円だった。' }, rating: 'A' })
    expect(figures.filter(({ role }) => role === 'percent' || role === 'amount').map(({ value, unit }) => [value, unit])).toEqual([
      [96, '%'],
      [7859, '円'],
    ])
    expect(messages.filter(({ rule }) => rule === 'cut-number').map(({ reason }) => reason)).toEqual([
      'ページの切れ目で分かれた数字を1つに読んだ: 96.0',
      'ページの切れ目で分かれた数字を1つに読んだ: 7,859',
    ])
  })

  it('are all that a broken number leaves', () => {
    expect(
      readItem({ years: { 令和2年度: '・納付額は4.3,800円だった。' } })
        .figures.slice(-2)
        .map(({ value }) => value),
    ).toEqual([4.3, 800])
  })
})
