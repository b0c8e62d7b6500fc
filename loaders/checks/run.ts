import { cached } from '../document/cached.ts'
import type { Context } from '../records/reading.ts'
import type { Finding } from './check.ts'
import { type RuleId, rules } from './rules.ts'

/** A finding with its number and the rule that gave it. */
export interface NumberedFinding {
  check_no: number
  rule: RuleId
  finding: Finding
}

/** Runs every rule, once for a plan; what differs or is missing is reported too. */
export const runChecks = cached((context: Context): NumberedFinding[] => {
  const found = rules.flatMap((rule) => rule.find(context).map((finding) => ({ rule: rule.id, finding })))
  for (const { rule, finding } of found) {
    if (finding.outcome === 'differs') context.report.warn('check-differs', finding.words, finding.message)
    if (finding.outcome === 'missing' && rule !== 'figure-role') context.report.warn('check-missing', finding.words, finding.message)
  }
  return found.map(({ rule, finding }, index) => ({ check_no: index + 1, rule, finding }))
})
