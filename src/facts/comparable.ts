import type { Row } from '../../loaders/tables.ts'
import type { MartRow } from '../../loaders/warehouse/marts/definitions.ts'

/** A current plan of the library with its main numbers. */
export interface LibraryPlan {
  plan: Row<'plans'>
  measures: MartRow<'plan_measures'>
}

/** What plans are compared by. */
export type ComparedMeasure = 'saving_yen' | 'saving_yen_per_head' | 'donation_yen' | 'best_share_percent' | 'met_share_percent'

/** A plan that cannot be compared by a measure, and why not, in Japanese. */
export interface LeftOut {
  plan: Row<'plans'>
  reason: string
}

/** Plans of which a measure means the same, from the most to the least, and what they have in common. */
export interface ComparableGroup {
  common: string
  plans: readonly LibraryPlan[]
}

interface Rule {
  /** why a plan cannot be compared with any other; undefined where it can be with those of the same `common` */
  refuse: (measures: LibraryPlan['measures']) => string | undefined
  /** what two plans must have in common */
  common: (measures: LibraryPlan['measures']) => string
}

const ofEffects: Rule = {
  refuse: ({ saving_yen, open_items }) => {
    if (saving_yen === null) return '効果額の記載なし'
    return open_items > 0 ? `効果額を合計できない項目が${open_items}件ある` : undefined
  },
  common: ({ effect_years }) => `${effect_years}年度分の合計`,
}

/** What must hold of plans that are set side by side: amounts of as many years with nothing left open, ratings on the same scale. */
const rules: Readonly<Record<ComparedMeasure, Rule>> = {
  saving_yen: ofEffects,
  saving_yen_per_head: {
    ...ofEffects,
    refuse: (measures) => ofEffects.refuse(measures) ?? (measures.population === null ? '人口が分からない (data/municipalities.csv にない)' : undefined),
  },
  donation_yen: {
    ...ofEffects,
    refuse: (measures) => ofEffects.refuse(measures) ?? (measures.donation_yen === null ? '寄附の記載なし' : undefined),
  },
  best_share_percent: {
    refuse: ({ rated_items, rating_scale }) => {
      if (rated_items === 0) return '総括評価の記載なし'
      return rating_scale === null ? '評価の段階が文書に書かれていない' : undefined
    },
    common: ({ rating_scale }) => `評価の段階 ${rating_scale}`,
  },
  met_share_percent: {
    refuse: ({ targets }) => (targets === 0 ? '実績と比べられる数値目標がない' : undefined),
    common: () => '実績と比べられる数値目標',
  },
}

/** The plans that a measure can be compared of, by what they have in common, and those that it cannot, each with the reason. */
export function compare(all: readonly LibraryPlan[], measure: ComparedMeasure): { groups: ComparableGroup[]; left: LeftOut[] } {
  const { refuse, common } = rules[measure]
  const left: LeftOut[] = []
  const byCommon = new Map<string, LibraryPlan[]>()
  for (const each of all) {
    const reason = refuse(each.measures)
    const key = common(each.measures)
    if (reason !== undefined) left.push({ plan: each.plan, reason })
    else byCommon.set(key, [...(byCommon.get(key) ?? []), each])
  }
  const groups: ComparableGroup[] = []
  for (const [key, plans] of byCommon) {
    const [only] = plans
    if (plans.length === 1 && only) left.push({ plan: only.plan, reason: `${key}のプランがほかにない` })
    else groups.push({ common: key, plans: plans.sort((a, b) => (b.measures[measure] ?? 0) - (a.measures[measure] ?? 0)) })
  }
  return { groups, left }
}
