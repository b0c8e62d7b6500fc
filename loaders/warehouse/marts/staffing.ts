import { changePercent, difference, type Formula, ofRows, own, percent, remainder, sum } from '../formula.ts'
import { day, figureNo, inFiscalYear, itemNo, key, keys, type Mart, nullable, number, place, text } from './mart.ts'

const persons = { unit: '人' } as const
const maybePersons = { unit: '人', nullable: true } as const
const maybePoints = { unit: '点', nullable: true } as const
const maybePercent = { unit: '%', nullable: true } as const
const ofYear = '{fiscal_year}'
const kind = text('種類', { labels: { in_house: '庁内研修', external: '派遣研修' } })

/** The change of a column on the year before, whose row `before_key` names in a table or mart. */
const changeOf = (relation: string, column: string) => difference('当年度 − 前年度', own(column, ofYear), ofRows(`${relation}.${column}`, 'before_key', ofYear))
const changePercentOf = (relation: string, column: string) => changePercent(ofRows(`${relation}.${column}`, 'before_key', ofYear), own(column, ofYear))

const responseRate: Formula = {
  kind: 'percent',
  words: '回答者 ÷ 対象者 × 100、公表値の桁に丸める',
  operands: [own('responded', '回答者'), own('surveyed', '対象者')],
  places: 1,
  placesOf: 'published_percent',
}

/** What each way of taking part in a training is called. */
export const modeNames = { online: '動画・配信', partly_online: '動画・配信を含む' } as const

/** The marts about staff: head counts, rehired staff, surveys and trainings. */
export const staffingMarts = {
  staffing_gaps: {
    title: '職員数の計画と実績',
    grain: '項目・基準日に1行。差は実績から計画を引いたもので、負なら計画より少ない',
    columns: {
      item_no: itemNo,
      as_of: day('基準日'),
      ...inFiscalYear,
      planned: number('計画', {
        ...maybePersons,
        formula: remainder('実績 − 書かれた差', own('actual', '実績'), own('stated_gap', '書かれた差')),
      }),
      planned_figure_no: figureNo('計画'),
      actual: number('実績', maybePersons),
      actual_figure_no: figureNo('実績'),
      stated_gap: number('書かれた差', maybePersons),
      stated_gap_figure_no: figureNo('書かれた差'),
      gap: number('差', { ...maybePersons, formula: difference('実績 − 計画', own('actual', '実績'), own('planned', '計画')) }),
      change: number('実績の前年差', { ...maybePersons, formula: changeOf('staffing', 'actual') }),
      before_key: key('前の基準日の行', nullable),
      ...place,
      scope: text('職員の範囲', nullable),
      previous_scope: text('前の基準日の職員の範囲', nullable),
    },
  },
  staffing_targets: {
    title: '職員数の目標と実績',
    grain: '職員数の目標1つに1行、その前に書かれた最も新しい職員数とともに',
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      target: number('目標', { ...persons, formula: sum('目標', ofRows('targets.value', 'target_key', '目標')) }),
      target_key: key('目標の行'),
      as_of: day('実績の基準日'),
      actual: number('実績', { ...persons, formula: sum('実績', ofRows('staffing.actual', 'staffing_key', '実績')) }),
      staffing_key: key('実績の行'),
      needed: number('目標まで', {
        ...persons,
        formula: difference('目標 − 実績', own('target', '目標 {fiscal_year}'), own('actual', '実績 {as_of}')),
      }),
      source_line: number('行'),
    },
  },
  reemployment_years: {
    title: '再任用職員と再任用率',
    grain: '再任用職員を数えた項目・年度に1行',
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      total: number('再任用職員', maybePersons),
      full_time: number('フルタイム', maybePersons),
      short_time: number('短時間', maybePersons),
      retirees: number('前年度の定年退職者', maybePersons),
      rehired: number('再任用された人', maybePersons),
      rehired_full_time: number('同フルタイム', maybePersons),
      rehired_short_time: number('同短時間', maybePersons),
      ...place,
      total_figure_no: figureNo('再任用職員'),
      full_time_figure_no: figureNo('フルタイム'),
      short_time_figure_no: figureNo('短時間'),
      retirees_figure_no: figureNo('前年度の定年退職者'),
      rehired_figure_no: figureNo('再任用された人'),
      rehired_full_time_figure_no: figureNo('同フルタイム'),
      rehired_short_time_figure_no: figureNo('同短時間'),
      rehired_percent: number('再任用率', {
        ...maybePercent,
        formula: percent('再任用された人 ÷ 前年度の定年退職者 × 100', own('rehired', '再任用された人'), own('retirees', '前年度の定年退職者')),
      }),
      change: number('前年度差', { ...maybePersons, formula: changeOf('reemployment', 'total') }),
      change_percent: number('増減率', { ...maybePercent, formula: changePercentOf('reemployment', 'total') }),
      before_key: key('前年度の行', nullable),
    },
  },
  survey_years: {
    title: '職員意識調査の点と回答率',
    grain: '項目・年度の職員意識調査に1行',
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      surveyed: number('対象者', maybePersons),
      responded: number('回答者', maybePersons),
      published_percent: number('公表の回答率', maybePercent),
      computed_percent: number('再計算した回答率', { ...maybePercent, formula: responseRate }),
      score: number('総合点', maybePoints),
      growth_score: number('自己成長の点', maybePoints),
      ...place,
      surveyed_figure_no: figureNo('対象者'),
      responded_figure_no: figureNo('回答者'),
      published_percent_figure_no: figureNo('公表の回答率'),
      score_figure_no: figureNo('総合点'),
      growth_score_figure_no: figureNo('自己成長の点'),
      response_points: number('回答率の差', {
        unit: 'ポイント',
        ...nullable,
        formula: difference('公表の回答率 − 再計算した回答率', own('published_percent', '公表値'), own('computed_percent', '再計算値')),
      }),
      score_change: number('総合点の前年度差', { ...maybePoints, formula: changeOf('surveys', 'score') }),
      growth_change: number('自己成長の前年度差', { ...maybePoints, formula: changeOf('surveys', 'growth_score') }),
      before_key: key('前年度の行', nullable),
    },
  },
  training_courses: {
    title: '研修・派遣先ごとの受講者',
    grain: '研修か派遣先・年度に1行。年度の中の各回は合わせ、名前の空白は区別しない。派遣先の内訳は入らない',
    columns: {
      item_no: itemNo,
      kind,
      course_key: text('研修'),
      ...inFiscalYear,
      participants: number('受講者', {
        ...maybePersons,
        formula: sum('各回の受講者の合計', ofRows('trainings.participants', 'session_keys', '{session}')),
      }),
      session_keys: keys('各回の行', nullable),
      source_line: number('行'),
      rank: number('受講者の順位'),
      mode: text('受け方', { labels: modeNames, ...nullable }),
    },
  },
  training_years: {
    title: '種類・年度ごとの受講者',
    grain: '項目・研修の種類・年度に1行。受講者は延べ人数',
    columns: {
      item_no: itemNo,
      kind,
      ...inFiscalYear,
      participants: number('受講者 (延べ)', {
        ...maybePersons,
        formula: sum('研修ごとの受講者の合計 (延べ)', ofRows('training_courses.participants', 'course_keys', '{course_key}')),
      }),
      course_keys: keys('研修の行', nullable),
      courses: number('研修の数'),
      largest_key: key('最も多い研修の行', nullable),
      largest_percent: number('最も多い研修の割合', {
        ...maybePercent,
        formula: percent(
          '最も多い研修の受講者 ÷ 全研修の受講者 × 100',
          ofRows('training_courses.participants', 'largest_key', '{course_key}'),
          own('participants', '全研修'),
        ),
      }),
      largest_course: text('最も多い研修', nullable),
      change: number('前年度差', { ...maybePersons, formula: changeOf('training_years', 'participants') }),
      change_percent: number('増減率', { ...maybePercent, formula: changePercentOf('training_years', 'participants') }),
      before_key: key('前年度の行', nullable),
      online: number('動画・配信の受講者', {
        ...maybePersons,
        formula: sum('動画・配信の受講者の合計', ofRows('trainings.participants', 'online_keys', '{course}')),
      }),
      online_keys: keys('動画・配信の行', nullable),
      others: number('動画・配信を除く受講者 (延べ)', {
        ...maybePersons,
        formula: sum('動画・配信を除く受講者の合計 (延べ)', ofRows('trainings.participants', 'other_keys', '{course} ({session})')),
      }),
      other_keys: keys('動画・配信を除く行', nullable),
      others_change_percent: number('動画・配信を除く増減率', {
        ...maybePercent,
        formula: changePercentOf('training_years', 'others'),
      }),
      previous_online: number('前年度の動画・配信の受講者', {
        ...maybePersons,
        formula: sum('前年度の動画・配信の受講者', ofRows('training_years.online', 'before_key', ofYear)),
      }),
    },
  },
  training_parts: {
    title: '派遣先の内訳',
    grain: '派遣先の内訳1つに1行',
    columns: {
      item_no: itemNo,
      kind,
      whole: text('内数を含む派遣先'),
      course: text('内訳の研修'),
      ...inFiscalYear,
      training_no: number('研修番号'),
      participants: number('受講者', maybePersons),
      participants_figure_no: figureNo('受講者'),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
