import { describe, expect, it } from 'vitest'
import { documentText, read } from '../support/documents.ts'

const next = '\n○続ける。'
const itemNo = (no: number, title: string, last = next) =>
  documentText({ no, title, years: { 令和2年度: '・進めた。' }, rating: 'A', next: last })
    .split('\n')
    .slice(1, -1)
const document = (...lines: (string | string[])[]) => read(['第5次見本プラン取組実績一覧', ...lines.flat(), ''].join('\n'))
const themes = ({ items }: ReturnType<typeof read>) => items.map(({ theme }) => theme)
const entries = ({ reviews }: ReturnType<typeof read>) => reviews.map(({ item_no, text }) => [item_no, text])

describe('the heads above an item', () => {
  it('are its theme, each level counting on from the one before', () => {
    const reading = document(
      ['基本方針1　財政の健全化', '（１）歳入の確保', ''],
      itemNo(1, '広告'),
      ['', '（２）歳出の削減', ''],
      itemNo(2, '紙代'),
      itemNo(3, '電気代'),
      ['', '基本方針2　組織の見直し', '（１）人材の育成', ''],
      itemNo(4, '研修'),
    )
    expect(themes(reading)).toEqual([
      '基本方針1　財政の健全化 > （１）歳入の確保',
      '基本方針1　財政の健全化 > （２）歳出の削減',
      '基本方針1　財政の健全化 > （２）歳出の削減',
      '基本方針2　組織の見直し > （１）人材の育成',
    ])
    expect(entries(reading)).toEqual([
      [1, '続ける。'],
      [2, '続ける。'],
      [3, '続ける。'],
      [4, '続ける。'],
    ])
    expect(reading.sourceLines.filter(({ part }) => part === 'theme').map(({ item_no }) => item_no)).toEqual([null, null, null, null, null])
    expect(reading.figures.filter(({ words }) => words.place.start.line === 2)).toMatchObject([{ role: 'list_no', item_no: null }])
    expect(reading.reported).toEqual([])
  })

  it('may have numbers alone', () => {
    const reading = document(['１　財政の健全化'], itemNo(1, '広告'), ['', '２　組織の見直し', ''], itemNo(2, '研修'))
    expect(themes(reading)).toEqual(['１　財政の健全化', '２　組織の見直し'])
    expect(reading.reported).toEqual([])
  })
})

describe('what could be an entry of the item above stays with it, and no theme is certain from there on', () => {
  it('where no head stands above the first item', () => {
    const reading = document(itemNo(1, '広告'), ['', '（２）歳出の削減', ''], itemNo(2, '紙代'))
    expect(themes(reading)).toEqual([null, null])
    expect(entries(reading)[1]).toEqual([1, '（２）歳出の削減'])
  })

  it('where its number does not count on', () => {
    const reading = document(['１　財政の健全化', ''], itemNo(1, '広告'), ['', '１　窓口の見直し', ''], itemNo(2, '紙代'))
    expect(themes(reading)).toEqual(['１　財政の健全化', null])
    expect(entries(reading)[1]).toEqual([1, '１　窓口の見直し'])
  })

  it('where it stands right below the entries, or they have such numbers', () => {
    const below = document(['（１）歳入の確保', ''], itemNo(1, '広告'), ['（２）歳出の削減', ''], itemNo(2, '紙代'))
    expect(entries(below)[1]).toEqual([1, '（２）歳出の削減'])
    const list = document(['（１）歳入の確保', ''], itemNo(1, '広告', '\n（１）窓口の見直し'), ['', '（２）歳出の削減', ''], itemNo(2, '紙代'))
    expect(themes(list)).toEqual(['（１）歳入の確保', null])
  })

  it('where lines of one level follow each other, as those of a list of items', () => {
    const reading = document(['１　広告', '２　紙代'], itemNo(1, '広告'), itemNo(2, '紙代'))
    expect(themes(reading)).toEqual([null, null])
  })

  it('where a number is left out', () => {
    const reading = document(['１　財政の健全化', ''], itemNo(1, '広告'), ['', '３　窓口の見直し', ''], itemNo(2, '紙代'))
    expect(themes(reading)).toEqual(['１　財政の健全化', null])
  })
})
