import { describe, expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const staffed = (text: string) => readItem({ title: '定員の適正化', years: { 令和4年度: `・${text}`, 令和5年度: '・続けた。' } })
const rows = (text: string) => staffed(text).staffing.map(({ as_of, planned, actual }) => [as_of, planned, actual])

describe('plan and actual of one day', () => {
  it.each([
    '職員数は612人（計画618人、令和5年4月1日現在）となった。',
    '職員数：計画618人 実績612人（R5.4.1）',
    '2023年4月1日現在の職員数は計画618人に対し612人であった。',
    'R5.4.1現在 計画618人→実績612人',
    '令和5年4月1日の職員数 618人（計画）、612人（実績）',
    '令和5年4月1日の職員数 612人（実績）、618人（計画）',
    '令和5年4月1日の職員数（計画）618人（実績）612人',
    '5年4月1日時点の職員数は、実績612名、計画618名',
    '定員618人に対し実員612人（令和5年4月1日）',
    '令和5年4月1日の計画職員数は618人、実績は612人（前年より9人減）',
    '令和5年4月1日の職員数は実績612人で計画の618人を6人下回る',
  ])('are never taken for each other: %s', (sentence) => {
    const reading = staffed(sentence)
    expect(reading.staffing).toMatchObject([{ as_of: '2023-04-01', planned: 618, actual: 612, stated_gap: null }])
    expect(reading.reported).toEqual([])
  })

  it.each([
    '令和5年4月1日現在の職員数は612人で、計画を6人下回った。',
    '職員数は612人（令和5年4月1日現在）で、計画より6人少ない。',
    '職員数は612人（計画比△6人、令和5年4月1日）',
  ])('may be stated by their gap: %s', (sentence) => {
    expect(staffed(sentence).staffing).toMatchObject([{ as_of: '2023-04-01', planned: 618, actual: 612, stated_gap: -6, planned_figure_no: null }])
  })

  it('may be the same', () => {
    expect(rows('職員数は計画どおり612人（令和5年4月1日）だった。')).toEqual([['2023-04-01', 612, 612]])
  })

  it('are counts also where nothing counts them', () => {
    const reading = staffed('職員数（R5.4.1）　計画 618　実績 612')
    expect(reading.staffing).toMatchObject([{ planned: 618, actual: 612 }])
    expect(reading.figures.filter(({ role }) => role === 'count')).toMatchObject([
      { value: 618, fiscal_year: 2022 },
      { value: 612, fiscal_year: 2022 },
    ])
    expect(reading.reported).toEqual([])
  })
})

it.each([
  '令和4年4月1日は計画625人、実績620人、令和5年4月1日は計画618人、実績612人',
  '職員数は計画625人、実績620人（令和4年4月1日）、計画618人、実績612人（令和5年4月1日）',
])('the days of a sentence have a row each: %s', (sentence) => {
  expect(rows(sentence)).toEqual([
    ['2022-04-01', 625, 620],
    ['2023-04-01', 618, 612],
  ])
})

it.each([
  '令和5年4月1日の職員数は計画・実績が618人・612人',
  '令和5年4月1日の職員数は計画と実績の順に618人、612人',
  '令和5年4月1日の職員数は612人を計画していたが、実績は618人',
  '令和5年4月1日現在、計画に基づく職員数は618人、実績は612人',
  '職員数は612人（計画618人、差引5人、令和5年4月1日）',
  '令和5年4月1日の職員数は計画625人を改め計画618人とし、実績612人',
  '令和5年2月30日の職員数は612人（計画618人）',
  '職員数は612人（計画618人）となった。',
  '令和5年4月1日の再任用職員数は計画25人、実績24人',
])('a sentence that leaves open which number is which gives a message and no row: %s', (sentence) => {
  const reading = staffed(sentence)
  expect(reading.staffing).toEqual([])
  expect(reading.reported).toContain('unread-row')
})

it.each(['児童館の利用者は計画90人に対し実績88人（4年4月1日）', '研修に参加した職員数は計画90人、実績88人（4年4月1日）'])(
  'is no head count of the city: %s',
  (sentence) => {
    expect(rows(sentence)).toEqual([])
  },
)

it('what a gap says is compared with what plan and actual say', () => {
  const text = '令和5年4月1日の職員数 618人（計画）、612人（実績）\n・職員数は612人（令和5年4月1日現在）で、計画より7人少ない。'
  expect(findings(staffed(text), 'staffing-agreement')).toMatchObject([{ outcome: 'differs', published: -7, computed: -6 }])
})

it.each(['受講者は計画200人に対し実績198人（令和3年4月1日）', '園児は計画200人に対し198人（令和3年4月1日）'])(
  'people of another kind are no staff: %s',
  (sentence) => {
    expect(readItem({ years: { 令和3年度: `・${sentence}` } }).staffing).toEqual([])
  },
)

it.each([
  '職員定数200人に対し、令和3年4月1日の職員数は198人。',
  '令和3年4月1日現在198人（計画比2人減）となった。',
  '令和3年4月1日時点の職員は198人で計画人数200人を達成した。',
])('a head count in words that give no row is said: %s', (sentence) => {
  const { staffing, reported } = readItem({ years: { 令和3年度: `・${sentence}` } })
  expect([staffing, reported]).toEqual([[], ['unread-row']])
})
