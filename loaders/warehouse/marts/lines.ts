import { ofRows, sum } from '../formula.ts'
import { itemNo, key, keys, type Mart, maybeInFiscalYear, nullable, number, text } from './mart.ts'

const title = text('項目名', nullable)
const lineage = text('系統')

/** What is stated of an item in several plans, in the words of the pages. */
export const lineMeasureNames = {
  effect_yen: '効果額',
  effect_target_yen: '効果額の目標',
  staff_planned: '職員数の計画',
  staff_actual: '職員数の実績',
  rating: '評価',
} as const

/** Why effects of an item are not added up over plans, in the words of the pages. */
export const hindranceNames = {
  open: '効果額を合計できないプランがある',
  overlap: '同じ年度の効果額を2つのプランが書いている',
  names: '年度によって効果の内容が違う',
} as const

/** A value of a line is that of the row of its plan that states or computes it. */
const valueOfPlan = sum(
  '{measure}の値',
  ofRows('effect_item_years.amount_yen', 'effect_key', '{fiscal_year}'),
  ofRows('targets.value', 'target_key', '{fiscal_year}'),
  ofRows('staffing_gaps.planned', 'planned_key', '{as_of}'),
  ofRows('staffing_gaps.actual', 'actual_key', '{as_of}'),
)

/** The marts about items that go on from plan to plan. Their rows are of several plans, so their keys have the plan too. */
export const lineMarts = {
  item_lines: {
    title: '前後のプランの同じ項目',
    grain: 'プランの項目・前か後か・そのプランの同じ項目 (items.lineage) に1行。なければ項目なしの1行。ほかの現行のプランと同じ項目のあるプランだけ',
    isAcrossPlans: true,
    columns: {
      item_no: itemNo,
      title,
      lineage,
      side: text('前か後か', { labels: { before: '前のプラン', after: '次のプラン' } }),
      other_plan_id: text('前後のプランのプランID'),
      other_item_no: number('前後のプランの項目番号', nullable),
      other_title: text('前後のプランの項目名', nullable),
      items_here: number('このプランの同じ項目の数'),
      items_there: number('前後のプランの同じ項目の数'),
    },
  },
  line_years: {
    title: 'プランをまたぐ項目の年度ごとの値',
    grain: 'いくつかの現行のプランにある項目 (items.lineage) の、プラン・項目・年度・指標の値に1行。プラン全体の評価は年度が NULL',
    isAcrossPlans: true,
    columns: {
      item_no: itemNo,
      title,
      lineage,
      ...maybeInFiscalYear,
      measure: text('指標', { labels: lineMeasureNames }),
      row_no: number('年度の中の順番'),
      value: number('値', { ...nullable, formula: valueOfPlan }),
      unit: text('単位', nullable),
      words: text('評価、効果の名前、職員の範囲', nullable),
      source_line: number('行'),
      source_page: number('ページ', nullable),
      source_cell: text('セル', nullable),
      effect_key: key('効果額の行', nullable),
      target_key: key('目標の行', nullable),
      planned_key: key('計画の職員数の行', nullable),
      actual_key: key('実績の職員数の行', nullable),
    },
  },
  line_totals: {
    title: 'プランをまたぐ項目の効果額の合計',
    grain: '2つ以上の現行のプランが円の効果を書く項目の、プラン・項目に1行。効果額を合計できないプランがある項目も入る',
    isAcrossPlans: true,
    columns: {
      item_no: itemNo,
      title,
      lineage,
      hindrance: text('合計しないわけ', { labels: hindranceNames, ...nullable }),
      total_yen: number('全プランの効果額', {
        unit: '円',
        ...nullable,
        formula: sum('各年度の効果額の合計', ofRows('line_years.value', 'year_keys', '{fiscal_year}')),
      }),
      years: number('効果額のある年度の数'),
      year_keys: keys('足した行'),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
