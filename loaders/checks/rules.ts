import { assetContracts } from './asset-contracts.ts'
import type { Rule } from './check.ts'
import { collectionTotal } from './collection-total.ts'
import { effectBreakdown } from './effect-breakdown.ts'
import { effectTotal } from './effect-total.ts'
import { effectYearTotal } from './effect-year-total.ts'
import { figureRole } from './figure-role.ts'
import { partPresent } from './part-present.ts'
import { planTotal } from './plan-total.ts'
import { ratingScale } from './rating-scale.ts'
import { reemploymentTotal } from './reemployment-total.ts'
import { referenceCounterpart } from './reference-counterpart.ts'
import { responseRate } from './response-rate.ts'
import { scoreAgreement } from './score-agreement.ts'
import { scoreChange } from './score-change.ts'
import { sectionPresent } from './section-present.ts'
import { sentenceComparison } from './sentence-comparison.ts'
import { staffingAgreement } from './staffing-agreement.ts'
import { trainingBreakdown } from './training-breakdown.ts'

/** Every rule, in the order in which they are run. */
export const rules = [
  effectTotal,
  effectYearTotal,
  effectBreakdown,
  planTotal,
  collectionTotal,
  assetContracts,
  trainingBreakdown,
  reemploymentTotal,
  responseRate,
  scoreChange,
  scoreAgreement,
  staffingAgreement,
  ratingScale,
  figureRole,
  sectionPresent,
  partPresent,
  referenceCounterpart,
  sentenceComparison,
] as const satisfies readonly Rule[]

/** The id of a rule, as `checks.rule` holds it. */
export type RuleId = (typeof rules)[number]['id']

/** The rules by their ids. */
export const rulesById = Object.fromEntries(rules.map((rule): [RuleId, Rule] => [rule.id, rule])) as { readonly [I in RuleId]: Rule }

/** A rule in the words of the office: 効果額の総計 = 各年度の合計. */
export function ruleTitle(id: RuleId): string {
  return rulesById[id].title
}
