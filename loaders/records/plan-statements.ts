import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import { namedYears } from '../structure/item.ts'
import { filledCells } from '../structure/rows.ts'
import type { Document } from '../structure/sections.ts'
import { type Measure, measures } from '../vocabulary/amounts.ts'
import { columnRole, isOfWholePlan, moneyName, sumKind, unitOfNote } from '../vocabulary/money-names.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { yearsMark } from '../vocabulary/year-spans.ts'
import { type EffectColumns, effectColumns, openColumns, readByColumns } from './effect-columns.ts'
import type { EffectLine } from './effect-lines.ts'
import { savingsSign, withoutValue } from './savings-sign.ts'

/** Money of the whole plan: of a fiscal year, or null for all its years. */
export interface PlanMoney {
  fiscalYear: number | null
  measure: 'saving' | 'revenue' | 'total'
  basis: 'actual' | 'planned' | 'cumulative'
  label: Words | undefined
  amount: Measure
}

/** A table or a sentence outside items that states money of the whole plan. */
export interface PlanStatement {
  money: PlanMoney[]
  /** whether it says that nothing of the plan is left out */
  isOfWholePlan: boolean
  /** what it was read from */
  words: Words[]
  /** the numbers of the heads above it: the 1 of １　単年度効果額 */
  headNumbers: Words[]
  /** sums of amounts that are cumulative already */
  sums: PlanMoney[]
  /** rates and differences */
  rates: Words[]
}

/** A table of the lines outside items: the lines above it since the last one, its head and its rows. */
interface FoundTable {
  above: Words[]
  head: Words
  columns: EffectColumns
  rows: Words[]
}

/** Lines above a table that may say what it is of. */
const mostHeads = 3
const headNumber = /^[(【]?(?<no>\d{1,2})[)】]?(?=[\s.、])/d
const rateRoles: ReadonlySet<unknown> = new Set(['rate', 'difference', 'superseded'])

/**
 * What a document states of the whole plan outside its items, in its order: tables of years against 削減額, 収入額 and 効果額, and
 * sentences such as 計画期間の効果額は1億円. A table whose head is not understood, or that does not tell of effects, is none.
 */
export const planStatements = cached((document: Document): PlanStatement[] => {
  const known = namedYears(document)
  const { tables, others } = tablesOf(
    document.unread.map(({ words }) => words),
    known,
  )
  return [...tables.flatMap((table) => tableStatement(table, known) ?? []), ...others.flatMap((words) => sentenceStatement(words, known) ?? [])]
})

function tablesOf(lines: readonly Words[], known: ReadonlySet<number>): { tables: FoundTable[]; others: Words[] } {
  const tables: FoundTable[] = []
  const others: Words[] = []
  let above: Words[] = []
  let open: FoundTable | undefined
  for (const words of lines) {
    const columns = effectColumns(words, known)
    if (columns && isByYear(columns)) {
      open = { above, head: words, columns, rows: [] }
      tables.push(open)
      above = []
    } else if (open && filledCells(words).length > 1 && readByColumns(words, open.columns, undefined, known)) open.rows.push(words)
    else {
      open = undefined
      above.push(words)
      others.push(words)
    }
  }
  return { tables, others }
}

/** Whether a table has a column for each year, or a row. */
function isByYear({ columns }: EffectColumns): boolean {
  return columns.filter(({ role }) => typeof role === 'number').length > 1 || columns.some(({ role }) => role === 'year')
}

function tableStatement({ above, head, columns, rows }: FoundTable, known: ReadonlySet<number>): PlanStatement | undefined {
  const heads = above.slice(-mostHeads).filter(({ form }) => unitOfNote(form) === undefined)
  const unitWords = above.slice(-mostHeads).filter(({ form }) => unitOfNote(form) !== undefined)
  const unit = unitOfNote(unitWords.at(-1)?.form ?? '') ?? columns.columns.find(({ role }) => role === 'name')?.unit
  if (openColumns(columns, unit).open.length > 0) return undefined
  const basis = basisOfHead(heads.findLast(({ form }) => form.includes('効果'))?.form ?? '')
  const isWhole = heads.some(({ form }) => isOfWholePlan(form))
  const placed = rows.flatMap((row) => placedLines(row, { columns, unit, known }))
  const read = placed.flatMap((each) => moneyOf(each, basis) ?? [])
  const tellsOfEffects = [...heads, head, ...rows.flatMap((row) => filledCells(row).slice(0, 1))].some(({ form }) => form.includes('効果'))
  const isUnderstood = placed.every(({ line }) => measureOf(line) !== undefined || rateRoles.has(line.role))
  if (!tellsOfEffects || read.length === 0 || !(isUnderstood || isWhole)) return undefined
  const money = read.filter(({ fiscalYear, basis }) => fiscalYear !== null || basis !== 'cumulative')
  const sums = read.filter((each) => !money.includes(each))
  const rates = placed.flatMap(({ line }) => (rateRoles.has(line.role) ? [line.words] : []))
  return {
    money: withSigns(money),
    isOfWholePlan: isWhole,
    words: [...heads, ...unitWords, head, ...namesOf(rows), ...read.map(({ amount }) => amount.words), ...rates],
    headNumbers: heads.flatMap((words) => words.match(headNumber)?.words('no') ?? []),
    sums,
    rates,
  }
}

/** The cells that name the rows. */
function namesOf(rows: readonly Words[]): Words[] {
  return rows.flatMap((row) => filledCells(row).slice(0, 1))
}

/** A line of a table with its year, null where it is of all years. */
interface PlacedLine {
  fiscalYear: number | null
  line: EffectLine
}

function placedLines(row: Words, table: { columns: EffectColumns; unit: string | undefined; known: ReadonlySet<number> }): PlacedLine[] {
  const read = readByColumns(row, table.columns, table.unit, table.known)
  if (!read) return []
  const ofRow = read.head && headYear(read.head.form, table.known)
  return read.lines.map(({ year, line }) => ({ fiscalYear: typeof year === 'number' ? year : (ofRow ?? null), line }))
}

function moneyOf({ fiscalYear, line }: PlacedLine, ofHead: PlanMoney['basis'] | undefined): PlanMoney | undefined {
  const measure = measureOf(line)
  const basis = basisOf(line) ?? ofHead
  if (!line.amount || measure === undefined || basis === undefined || rateRoles.has(line.role)) return undefined
  return { fiscalYear, measure, basis, label: line.label, amount: line.amount }
}

/** What the name of an amount says that it is of; undefined where the name is not known. */
function measureOf({ label }: EffectLine): PlanMoney['measure'] | undefined {
  if (label === undefined) return 'total'
  const role = columnRole(label.form)
  if (role === 'saving' || role === 'revenue') return role
  return role === 'actual' || role === 'sum' || role === 'planned' || role === 'cumulative' || sumKind(label.form) !== undefined ? 'total' : undefined
}

/** What the words of a line say: 計画額, 累計, 実績額. */
function basisOf({ label, role }: EffectLine): PlanMoney['basis'] | undefined {
  const name = moneyName(label?.form ?? '')
  if (name.role === 'planned' || name.role === 'cumulative') return name.role
  if (role === 'planned' || role === 'cumulative') return role
  return name.role === 'actual' && name.isRoleAlone ? 'actual' : undefined
}

/** What the head above a table says: 継続的効果額, 効果額の見込み; undefined where it says plan and actual. */
function basisOfHead(form: string): PlanMoney['basis'] | undefined {
  const isPlanned = /見込|目標|予定|予算|計画(?:効果)?額/.test(form)
  if (/累計|累積|継続的|通算/.test(form)) return isPlanned ? undefined : 'cumulative'
  return isPlanned ? (/実績|決算/.test(form) ? undefined : 'planned') : 'actual'
}

/** Money with △ before what was saved read by the rule of effects; of the printed sums one 効果額 that is that of its parts is enough. */
function withSigns(money: readonly PlanMoney[]): PlanMoney[] {
  const savings = money.filter(({ measure, amount }) => measure === 'saving' && amount.yen !== undefined)
  const isMarked = ({ measure, amount }: PlanMoney) => measure === 'saving' && amount.yen !== undefined && amount.yen < 0
  if (!savings.some(isMarked)) return [...money]
  const turned = money.map((each) => (isMarked(each) ? { ...each, amount: { ...each.amount, yen: -(each.amount.yen as number) } } : each))
  const named = savings.map(({ label, amount }) => ({ name: label?.form ?? '', isNamedSaving: true, yen: amount.yen as number }))
  const sign = savingsSign(named, () => ({ asPrinted: hasAgreeingTotal(money), asGain: hasAgreeingTotal(turned) }))
  if (sign !== 'open') return sign === 'gain' ? turned : [...money]
  return money.map((each) => (each.measure === 'saving' ? { ...each, amount: withoutValue(each.amount) } : each))
}

/** Whether any 効果額 is the sum of its parts. */
function hasAgreeingTotal(money: readonly PlanMoney[]): boolean {
  return money.some((total) => {
    if (total.measure !== 'total') return false
    const parts = money.filter((part) => part.measure !== 'total' && part.basis === total.basis && part.fiscalYear === total.fiscalYear)
    return parts.length > 1 && sumOf(parts.map(({ amount }) => amount.yen ?? Number.NaN)) === total.amount.yen
  })
}

const years = `(?<!\\d)\\d{1,2}(?:${yearsMark})`
const sentence = new RegExp(
  `(?<scope>(?:プラン|計画|大綱|改革|${years})(?:の?(?:期間)?(?:全体|中)|期間(?:全体|中)?)|${years})の(?:財政|取組による)?(?<kind>削減|節減|増収|歳入確保)?効果額(?:の(?:合計|総額|総計))?は、?(?:合計で|総額で?)?`,
  'd',
)

/** A sentence that says what the whole plan came to, or is to come to. */
function sentenceStatement(words: Words, known: ReadonlySet<number>): PlanStatement | undefined {
  const match = words.match(sentence)
  const amount = match && measures(words).find((each) => each.unit === '円' && words.indexOf(each.words) === match.end)
  if (!match || !amount || headYear(match.form('scope') ?? '', known) !== undefined) return undefined
  const end = words.indexOf(amount.words) + amount.words.length
  const rest = /^[^。]*。?/.exec(words.form.slice(end))?.[0] ?? ''
  if (measures(words.slice(end, end + rest.length)).length > 0) return undefined
  const kind = match.form('kind')
  const measure = kind === undefined ? 'total' : /減/.test(kind) ? 'saving' : 'revenue'
  const basis = /^(?:を|と)?(?:見込|予定|目標|計画)/.test(rest) ? 'planned' : 'actual'
  return {
    money: [{ fiscalYear: null, measure, basis, label: match.words() as Words, amount }],
    isOfWholePlan: true,
    words: [words.slice(match.index, end + rest.length)],
    headNumbers: [],
    sums: [],
    rates: [],
  }
}
