import { type Mart, nullable, number, text } from './mart.ts'

const maybeYen = { unit: '円', nullable: true } as const
const inItems = { unit: '項目' } as const

/** The mart about plans among each other. */
export const libraryMarts = {
  plan_measures: {
    title: 'プランの主な数字',
    grain: '現行のプラン1件に1行。効果額は合計できない項目を除く',
    columns: {
      items: number('項目の数', inItems),
      effect_years: number('効果額の書かれた年度の数'),
      effect_yen: number('効果額の合計', maybeYen),
      donation_yen: number('うち寄附の受入', maybeYen),
      saving_yen: number('寄附を除く効果額の合計', maybeYen),
      open_items: number('効果額を合計できない項目の数', inItems),
      rated_items: number('総括評価のある項目の数', inItems),
      ratings: text('評価ごとの項目の数', nullable),
      rating_scale: text('文書に書かれた評価の段階 (良い順)', nullable),
      best_items: number('最も良い評価の項目の数', { ...inItems, ...nullable }),
      best_share_percent: number('最も良い評価の割合', { unit: '%', ...nullable }),
      targets: number('実績と比べられる数値目標の数', { unit: '項目・年度' }),
      targets_met: number('達成した数値目標の数', { unit: '項目・年度', ...nullable }),
      met_share_percent: number('達成した数値目標の割合', { unit: '%', ...nullable }),
      compared: number('照合した組の数'),
      differs: number('一致しない組の数'),
      population: number('人口', { unit: '人', ...nullable }),
      saving_yen_per_head: number('人口1人あたりの、寄附を除く効果額', maybeYen),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
