import { expect, it } from 'vitest'
import type { Row } from '../../loaders/tables.ts'
import { compare, type LibraryPlan } from '../../src/facts/comparable.ts'

const stated: LibraryPlan['measures'] = {
  plan_id: 'a',
  items: 10,
  effect_years: 3,
  effect_yen: 900,
  donation_yen: null,
  saving_yen: 900,
  open_items: 0,
  rated_items: 8,
  ratings: 'A 4件、B 4件',
  rating_scale: 'A、B',
  best_items: 4,
  best_share_percent: 50,
  targets: 4,
  targets_met: 3,
  met_share_percent: 75,
  compared: 5,
  differs: 0,
  population: 100,
  saving_yen_per_head: 9,
}

/** A plan that differs from the others in what is named. */
const plan = (plan_id: string, measures: Partial<LibraryPlan['measures']> = {}): LibraryPlan => ({
  plan: { plan_id } as Row<'plans'>,
  measures: { ...stated, ...measures },
})
const inShort = ({ groups, left }: ReturnType<typeof compare>) => ({
  groups: groups.map(({ common, plans }) => [common, ...plans.map((each) => each.plan.plan_id)]),
  left: Object.fromEntries(left.map((each) => [each.plan.plan_id, each.reason])),
})

it('ranks sums of as many years, where nothing is left open', () => {
  const all = [
    plan('a'),
    plan('b', { saving_yen: 1000 }),
    plan('short', { effect_years: 2 }),
    plan('open', { open_items: 2 }),
    plan('none', { saving_yen: null }),
  ]
  expect(inShort(compare(all, 'saving_yen'))).toEqual({
    groups: [['3年度分の合計', 'b', 'a']],
    left: { short: '2年度分の合計のプランがほかにない', open: '効果額を合計できない項目が2件ある', none: '効果額の記載なし' },
  })
})

it('wants the population for what is per head', () => {
  const all = [plan('a'), plan('b', { saving_yen_per_head: 12 }), plan('unknown', { population: null, saving_yen_per_head: null })]
  expect(inShort(compare(all, 'saving_yen_per_head'))).toEqual({
    groups: [['3年度分の合計', 'b', 'a']],
    left: { unknown: '人口が分からない (data/municipalities.csv にない)' },
  })
})

it('sets ratings side by side on one scale only', () => {
  const all = [
    plan('a'),
    plan('b', { best_share_percent: 60 }),
    plan('signs', { rating_scale: '◎、○' }),
    plan('unstated', { rating_scale: null }),
    plan('unrated', { rated_items: 0 }),
  ]
  expect(inShort(compare(all, 'best_share_percent'))).toEqual({
    groups: [['評価の段階 A、B', 'b', 'a']],
    left: {
      signs: '評価の段階 ◎、○のプランがほかにない',
      unstated: '評価の段階が文書に書かれていない',
      unrated: '総括評価の記載なし',
    },
  })
})

it('sets targets that were met side by side where there is one to be met', () => {
  const all = [plan('a'), plan('b', { met_share_percent: 100 }), plan('none', { targets: 0, targets_met: null, met_share_percent: null })]
  expect(inShort(compare(all, 'met_share_percent'))).toEqual({
    groups: [['実績と比べられる数値目標', 'b', 'a']],
    left: { none: '実績と比べられる数値目標がない' },
  })
})

it('sets donations side by side where both documents state some', () => {
  const all = [plan('a', { donation_yen: 100 }), plan('b', { donation_yen: 300 }), plan('none')]
  expect(inShort(compare(all, 'donation_yen'))).toEqual({ groups: [['3年度分の合計', 'b', 'a']], left: { none: '寄附の記載なし' } })
})
