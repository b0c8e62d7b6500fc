import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const said = (text: string) =>
  readItem({ years: { 令和2年度: `・${text}` } })
    .messages.filter(({ rule }) => rule === 'unread-number')
    .map(({ reason, line, column }) => [reason, line, column])

describe('an amount or count in kanji', () => {
  it.each(['三千円', '二十三人', '一億二千三百四十五万六千円', '十二万円', '二〇名', '九件', '五十％'])('is said with its place: %s', (number) => {
    expect(said(`費用は${number}だった。`)).toEqual([[`漢数字の金額や数は読み取らない: ${number.replace('％', '%')}`, 4, 17]])
  })

  it.each([
    '一人ひとりに配った。',
    '数百人が来た。',
    '単位は千円とする。',
    '840千円を使った。',
    '二世帯住宅を支えた。',
    '第三者の目で見た。',
    '12百万円を得た。',
    '二次募集をした。',
  ])('is not meant by %s', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('a mark of a note', () => {
  it('is no part of the number before it, and its own number is one of a note', () => {
    const text = '・利用者は1,370人¹、相談は84件*2、委託料は2,460千円※3、登録は95件（注4）だった。\n・※3 見込みを含む。'
    const { figures, reported } = readItem({ years: { 令和2年度: text } })
    expect(figures.filter(({ fiscal_year }) => fiscal_year === 2020).map(({ value, unit, role }) => [value, unit, role])).toEqual([
      [2, '年度', 'fiscal_year'],
      [1370, '人', 'count'],
      [84, '件', 'count'],
      [2, null, 'note_no'],
      [2460, '千円', 'amount'],
      [3, null, 'note_no'],
      [95, '件', 'count'],
      [4, null, 'note_no'],
      [3, null, 'note_no'],
    ])
    expect(reported).toEqual([])
  })
})
