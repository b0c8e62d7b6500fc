import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const table = (caption: string, ...rows: string[]) =>
  readItem({ title: '人員の計画', years: { 令和4年度: [`・${caption}`, ...rows.map((row) => row.replaceAll(' ', '\t'))].join('\n'), 令和5年度: '・続けた。' } })
const rowsOf = ({ staffing }: ReturnType<typeof table>) => staffing.map(({ as_of, planned, actual }) => [as_of, planned, actual])
const expected = [
  ['2022-04-01', 1020, 1015],
  ['2023-04-01', 1010, 1012],
]

describe('a table of head counts', () => {
  it.each([
    ['days are its columns', '職員数の推移（各年4月1日現在）', ['区分 令和4年 令和5年', '計画 1,020人 1,010人', '実績 1,015人 1,012人', '差引 ▲5人 2人']],
    ['days are its rows', '職員数の推移（各年4月1日現在）', ['年 計画 実績', '令和4年 1,020人 1,015人', 'R5 1,010人 1,012人']],
    ['actual comes first', '職員数', ['基準日 実績（人） 計画（人）', 'R4.4.1 1,015 1,020', 'R5.4.1 1,012 1,010']],
    ['years are fiscal years', '定員の状況（各年度4月1日）', ['年度 実員 定員', '令和4年度 1015 1020', '令和5年度 1012 1010']],
  ])('is read where %s', (_, caption, rows) => {
    const reading = table(caption, ...rows)
    expect(rowsOf(reading)).toEqual(expected)
    expect(reading.reported).not.toContain('unread-row')
    expect(reading.reported).not.toContain('unread-number')
  })

  it('leads each count to its own cell', () => {
    const { staffing } = table('職員数', '区分 R4.4.1 R5.4.1', '計画 1,020人 1,010人', '実績 1,015人 1,012人')
    expect(staffing.map(({ words, planned_figure_no }) => [words.text, planned_figure_no?.text])).toEqual([
      ['1,015', '1,020'],
      ['1,012', '1,010'],
    ])
  })

  it('of the last day of a fiscal year has the day in the next calendar year', () => {
    expect(rowsOf(table('職員数（各年度3月31日現在）', '年度 計画 実績', '令和4年度 1,020人 1,015人'))).toEqual([['2023-03-31', 1020, 1015]])
  })

  it.each([
    ['no day of the year is stated', '職員数の推移', ['区分 令和4年 令和5年', '計画 1,020人 1,010人', '実績 1,015人 1,012人']],
    ['two rows are plans', '職員数の推移（各年4月1日）', ['区分 令和4年', '計画 1,020人', '計画人数 1,010人', '実績 1,015人']],
    ['a row lacks a cell', '職員数の推移（各年4月1日）', ['区分 令和4年 令和5年', '計画 1,020人 1,010人', '実績 1,015人']],
    ['a cell is no count', '職員数の推移（各年4月1日）', ['区分 令和4年', '計画 1,020人', '実績 約千人']],
    ['a year is not known', '職員数の推移（各年4月1日）', ['区分 初年', '計画 1,020人', '実績 1,015人']],
  ])('gives a message for each row where %s', (_, caption, rows) => {
    const reading = table(caption, ...rows)
    expect(reading.staffing).toEqual([])
    expect(reading.messages.filter(({ rule }) => rule === 'unread-row')).toHaveLength(rows.length)
  })

  it('of something else gives no head count, and a message for each of its rows with numbers', () => {
    const reading = table('来館者（各年4月1日）', '区分 令和4年', '計画 1,020人', '実績 1,015人')
    expect([reading.staffing, reading.reported]).toEqual([[], ['unread-row', 'unread-row']])
  })
})
