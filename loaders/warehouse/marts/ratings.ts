import { ratingKinds } from '../../vocabulary/ratings.ts'
import { count, difference, ofRows, own, percent, sum } from '../formula.ts'
import { flag, inFiscalYear, itemNo, key, keys, type Mart, maybeInFiscalYear, nullable, number, place, text } from './mart.ts'

const ofItem = '{item_no}'
const ofYear = '{fiscal_year}'
const ofKind = '{kind}'
const maybeYen = { unit: '円', nullable: true } as const

/** What a numeric target is about, in the words of the pages. */
export const targetMeasureNames = { effect_yen: '効果額', staff: '職員数', count: '件数など', percent: '割合' } as const
/** What a fact is set against: a target of the text, or a planned head count. */
export const targetKindNames = { target: '目標', plan: '計画' } as const

/** What came of a target, in the words of the pages; head counts are only more or fewer than planned. */
export const targetResultNames = {
  met: '達成',
  missed: '未達',
  more: '計画より多い',
  fewer: '計画より少ない',
  as_planned: '計画どおり',
  ahead: 'プラン期間より後',
  unmatched: '比べる実績の記載なし',
  unstated: '目標の記載なし',
} as const

const ratedItems = ofRows('items.rating', 'item_keys', ofItem)

/** How many items have something behind them, with the keys of those items; `operand` is what each of them has. */
function itemsWith(words: string, title: string, operand: 'figures' | 'effect_yen' | 'compared', listed: string) {
  const formula = count(`${words}項目を数える (総括評価: {rating})`, ofRows(`rating_support.${operand}`, listed, ofItem))
  return number(title, { unit: '項目', formula })
}

/** The marts about ratings, what stands behind them, and targets. */
export const ratingMarts = {
  rating_counts: {
    title: '評価ごとの項目の数',
    grain: 'プラン・評価に1行。だれにも付かなかった文書の評価段階も、項目の数0で。順位1が最も良い評価',
    columns: {
      rating: text('評価'),
      kind: text('評価の種類', { labels: ratingKinds }),
      on_scale: flag('文書の評価段階にある'),
      explained: flag('段階の意味が文書に書かれている', nullable),
      items: number('項目の数', { unit: '件', formula: count('総括評価が{rating}の項目を数える', ratedItems) }),
      item_keys: keys('数えた項目'),
      rank: number('良い順の順位'),
      rated_items: number('評価のある項目の数', {
        unit: '件',
        formula: sum('評価ごとの項目の数の合計', ofRows('rating_counts.items', 'rating_keys', '{rating}')),
      }),
      share_percent: number('割合', {
        unit: '%',
        formula: percent('評価の項目数 ÷ 評価のある項目の数 × 100', own('items', '{rating}'), own('rated_items', '評価のある項目')),
      }),
      rating_keys: keys('評価の行'),
    },
  },
  department_items: {
    title: '記入担当課ごとの項目の数',
    grain: '評価のある項目の記入担当課に1行',
    columns: {
      department_no: number('課の順番'),
      lead_department: text('記入担当課'),
      items: number('項目の数', { unit: '件', formula: count('{lead_department}が記入した項目を数える', ratedItems) }),
      only_rating: text('すべての項目に付いた評価', nullable),
      item_keys: keys('数えた項目'),
    },
  },
  department_ratings: {
    title: '記入担当課・評価ごとの項目の数',
    grain: '記入担当課・評価に1行',
    columns: {
      department_no: number('課の順番'),
      lead_department: text('記入担当課'),
      rating: text('評価'),
      items: number('項目の数', { unit: '件', formula: count('{lead_department}が記入し、評価が{rating}の項目を数える', ratedItems) }),
      item_keys: keys('数えた項目'),
    },
  },
  item_figures: {
    title: '項目が報告する数字',
    grain: '項目の実績、振り返り (達成できたこと、できなかったこと)、効果に書かれた、何かを測る数字1つに1行',
    columns: {
      figure_no: number('数字番号'),
      item_no: itemNo,
      ...maybeInFiscalYear,
      value: number('値', nullable),
      unit: text('単位', nullable),
      label: text('名前', nullable),
      role: text('役割', nullable),
      ...place,
      part: text('書かれた部分'),
    },
  },
  item_targets: {
    title: '数値目標・計画と実績',
    grain:
      '項目・年度の数値目標か、基準日の計画人数1つに1行、その実績とともに。結果は reached 目標以上、below 目標未満、ahead プランより後の年度、unmatched 比べる実績がない。実績の数字がなくても、文が達成・未達を書いていれば reached、below',
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      kind: text('目標か計画か', { labels: targetKindNames }),
      measure: text('指標', { labels: targetMeasureNames }),
      row_no: number('順番'),
      target: number('目標・計画', {
        formula: sum('{kind}', ofRows('targets.value', 'target_key', '目標'), ofRows('staffing_gaps.planned', 'plan_key', '計画')),
      }),
      unit: text('単位'),
      stated_result: text('文に書かれた結果', { ...nullable, labels: { met: '達成', missed: '未達' } }),
      actual: number('実績', {
        ...nullable,
        formula: sum('実績', ofRows('effect_item_years.amount_yen', 'effect_key', '実績'), ofRows('staffing.actual', 'staffing_key', '実績')),
      }),
      ...place,
      target_key: key('目標の行', nullable),
      plan_key: key('計画の行', nullable),
      effect_key: key('効果額の行', nullable),
      staffing_key: key('職員数の行', nullable),
      gap: number('差', { ...nullable, formula: difference('実績 − {kind}', own('actual', '実績'), own('target', ofKind)) }),
      percent: number('割合', {
        unit: '%',
        ...nullable,
        formula: percent('実績 ÷ {kind} × 100', own('actual', '実績'), own('target', ofKind)),
      }),
      outcome: text('目標との大小'),
      result: text('結果', { labels: targetResultNames }),
    },
  },
  target_years: {
    title: '項目・年度ごとの目標の結果',
    grain:
      '目標・計画と比べる結果のある項目・年度に1行。金額の目標のある項目では、効果額はあるが目標の記載がない年度 (unstated) にも1行。1つの年度に目標が2つ以上あれば、結果は missed、met、職員数の順に決まる',
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      result: text('結果', { labels: targetResultNames }),
      target: number('目標・計画', { ...nullable, formula: sum('目標', ofRows('item_targets.target', 'target_key', '目標')) }),
      unit: text('単位', nullable),
      actual_yen: number('目標の記載がない年度の効果額', {
        ...maybeYen,
        formula: sum('実績', ofRows('effect_item_years.amount_yen', 'effect_key', '実績')),
      }),
      target_key: key('結果を決めた目標', nullable),
      effect_key: key('効果額の行', nullable),
    },
  },
  target_results: {
    title: '目標の結果ごとの数',
    grain: 'プラン・目標の結果に1行',
    columns: {
      result: text('結果', { labels: targetResultNames }),
      years: number('項目・年度の数', {
        unit: '項目・年度',
        formula: count('目標と比べた結果が「{result}」の項目・年度を数える', ofRows('target_years.target', 'year_keys', '{item_no}、{fiscal_year}')),
      }),
      year_keys: keys('数えた項目・年度'),
    },
  },
  lowest_rated_items: {
    title: '最も低い評価の項目',
    grain:
      '付いた評価のうち最も低いものの項目に1行、振り返りの達成できなかったこととともに。ほかの評価がなく評価段階も書かれていないか、評価の順がわからなければ行はない',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      rating: text('評価'),
      not_achieved: number('達成できなかったことの数'),
      review_keys: keys('達成できなかったこと', nullable),
    },
  },
  rating_support: {
    title: '評価の裏づけ',
    grain: '項目に1行、その評価の裏にあるものを数える。評価は文書に記載されたもの',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      lead_department: text('記入担当課', nullable),
      rating: text('評価', nullable),
      next_plan: flag('次期プランへ', nullable),
      figures: number('数字の数', {
        unit: '個',
        formula: count(
          '実績、振り返り、効果に書かれた金額・数・割合・点・面積を数える (年度、日付、番号は除く)',
          ofRows('figures.value', 'figure_keys', '{figure_no}'),
        ),
      }),
      figure_keys: keys('数えた数字', nullable),
      effect_yen: number('効果額', {
        ...maybeYen,
        formula: sum('各年度の効果額の合計 (うちの行は内数を含む額に入っているので足さない)', ofRows('effect_item_years.amount_yen', 'year_keys', ofYear)),
      }),
      year_keys: keys('足した年度', nullable),
      targets: number('目標の数'),
      reached: number('目標以上の数'),
      below: number('目標未満の数'),
      compared: number('実績と比べられる目標の数', {
        unit: '件',
        formula: count('実績の数字か達成・未達の記載と比べられる目標を数える', ofRows('item_targets.target', 'compared_keys', ofYear)),
      }),
      compared_keys: keys('比べられる目標', nullable),
      achieved: number('達成できたことの数'),
      not_achieved: number('達成できなかったことの数'),
      next: number('課題の数'),
      differs: number('相違の数'),
      missing: number('欠落の数'),
      missing_causes: number('欠落の原因の数'),
    },
  },
  support_by_rating: {
    title: '評価ごとの裏づけ',
    grain: 'プラン・評価に1行。all はすべての項目',
    columns: {
      rating: text('評価', { labels: { all: 'すべて' } }),
      items: number('項目の数'),
      with_figures: itemsWith('実績、振り返り、効果に数字が書かれている', '数字のある項目', 'figures', 'with_figures_keys'),
      with_figures_keys: keys('数字のある項目', nullable),
      without_figures: itemsWith('実績、振り返り、効果に数字が書かれていない', '数字のない項目', 'figures', 'without_figures_keys'),
      without_figures_keys: keys('数字のない項目', nullable),
      with_effects: itemsWith('効果額のある', '効果額のある項目', 'effect_yen', 'with_effects_keys'),
      with_effects_keys: keys('効果額のある項目', nullable),
      with_compared: itemsWith('目標と実績を比べられる', '目標と比べられる項目', 'compared', 'with_compared_keys'),
      with_compared_keys: keys('目標と比べられる項目', nullable),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
