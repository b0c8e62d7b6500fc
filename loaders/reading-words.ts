import { pointInWords } from './document/messages.ts'
import { visible } from './document/visible.ts'
import type { Words } from './document/words.ts'
import { amountsInWords, countRead } from './ledger/read-counts.ts'
import type { Ingestion, PlanCoverage } from './read-plans.ts'
import type { Row, TableRows } from './tables.ts'

/** Open amounts that are listed with their places, and plans that are listed by their ids. */
const mostListed = 20

/** Which of several plans are current editions, and which are earlier ones, a line each; nothing of a single plan. */
export function editionsInWords({ plans }: TableRows): string {
  if (plans.length < 2) return ''
  const [current, earlier] = [true, false].map((isWanted) => plans.filter(({ is_current }) => is_current === isWanted))
  return `現行の版: ${namesOf(current)}\n${earlier?.length ? `前の版 (all_editions にある): ${namesOf(earlier)}\n` : ''}`
}

/** The ids of plans, the first of them where there are many. */
function namesOf(plans: TableRows['plans'] = []): string {
  const names = plans.slice(0, mostListed).map(({ plan_id }) => visible(plan_id))
  return `${names.join('、')}${plans.length > mostListed ? `、ほかに${plans.length - mostListed}件` : ''}`
}

function ofPlan<T extends { plan_id: string }>({ planId }: PlanCoverage, rows: readonly T[]): readonly T[] {
  return rows.filter(({ plan_id }) => plan_id === planId)
}

/** How much of each document that was read was understood, in the words of {@link coverageInWords}. */
export function coveragesInWords({ coverages, rows }: Ingestion): string[] {
  return coverages.map((coverage) => coverageInWords(coverage, rows))
}

/**
 * How much of a plan's document was understood: the shares of letters and numbers, what became of its amounts and digits, and
 * where the open ones stand. Open amounts count as unread in both shares.
 */
export function coverageInWords(plan: PlanCoverage, rows: TableRows): string {
  const { planId, path, coverage, openAmounts } = plan
  const { letters, readLetters } = coverage
  const counts = countRead(ofPlan(plan, rows.figures))
  const text = `文の${share(readLetters, letters)} (${letters}字中${readLetters}字)`
  const numbers = `数字の${share(counts.read, counts.numbers)} (${counts.numbers}個中${counts.read}個)`
  return `${visible(planId)}: ${text}、${numbers} を読み取った。${amountsInWords(counts)}\n${ofPlan(plan, rows.digitBalance).map(balanceInWords).join('')}${listOpen(path, openAmounts)}`
}

/** The digits of the file and what became of them. */
function balanceInWords(balance: Row<'digitBalance'>): string {
  const { digits, digits_landed, digits_explained, digits_unread, digits_outside, is_balanced } = balance
  const sum = `表に入った${digits_landed}字 + 理由のある${digits_explained}字 + 読めない${digits_unread}字 + 本文の外の${digits_outside}字`
  return `ファイルの数字${digits}字 ${is_balanced ? '=' : '≠'} ${sum}\n`
}

/** A share in percent, cut off so that 100.0% is all of it. */
function share(part: number, whole: number): string {
  return `${whole === 0 ? '100.0' : (Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`
}

/** The places of open amounts, a line each, the first of them where there are many. */
function listOpen(path: string, amounts: readonly Words[]): string {
  const lines = amounts.slice(0, mostListed).map((words) => `${visible(path)}:${pointInWords(words)}: 読めていない金額: ${visible(words.text)}`)
  const others = amounts.length > mostListed ? [`読めていない金額はほかに${amounts.length - mostListed}件`] : []
  return [...lines, ...others].map((line) => `${line}\n`).join('')
}
