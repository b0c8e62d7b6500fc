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

/** Numbers compared in all checks of a plan: two hundred thousand, more than any document of a bounded size compares each with a few others. */
const mostOperands = 200_000

function findAll(context: Context): { rule: RuleId; finding: Finding }[] {
  const found: { rule: RuleId; finding: Finding }[] = []
  let operands = 0
  for (const rule of rules) {
    for (const finding of rule.find(context)) {
      operands += finding.operands.published.length + finding.operands.computed.length
      if (operands > mostOperands) {
        context.report.error('too-many-comparisons', finding.words, `突き合わせる数字が${mostOperands}個を超える。取組実績一覧の文書ではない`)
        return found
      }
      found.push({ rule: rule.id, finding })
    }
  }
  return found
}

/** Runs every rule, once for a plan; what differs or is missing is reported too. */
export const runChecks = cached((context: Context): NumberedFinding[] => {
  const found = findAll(context)
  for (const { rule, finding } of found) {
    if (finding.outcome === 'differs') context.report.warn('check-differs', finding.words, finding.message)
    if (finding.outcome === 'missing' && rule !== 'figure-role') context.report.warn('check-missing', finding.words, finding.message)
  }
  return found.map(({ rule, finding }, index) => ({ check_no: index + 1, rule, finding }))
})
