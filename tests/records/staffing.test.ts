import { describe, expect, it } from 'vitest'
import { differenceHeadCounts, statedHeadCounts } from '../../loaders/records/staffing.ts'
import { readItem } from '../support/documents.ts'

describe('staffing', () => {
  it('reads plan and actual of a day', () => {
    expect(readItem({ notAchieved: '○人が足りない。 【R2.4.1】計画980人、実績986人 【令和３年１月１日】計画：1,000人 実績：998人' }).staffing).toMatchObject([
      { as_of: '2020-04-01', fiscal_year: 2020, planned: 980, actual: 986, words: { text: '【R2.4.1】計画980人、実績986人' } },
      { as_of: '2021-01-01', fiscal_year: 2020, planned: 1000, actual: 998 },
    ])
  })

  it.each([
    '職員数は計画400人に対し実績395人（令和5年4月1日現在）だった。',
    '令和5年4月1日現在の職員数は計画400人に対し395人だった。',
    '職員数（令和5年4月1日）：計画400人、実績395人',
    '令和5年4月1日の職員数は395人で、計画（400人）を5人下回った。',
    '職員数は、計画400人を5人下回る395人（令和5年4月1日時点）となった。',
  ])('reads plan and actual of %s', (statement) => {
    expect(readItem({ years: { 令和4年度: `・${statement}` } }).staffing).toMatchObject([{ as_of: '2023-04-01', fiscal_year: 2023, planned: 400, actual: 395 }])
  })

  it.each([
    ['計画より6人多い986人', 980],
    ['計画より4人少ない986人', 990],
    ['計画よりも1人上回る986人', 985],
  ])('works the plan out from %s', (statement, planned) => {
    expect(readItem({ years: { 令和2年度: `・令和2年4月1日時点の職員数は${statement}となった。` } }).staffing).toMatchObject([
      { as_of: '2020-04-01', fiscal_year: 2020, planned, actual: 986 },
    ])
  })

  it('states the difference in place of the plan', () => {
    const stated = (statement: string) => readItem({ years: { 令和2年度: `・令和2年4月1日時点の職員数は${statement}。` } }).staffing
    expect(stated('計画より6人多い986人だった')).toMatchObject([
      { planned_figure_no: null, actual_figure_no: { text: '986' }, stated_gap: 6, stated_gap_figure_no: { text: '6' } },
    ])
    expect(stated('計画より4人少ない986人だった')).toMatchObject([{ planned_figure_no: null, stated_gap: -4, stated_gap_figure_no: { text: '4' } }])
  })

  it('has the plan in the number of the actual where they are the same', () => {
    expect(readItem({ years: { 令和2年度: '・令和2年4月1日時点の職員数は計画と同じ986人だった。' } }).staffing).toMatchObject([
      { planned: 986, planned_figure_no: { text: '986' }, actual: 986, stated_gap: null, stated_gap_figure_no: null },
    ])
  })

  it('states no difference where both are printed', () => {
    expect(readItem({ notAchieved: '○【R2.4.1】計画980人、実績986人' }).staffing).toMatchObject([
      { planned_figure_no: { text: '980' }, actual_figure_no: { text: '986' }, stated_gap: null, stated_gap_figure_no: null },
    ])
  })

  it.each([
    ['令和3～4年度の職員数（一般職）は計画人数に満たなかった。', [null, 'missed', 'missed']],
    ['令和3年度については定員管理計画の計画人数を下回る職員数となった。', [null, 'missed', null]],
    ['令和2年度の職員数は計画を下回った。', [null, null, null]],
    ['職員数は計画に満たなかった。', [null, null, null]],
    ['令和3年度の研修は計画に満たなかった。', [null, null, null]],
  ])('is missed where the review lists its year as short of the plan: %s', (sentence, results) => {
    const counts = '【R2.4.1】計画980人、実績986人 【R3.4.1】計画982人、実績980人 【R4.4.1】計画984人、実績977人'
    const resultsOf = (item: Parameters<typeof readItem>[0]) => readItem(item).staffing.map(({ stated_result }) => stated_result)
    expect(resultsOf({ notAchieved: `○${sentence} ${counts}` })).toEqual(results)
    expect(resultsOf({ achieved: `○${sentence} ${counts}` })).toEqual([null, null, null])
  })

  it('is one row for a day that is stated both ways, in the order of days', () => {
    const { staffing, list } = readItem({
      years: { 令和3年度: '・令和3年4月1日時点の職員数は計画より2人少ない98人だった。' },
      notAchieved: '○【R3.4.1】計画100人、実績98人 【R2.4.1】計画99人、実績99人',
    })
    expect(staffing.map(({ as_of, planned, actual }) => [as_of, planned, actual])).toEqual([
      ['2020-04-01', 99, 99],
      ['2021-04-01', 100, 98],
    ])
    expect([list.flatMap(statedHeadCounts).length, list.flatMap(differenceHeadCounts).length]).toEqual([2, 1])
  })

  it('say which staff they count where a bracket behind 職員数 does', () => {
    const counted = (bracket: string) => readItem({ years: { 令和2年度: `・令和2年4月1日時点の職員数${bracket}は計画より6人多い986人となった。` } }).staffing
    expect(counted('（一般職＋再任用フルタイム）')).toMatchObject([{ actual: 986, scope: '一般職＋再任用フルタイム' }])
    expect(counted('')).toMatchObject([{ actual: 986, scope: null, scope_source_line: null }])
    expect(counted('（実績人数）').map(({ scope }) => scope)).not.toContain('実績人数')
  })
})
