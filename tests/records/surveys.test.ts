import { describe, expect, it } from 'vitest'
import { reviewScores, surveysOf } from '../../loaders/records/surveys.ts'
import { roundTo } from '../../loaders/vocabulary/numerals.ts'
import { readItem } from '../support/documents.ts'

const sample = {
  years: {
    令和2年度: '・職員985人を対象に尋ね、946人から回答（回答率96.0%）。総合点は100点満点中64点。前年度より2ポイント上昇した。',
    令和3年度: '・対象者は200人、回答者は150人。総合点61.5点、前年度から2.5ポイント低下した。',
    令和4年度: '・調べなかった。',
  },
  notAchieved: '○点が伸びない。 【総合点】R2 年度 64 点，R3 年度：61.5 点 【自己成長】R2年度61点，R3年度60点',
}

describe('surveys', () => {
  it('are one row for each year that asked', () => {
    expect(readItem(sample).surveys).toMatchObject([
      { fiscal_year: 2020, surveyed: 985, responded: 946, published_percent: 96, computed_percent: 96, score: 64, growth_score: 61 },
      { fiscal_year: 2021, surveyed: 200, responded: 150, published_percent: null, computed_percent: 75, score: 61.5, growth_score: 60 },
    ])
  })

  it('count people in 名 as in 人', () => {
    expect(readItem({ years: { 令和2年度: '・対象は500名、450名から回答（回答率90％）。' } }).surveys).toMatchObject([{ surveyed: 500, responded: 450 }])
  })

  it('know the change of the score as stated', () => {
    expect(
      readItem(sample)
        .list.flatMap(surveysOf)
        .map(({ scoreChange }) => scoreChange?.value),
    ).toEqual([2, -2.5])
  })

  it('know the words of each number, those of 自己成長 in the review', () => {
    expect(readItem(sample).surveys[0]).toMatchObject({
      surveyed_figure_no: { text: '985' },
      responded_figure_no: { text: '946' },
      published_percent_figure_no: { text: '96.0' },
      score_figure_no: { text: '64' },
      growth_score: 61,
      growth_score_figure_no: { text: '61' },
    })
  })

  it.each([
    ['前年度より2ポイント上昇した', 2],
    ['前年度から1.5ポイント低下した', -1.5],
  ])('have the change that they state, with its figure: %s', (words, change) => {
    const { surveys } = readItem({ years: { 令和2年度: `・3人を対象に尋ね、2人から回答（回答率67%）。総合点は64点で、${words}。` } })
    expect(surveys).toMatchObject([{ stated_change: change, stated_change_figure_no: { text: `${Math.abs(change)}` } }])
  })

  it('round the rate to the decimals printed', () => {
    const rate = (printed: string) => readItem({ years: { 令和2年度: `・3人を対象に尋ね、2人から回答（回答率${printed}%）。` } }).surveys[0]?.computed_percent
    expect([rate('70'), rate('66.7'), rate('66.67')]).toEqual([67, 66.7, 66.67])
  })

  it('round the rate half up', () => {
    expect(roundTo((23 / 40) * 100, 0)).toBe(58)
  })
})

describe('reviewScores', () => {
  it('reads the list under its head', () => {
    const scores = readItem(sample).list.flatMap((item) => reviewScores(item, /総合点/))
    expect(scores.map(({ fiscalYear, score, words }) => [fiscalYear, score.value, words.text])).toEqual([
      [2020, 64, 'R2 年度 64 点'],
      [2021, 61.5, 'R3 年度：61.5 点'],
    ])
  })
})
