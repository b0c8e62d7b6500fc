import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

describe('targets', () => {
  it('belong to the year whose result states them', () => {
    expect(readItem({ years: { 令和3年度: '・目標とした講座の8件を開いた。' } }).targets).toMatchObject([
      { fiscal_year: 2021, measure: 'count', value: 8, unit: '件', words: { text: '8件' } },
    ])
  })

  it('belong to every year that the sentence names before them', () => {
    expect(readItem({ notAchieved: '○令和3年度と令和4年度は目標額の2,000千円に届かなかった。' }).targets).toMatchObject([
      { fiscal_year: 2021, measure: 'effect_yen', value: 2_000_000, unit: '円' },
      { fiscal_year: 2022, measure: 'effect_yen', value: 2_000_000, unit: '円' },
    ])
  })

  it('of staff are told from other counts, the day of the count being none', () => {
    expect(readItem({ next: '○定員の目標（令和7年度4月1日時点：990人）に向けて採用する。' }).targets).toMatchObject([
      { fiscal_year: 2025, measure: 'staff', value: 990, unit: '人' },
    ])
  })

  it.each([
    ['・目標とした講座の8件追加を達成した。', 'met'],
    ['・目標の8件については達成できた。', 'met'],
    ['・8件の目標を達成し、次に進んだ。', 'met'],
    ['・目標とした8件の追加を果たした。', 'met'],
    ['・目標額の2,000千円に届かなかった。', 'missed'],
    ['・目標額の2,000千円を達成できなかった。', 'missed'],
    ['・目標の8件には達成が至らず、5件であった。', 'missed'],
    ['・目標の8件は未達となった。', 'missed'],
    ['・目標の8件は達成したが、開催の月は希望に及ばなかった。', 'met'],
    ['・目標8件達成した。', 'met'],
    ['・目標8件未達だった。', 'missed'],
    ['・目標の8件は未達で、ほかを達成した。', 'missed'],
    ['・目標の8件を達成し、一部は次に進んだ。', 'met'],
    ['・目標の8件のうち5件を達成した。', null],
    ['・目標の8件を概ね達成した。', null],
    ['・目標の8件を達成した場合は見直す。', null],
    ['・目標の8件に届かない見込みである。', null],
    ['・目標の8件を開いた。', null],
    ['・目標の8件を掲げた。講座は達成した。', null],
  ])('say what the sentence says came of them: %s', (text, stated) => {
    const { targets } = readItem({ years: { 令和3年度: text } })
    expect(targets.map(({ stated_result }) => stated_result)).toEqual([stated])
  })

  it('of one sentence have each its own result', () => {
    const { targets } = readItem({ years: { 令和3年度: '・講座の目標8件を達成し、展示の目標3件は未達であった。' } })
    expect(targets.map(({ value, stated_result }) => [value, stated_result])).toEqual([
      [8, 'met'],
      [3, 'missed'],
    ])
  })

  it('of shares are percent', () => {
    expect(readItem({ years: { 令和2年度: '・収納率の目標95.5%を掲げた。' } }).targets).toMatchObject([{ measure: 'percent', value: 95.5, unit: '%' }])
  })

  it.each(['・目標年度を令和5年度に定めた。', '・目標を定めた。来年は5件とする。', '・8件を開いた。'])('are none in %s', (text) => {
    expect(readItem({ years: { 令和2年度: text } }).targets).toEqual([])
  })

  it('are none where no year is known', () => {
    expect(readItem({ achieved: '○目標の5件を達した。' }).targets).toEqual([])
  })

  it('are numbered within their year', () => {
    const { targets } = readItem({ years: { 令和2年度: '・目標の3件を開いた。 ・目標の5回を催した。', 令和3年度: '・目標の8件を開いた。' } })
    expect(targets.map(({ fiscal_year, target_no, value }) => [fiscal_year, target_no, value])).toEqual([
      [2020, 1, 3],
      [2020, 2, 5],
      [2021, 1, 8],
    ])
  })

  it('of a change are what it leads to', () => {
    expect(readItem({ years: { 令和2年度: '・目標を3件から5件に引き上げた。' } }).targets).toMatchObject([{ value: 5 }])
  })

  const targets = (text: string) => readItem({ years: { 令和2年度: text } }).targets.map(({ fiscal_year, value, unit }) => [fiscal_year, value, unit])

  it('may lead to the word', () => {
    expect(targets('・5,500千円を目標とした。')).toEqual([[2020, 5_500_000, '円']])
    expect(targets('・3件を開き、来年は5件の 目標を立てた。')).toEqual([[2020, 5, '件']])
    expect(targets('・3件を開き、目標の5回を催した。')).toEqual([[2020, 5, '回']])
    expect(targets('・3件を開くのを目標とした。')).toEqual([])
  })

  it('of a change from year to year are both', () => {
    expect(targets('・目標は令和3年度の3件から令和4年度の5件になる。')).toEqual([
      [2021, 3, '件'],
      [2022, 5, '件'],
    ])
    expect(targets('・目標は令和3年度の3件から5件になる。')).toEqual([[2021, 5, '件']])
    expect(targets('・目標は3件から令和3年度の5件になる。')).toEqual([[2021, 5, '件']])
    expect(targets('・目標は3件、窓口から5人。')).toEqual([[2020, 3, '件']])
  })

  it('are as many as the word stands with one', () => {
    expect(targets('・目標の3件と目標の5回を果たした。')).toEqual([
      [2020, 3, '件'],
      [2020, 5, '回'],
    ])
    expect(targets('・令和3年度の目標3件、令和4年度の目標5件。')).toEqual([
      [2021, 3, '件'],
      [2022, 5, '件'],
    ])
  })

  it.each(['上回', '下回', '超え', '超過', '不足', '多い', '多く', '引き上げ', '引上げ', '引き下げ', '引下げ', '見直'])(
    'are no number that is %s by so much',
    (word) => {
      expect(targets(`・目標を2件 ${word}った。`)).toEqual([])
      expect(targets(`・目標の3件を2件${word}った。`)).toEqual([[2020, 3, '件']])
    },
  )

  it.each(['達成し', '未達で', '上回り', '見直し', '改め', 'に向け'])('are no number after %s', (word) => {
    expect(targets(`・目標を${word}、5件だった。`)).toEqual([])
  })

  it('may stand in brackets behind 達成', () => {
    expect(targets('・目標達成（5件）を喜んだ。')).toEqual([[2020, 5, '件']])
  })

  it('of people are staff only where the sentence is about staff', () => {
    const measureOf = (text: string) => readItem({ years: { 令和2年度: text } }).targets.map(({ measure }) => measure)
    expect([measureOf('・目標の30人を集めた。'), measureOf('・職員の目標は30人だ。'), measureOf('・職員の目標は3件だ。')]).toEqual([
      ['count'],
      ['staff'],
      ['count'],
    ])
  })

  it('stand in the sentence or entry of the word', () => {
    expect(readItem({ notAchieved: '○令和3年度は目標を立てた ○5件だった。' }).targets).toEqual([])
    expect(readItem({ notAchieved: '○令和3年度は目標を立てた。5件だった。' }).targets).toEqual([])
  })
})
