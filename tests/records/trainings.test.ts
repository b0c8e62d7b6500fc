import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const trainings = (list: string, head = '職員研修（庁内研修）') => readItem({ years: { 令和2年度: `(1) ${head} ${list}` } }).trainings

describe('trainings', () => {
  it('are one row for each course', () => {
    expect(trainings('新人研修（33人）、接遇研修（３９ 人）')).toMatchObject([
      {
        fiscal_year: 2020,
        kind: 'in_house',
        training_no: 1,
        course: '新人研修',
        session: null,
        part_of: null,
        participants: 33,
        words: { text: '新人研修（33人）' },
      },
      { training_no: 2, course: '接遇研修', participants: 39 },
    ])
  })

  it('are one row for each session', () => {
    expect(trainings('新人研修（前期 33人・中期4人・後期 31人）')).toMatchObject([
      { course: '新人研修', session: '前期', participants: 33, words: { text: '前期 33人' } },
      { course: '新人研修', session: '中期', participants: 4 },
      { course: '新人研修', session: '後期', participants: 31 },
    ])
  })

  it('are also the breakdown of an institute, part of its row', () => {
    expect(trainings('県の研修所（140人）【階層別研修104人、専門研修36人】、大学校（1人）', '職員研修（派遣研修）')).toMatchObject([
      { kind: 'external', training_no: 1, course: '県の研修所', part_of: null, participants: 140 },
      { kind: 'external', training_no: 2, course: '階層別研修', part_of: 1, participants: 104 },
      { kind: 'external', training_no: 3, course: '専門研修', part_of: 1, participants: 36 },
      { kind: 'external', training_no: 4, course: '大学校', part_of: null, participants: 1 },
    ])
  })

  it('have participants only where they are stated', () => {
    expect(trainings('基礎講座（全員に動画を配信）、DX研修（配信を含め67人）')).toMatchObject([
      { course: '基礎講座', participants: null },
      { course: 'DX研修', participants: 67 },
    ])
  })

  it('have no part that a bracket counts without a name', () => {
    expect(trainings('甲学校（9人）【乙研修5人、4人】').map(({ course, participants }) => [course, participants])).toEqual([
      ['甲学校', 9],
      ['乙研修', 5],
    ])
  })

  it('go on being numbered over the lists of a year', () => {
    const { trainings } = readItem({ years: { 令和2年度: '(1) 庁内研修 甲研修（1人） (2) 派遣研修 乙学校（2人）' } })
    expect(trainings.map(({ kind, training_no }) => [kind, training_no])).toEqual([
      ['in_house', 1],
      ['external', 2],
    ])
  })

  it('are none under another head', () => {
    expect(trainings('甲研修（1人）', '職員の採用')).toEqual([])
  })

  it('include a course without brackets', () => {
    expect(trainings('甲研修（1人）、乙研修')).toHaveLength(2)
  })

  it('include the last course of a list that ends as a sentence', () => {
    expect(trainings('甲研修（1人）、乙研修（2人）を開いた。')).toHaveLength(2)
  })

  it.each([
    ['甲研修（動画受講5人）', ['online']],
    ['甲研修（全職員に動画で配信）', ['online']],
    ['オンライン研修（前期5人・後期6人）', ['online', 'online']],
    ['甲研修（配信受講含め5人）', ['partly_online']],
    ['甲研修（オンライン併用、5人）', ['partly_online']],
    ['甲学校（9人）【会場研修4人、オンライン研修5人】', [null, null, 'online']],
    ['甲研修（5人）、乙研修', [null, null]],
  ])('of %j say how they were taken: %j', (list, modes) => {
    expect(trainings(list).map(({ mode }) => mode)).toEqual(modes)
  })
})
