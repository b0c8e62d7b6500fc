import { describe, expect, it } from 'vitest'
import { type ItemText, readItem } from '../support/documents.ts'

const years = { 令和2年度: '・始めた。' }
const marks = (item: ItemText) => readItem({ years, ...item }).schedules.map((row) => [row.fiscal_year, row.initiative_no, row.note])

describe('schedules', () => {
  it('are one row for each initiative of a year', () => {
    expect(readItem({ years, schedule: ['窓口の改善\t①\t\t②③\t便利にする。', '電話の改善\t\t④\t'] }).schedules).toMatchObject([
      { workstream_no: 1, fiscal_year: 2020, initiative_no: 1, workstream: '窓口の改善', note: null, words: { text: '①' } },
      { workstream_no: 1, fiscal_year: 2022, initiative_no: 2 },
      { workstream_no: 1, fiscal_year: 2022, initiative_no: 3 },
      { workstream_no: 2, fiscal_year: 2021, initiative_no: 4, workstream: '電話の改善' },
    ])
  })

  it('are a row for each number of a range, all with its place', () => {
    const { schedules } = readItem({ years, schedule: ['窓口\t①～③\t①-②\t'] })
    expect(schedules.map(({ fiscal_year, initiative_no, words }) => [fiscal_year, initiative_no, words.text])).toEqual([
      [2020, 1, '①～③'],
      [2020, 2, '①～③'],
      [2020, 3, '①～③'],
      [2021, 1, '①-②'],
      [2021, 2, '①-②'],
    ])
  })

  it('hold a number that a cell marks twice once, and say so', () => {
    const { schedules, messages } = readItem({ years, schedule: ['窓口\t①①\t①～③②（試行）\t'] })
    expect(schedules.map(({ fiscal_year, initiative_no }) => [fiscal_year, initiative_no])).toEqual([
      [2020, 1],
      [2021, 1],
      [2021, 2],
      [2021, 3],
    ])
    expect(messages.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['unread-schedule', 5, 5],
      ['unread-schedule', 5, 10],
    ])
  })

  it('report words beside the marks of a year, which no row keeps', () => {
    const { schedules, messages } = readItem({ years, schedule: ['窓口\t①便利にする。\t'] })
    expect(schedules.map(({ initiative_no, note }) => [initiative_no, note])).toEqual([[1, null]])
    expect(messages).toMatchObject([{ rule: 'unread-text', line: 5, column: 5, reason: '読み取れない文: 便利にする' }])
  })

  it('have no row that plans nothing; its words are reported', () => {
    const { schedules, messages } = readItem({ years, schedule: ['窓口\t①', 'はみ出た文'] })
    expect(schedules).toHaveLength(1)
    expect(messages).toMatchObject([{ rule: 'unread-text', line: 6, reason: '読み取れない文: はみ出た文' }])
  })

  it.each([
    ['\t平成30年度\t平成31（令和元）年度\t令和2年度\t', [2018, 2019, 2020]],
    ['\tR2\tR3\tR4\t', [2020, 2021, 2022]],
    ['\t令和二年度\t令和三年度\t令和四年度\t', [2020, 2021, 2022]],
    ['\t2020(R2)年度\t2021(R3)年度\t2022(R4)年度\t', [2020, 2021, 2022]],
  ])('have the years of heads such as %s', (yearHeads, expected) => {
    expect(marks({ yearHeads, schedule: ['窓口\t①\t②\t③\t'] }).map(([year]) => year)).toEqual(expected)
  })

  it('are not read under heads of years that leave one out', () => {
    const { schedules, reported } = readItem({ years, yearHeads: '\tR2\tR4\tR5\t', schedule: ['窓口\t①\t②\t③\t'] })
    expect([schedules, reported.includes('unread-schedule')]).toEqual([[], true])
  })

  it('keep the note of a mark', () => {
    expect(marks({ schedule: ['窓口\t②（検討）\t② (試行)\t実施'] })).toEqual([
      [2020, 2, '検討'],
      [2021, 2, '試行'],
      [2022, null, '実施'],
    ])
  })

  it('have no note in brackets that hold nothing', () => {
    expect(marks({ schedule: ['窓口\t②（）\t②( )\t③'] })).toEqual([
      [2020, 2, null],
      [2021, 2, null],
      [2022, 3, null],
    ])
  })

  it.each([
    ['\t令和2年度\t令和3年度', [2020, 2021]],
    ['\tR2年度\tR3年度', [2020, 2021]],
    ['\t元年度\t2年度', [2019, 2020]],
    ['\t2020年度\t2021年度', [2020, 2021]],
  ])('read the year heads %s', (yearHeads, expected) => {
    expect(marks({ yearHeads, schedule: ['窓口\t①\t①'] }).map(([year]) => year)).toEqual(expected)
  })

  it('go on along an arrow with the initiatives of the year before', () => {
    const { schedules } = readItem({ years, schedule: ['棚の整理\t①②\t→\t―→\t', '箱の整理\t→\t③\t\t'] })
    expect(schedules.map(({ workstream, fiscal_year, initiative_no, note }) => [workstream, fiscal_year, initiative_no, note])).toEqual([
      ['棚の整理', 2020, 1, null],
      ['棚の整理', 2020, 2, null],
      ['棚の整理', 2021, 1, '→'],
      ['棚の整理', 2021, 2, '→'],
      ['棚の整理', 2022, 1, '―→'],
      ['棚の整理', 2022, 2, '―→'],
      ['箱の整理', 2020, null, '→'],
      ['箱の整理', 2021, 3, null],
    ])
  })

  it('read year heads with blanks around their numbers', () => {
    expect(marks({ yearHeads: '\t令和 2 年度\t令和 3 年度', schedule: ['窓口\t①\t①'] }).map(([year]) => year)).toEqual([2020, 2021])
  })

  it('report a table without year heads', () => {
    expect(readItem({ years, yearHeads: '\t前半\t後半', schedule: ['窓口\t①\t①'] }).reported).toContain('unread-schedule')
  })

  it('state the goal in the cell after the years', () => {
    expect(readItem({ years, schedule: ['窓口\t①\t①\t①\t便利にする。'] }).items[0]?.goal).toBe('便利にする。')
    expect(readItem({ years, schedule: ['窓口\t①\t①\t①'] }).items[0]?.goal).toBeNull()
  })

  it('join a goal with the rows that go on with it alone, and with no others', () => {
    const goal = (...schedule: string[]) => readItem({ years, schedule }).items[0]?.goal
    expect(goal('窓口\t①\t①\t①\t便利に', '\t\t\t\tする。')).toBe('便利にする。')
    expect(goal('窓口\t①\t①\t①\t', '\t\t\t\t便利にする。')).toBe('便利にする。')
    expect(goal('窓口\t①\t①\t①\t便利にする。', '電話\t②\t\t\t早くする。', '\t\t\t\tきっと。')).toBe('便利にする。')
    expect(goal('窓口\t①\t①\t①\t便利にする。', '\t②\t\t\t早くする。')).toBe('便利にする。')
  })

  it('report a range that runs backwards, and give it no row', () => {
    const { schedules, messages } = readItem({ years, schedule: ['窓口\t③～①\t②\t'] })
    expect(schedules.map(({ initiative_no }) => initiative_no)).toEqual([2])
    expect(messages).toMatchObject([{ rule: 'unread-schedule', line: 5, column: 4, reason: '取組の番号の範囲が逆になっている: ③～①' }])
  })

  it('have no row for a year that a dash or なし leaves free', () => {
    expect(marks({ schedule: ['窓口\t①\t――\tなし'] })).toEqual([[2020, 1, null]])
    expect(marks({ schedule: ['窓口\t①\t特になし\t'] })).toEqual([
      [2020, 1, null],
      [2021, null, '特になし'],
    ])
  })
})
