import { grouped } from '../../loaders/document/grouped.ts'
import type { TableRows } from '../../loaders/tables.ts'
import type { Problem } from './case.ts'
import { amountAt, figuresByPlan, isUnknownAmount } from './figure-number-laws.ts'

type Check = TableRows['checks'][number]
type Operand = TableRows['checkOperands'][number]
type Figure = TableRows['figures'][number]

/**
 * What a check compares is what its operands give: the printed ones added up, the others by the check's formula; and each
 * operand is what its number states, but for a printed difference of 0 that a sentence says without a number.
 */
export function operandProblems({ rows }: { rows: TableRows }): Problem[] {
  const figuresOf = figuresByPlan(rows)
  const operandsOf = grouped(rows.checkOperands, ({ plan_id, check_no }) => `${plan_id} ${check_no}`)
  return rows.checks.flatMap((check) => {
    const operands = operandsOf.get(`${check.plan_id} ${check.check_no}`) ?? []
    const problem = problemOf(check, operands, figuresOf.get(check.plan_id) ?? [], rows)
    return problem === undefined ? [] : [{ law: 'operands', sign: check.rule, detail: `${problem}: ${JSON.stringify([check, operands])}` }]
  })
}

function problemOf(check: Check, operands: readonly Operand[], figures: readonly Figure[], { sourceLines }: TableRows): string | undefined {
  const side = (name: string) => operands.filter((operand) => operand.side === name).map(({ value }) => value)
  const [published, computed] = [side('published'), side('computed')]
  if (operands.some(({ operand_no }, index) => operand_no !== index + 1)) return 'operands out of order'
  if (!isSame(check.published, published.length === 0 ? null : sum(published))) return 'published is not the sum of its operands'
  const [printed] = operands.map(({ figure_no }) => figures[(figure_no ?? 0) - 1])
  const line = sourceLines.find(({ plan_id, line_no }) => plan_id === check.plan_id && line_no === printed?.source_line)
  const places = decimals(line?.text.slice((printed?.source_column ?? 1) - 1) ?? '')
  if (!isSame(check.computed, resultOf(check.formula, computed, places))) return 'computed is not what its operands give'
  return operands.map((operand) => operandProblem(operand, figures)).find((problem) => problem !== undefined)
}

function resultOf(formula: string | null, values: readonly number[], places: number): number | null {
  const [first = Number.NaN, second = Number.NaN] = values
  if (formula === null) return values.length === 0 ? null : Number.NaN
  if (formula === 'sum') return sum(values)
  if (formula === 'difference') return values.length === 2 ? first - second : Number.NaN
  if (formula !== 'percent' || values.length !== 2) return Number.NaN
  return Math.round(Number(((first / second) * 100 * 10 ** places).toPrecision(15))) / 10 ** places
}

function operandProblem({ side, value, figure_no }: Operand, figures: readonly Figure[]): string | undefined {
  if (figure_no === null) return side === 'published' && value === 0 ? undefined : 'an operand without a number'
  const figure = figures[figure_no - 1]
  const stated = figure ? [figure.value, figure.value_scaled, amountAt(figures, figure)] : []
  const isUnknown = figure !== undefined && isUnknownAmount(figure, Math.abs(value))
  return isUnknown || stated.some((other) => isSame(Math.abs(value), other ?? null)) ? undefined : `no. ${figure_no} does not state ${value}`
}

function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < 1e-6
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Decimals of the number that a text begins with, markup inside it left out. */
function decimals(text: string): number {
  return /^[\d,]+\.(\d+)/.exec(text.replace(/<[^<>]*>/g, '').normalize('NFKC'))?.[1]?.length ?? 0
}
