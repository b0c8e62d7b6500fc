import type { Row } from '../dictionary/tables.ts'
import { sumOf } from '../records/numerals.ts'
import type { Report } from '../source/report.ts'
import { assetContracts } from './asset-contracts.ts'
import type { CheckInput, Rule } from './check.ts'
import { collectionTotal } from './collection-total.ts'
import { effectBreakdown } from './effect-breakdown.ts'
import { effectTotal } from './effect-total.ts'
import { effectYearTotal } from './effect-year-total.ts'
import { figureRole } from './figure-role.ts'
import { partPresent } from './part-present.ts'
import { ratingScale } from './rating-scale.ts'
import { reemploymentTotal } from './reemployment-total.ts'
import { responseRate } from './response-rate.ts'
import { scoreAgreement } from './score-agreement.ts'
import { scoreChange } from './score-change.ts'
import { sectionPresent } from './section-present.ts'
import { staffingAgreement } from './staffing-agreement.ts'
import { trainingBreakdown } from './training-breakdown.ts'

const rules: readonly Rule[] = [
  effectTotal,
  effectYearTotal,
  effectBreakdown,
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
]

/** Runs every rule; those that differ or miss something are reported too. */
export function runChecks(input: CheckInput, report: Report): Omit<Row<'checks'>, 'plan_id'>[] {
  return rules
    .flatMap((rule) => rule(input))
    .map(({ words, ...finding }, index) => {
      if (finding.outcome === 'differs') report.warn('check-differs', words, finding.message)
      if (finding.outcome === 'missing' && finding.rule !== 'figure-role') report.warn('check-missing', words, finding.message)
      const { published, computed } = finding
      const difference = published === null || computed === null ? null : sumOf([published, -computed])
      return { check_no: index + 1, ...finding, source_line: words?.place.start.line ?? null, difference }
    })
}
