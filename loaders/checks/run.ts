import { cached } from '../document/cached.ts'
import type { Context } from '../records/reading.ts'
import type { Finding } from './check.ts'
import { type RuleId, rules } from './rules.ts'

/** A finding with its number and the rule that gave it. */
export interface NumberedFinding {
  check_no: number
  rule: RuleId
  finding: Finding
  /** of what is missing: the number of the check that explains it, itself or that of its item's missing page; else null */
  cause_no: number | null
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
  return withCauses(found.map(({ rule, finding }, index) => ({ check_no: index + 1, rule, finding })))
})

/** Findings with their causes: where an item's page is missing, so are its parts. */
function withCauses(found: readonly Omit<NumberedFinding, 'cause_no'>[]): NumberedFinding[] {
  const missing = found.filter(({ rule, finding }) => rule === 'section-present' && finding.outcome === 'missing')
  const pageOf = new Map(missing.map(({ check_no, finding }) => [finding.item_no, check_no]))
  return found.map((one) => {
    const { check_no, finding } = one
    if (finding.outcome !== 'missing') return { ...one, cause_no: null }
    return { ...one, cause_no: (finding.part === undefined ? undefined : pageOf.get(finding.item_no)) ?? check_no }
  })
}
