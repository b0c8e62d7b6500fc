import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import { figureNumbers } from '../ledger/figure-numbers.ts'
import type { Row } from '../tables.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import type { CheckInput, Finding } from './check.ts'
import { rules } from './rules.ts'

/** The rows of the checks of a plan and of the numbers that they compare. */
export interface CheckRows {
  checks: Omit<Row<'checks'>, 'plan_id'>[]
  checkOperands: Omit<Row<'checkOperands'>, 'plan_id'>[]
}

/** Runs every rule; those that differ or miss something are reported too. */
export function runChecks(input: CheckInput, report: Report): CheckRows {
  const numberOf = figureNumbers(input.readings.figures)
  const found = rules
    .flatMap((rule) => rule.find(input).map((finding) => ({ rule: rule.id, finding })))
    .map(({ rule, finding }, index) => ({ check_no: index + 1, rule, finding }))
  for (const { rule, finding } of found) {
    if (finding.outcome === 'differs') report.warn('check-differs', finding.words, finding.message)
    if (finding.outcome === 'missing' && rule !== 'figure-role') report.warn('check-missing', finding.words, finding.message)
  }
  return {
    checks: found.map(({ check_no, rule, finding }) => ({ check_no, rule, ...checkColumns(finding) })),
    checkOperands: found.flatMap(({ check_no, finding }) => operandRows(finding, numberOf).map((row, index) => ({ check_no, operand_no: index + 1, ...row }))),
  }
}

function checkColumns({ words, operands, ...finding }: Finding): Omit<Row<'checks'>, 'plan_id' | 'check_no' | 'rule'> {
  const { published, computed } = finding
  const difference = published === null || computed === null ? null : sumOf([published, -computed])
  return { ...finding, source_line: words?.place.start.line ?? null, difference }
}

function operandRows({ operands }: Finding, numberOf: (words: Words) => number | null): Omit<Row<'checkOperands'>, 'plan_id' | 'check_no' | 'operand_no'>[] {
  return (['published', 'computed'] as const).flatMap((side) =>
    operands[side].map(({ name, value, figure }) => ({ side, name, value, figure_no: figure && numberOf(figure) })),
  )
}
