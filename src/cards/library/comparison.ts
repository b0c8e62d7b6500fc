import { planHref } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { type ComparableGroup, type ComparedMeasure, compare, type LeftOut, type LibraryPlan } from '../../facts/comparable.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { planName } from './chooser.ts'

interface Compared {
  id: string
  measure: ComparedMeasure
  name: string
  unit: string
  /** the page of a plan where the number stands */
  path: string
  /** what to bear in mind when plans are set side by side */
  caution: string
  /** the counts behind a share */
  counts?: (measures: LibraryPlan['measures']) => string
}

const ofEffects = '多いことが良いとは限らない。効果の測り方は文書ごとに違うので、大きさの目安である。'
const ofShares = '高いことが良いとは限らない。評価や目標の立て方は文書ごとに違うので、目安である。'

const compared: readonly Compared[] = [
  { id: 'compare-effects', measure: 'saving_yen', name: '寄附を除く効果額の合計', unit: '円', path: '/effects', caution: ofEffects },
  {
    id: 'compare-effects-per-head',
    measure: 'saving_yen_per_head',
    name: '人口1人あたりの、寄附を除く効果額',
    unit: '円',
    path: '/effects',
    caution: ofEffects,
  },
  { id: 'compare-donations', measure: 'donation_yen', name: '寄附の受入額', unit: '円', path: '/effects', caution: ofEffects },
  {
    id: 'compare-ratings',
    measure: 'best_share_percent',
    name: '最も良い評価の項目の割合',
    unit: '%',
    path: '/ratings',
    caution: ofShares,
    counts: ({ best_items, rated_items }) => `${rated_items}項目のうち${best_items}項目`,
  },
  {
    id: 'compare-targets',
    measure: 'met_share_percent',
    name: '達成した数値目標の割合',
    unit: '%',
    path: '/ratings',
    caution: ofShares,
    counts: ({ targets, targets_met }) => `${targets}項目・年度のうち${targets_met}項目・年度`,
  },
]

/** A card for each measure that plans are compared by; what cannot be compared is said with its reason. */
export function comparisonCards(page: PageContext): Card[] {
  return compared.map((each) => comparisonCard(page, each))
}

function comparisonCard(page: PageContext, each: Compared): Card {
  const { id, measure, name, unit, caution, counts } = each
  const { groups, left } = compare(page.warehouse.library, measure)
  return {
    id,
    finding: groups.length === 0 ? `${name}: 比べられるプランがない` : `${name}を比べる`,
    scope: `単位は${unit}。同じ意味になるものだけを、大きい順に並べる。${caution}`,
    ...(groups.length > 0 && {
      table: {
        head: ['プラン', '比べる条件', `${name} (${unit})`, ...(counts ? ['もとの数'] : []), '大きさ'],
        rows: groups.flatMap((group) => group.plans.map((plan) => ComparedRow(page, group, plan, each))),
        topics: groups.flatMap((group) => group.plans.map(({ plan }) => ({ planId: plan.plan_id }))),
      },
    }),
    note: left.length > 0 ? LeftOutList(left) : undefined,
    source: '各プランの文書',
  }
}

function ComparedRow(page: PageContext, { common, plans }: ComparableGroup, { plan, measures }: LibraryPlan, { measure, path, counts }: Compared) {
  const value = measures[measure]
  const most = Math.max(...plans.map((each) => Math.abs(each.measures[measure] ?? 0)))
  const share = most === 0 ? 0 : Math.round((100 * Math.abs(value ?? 0)) / most)
  return [
    { value: planName(plan), shown: html`<a href="${planHref(page, plan, '/index')}">${planName(plan)}</a>` },
    common,
    {
      value,
      shown: html`<a href="${planHref(page, plan, path)}">${formatNumber(value ?? 0, counts ? 1 : 0)}</a>`,
    },
    ...(counts ? [counts(measures)] : []),
    { value: '', shown: html`<span class="library-bar" style="width: ${share}%"></span>` },
  ]
}

/** The plans that are in no list, by the reason. */
function LeftOutList(left: readonly LeftOut[]): Html {
  const reasons = [...new Set(left.map(({ reason }) => reason))]
  const named = (reason: string) =>
    left
      .filter((each) => each.reason === reason)
      .map(({ plan }) => planName(plan))
      .join('、')
  return html`比べられないもの: ${reasons.map((reason, index) => html`${index > 0 && '。'}${named(reason)} (${reason})`)}。`
}
