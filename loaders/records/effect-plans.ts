import { headRole, isActualAlone, moneyName, nameWithRole } from '../vocabulary/money-names.ts'
import type { EffectLine } from './effect-lines.ts'
import type { EffectRow } from './effect-row.ts'

/** A line among those of its year, with the number of its row there. */
interface Placed {
  row: number
  line: EffectLine
}

/**
 * The rows with those lines planned, superseded or the like that only show it beside others: under 令和3年度（計画）, or as 電気代計画 beside
 * 電気代実績. What stands beside an actual amount of the same thing, in words that say neither, is open.
 */
export function withPlans(rows: readonly EffectRow[]): EffectRow[] {
  const years = new Set(rows.map(({ year }) => year))
  return [...years].reduce<EffectRow[]>((read, year) => (typeof year === 'number' ? ofYear(read, year) : read), withHeads(rows))
}

/** The lines under heads such as 令和3年度（計画）. */
function withHeads(rows: readonly EffectRow[]): EffectRow[] {
  let head: EffectRow['head']
  const heads = rows.map((row) => {
    if (row.head || row.year === undefined) head = row.head
    return typeof row.year === 'number' && !row.isSubtotal && head ? head : undefined
  })
  const roles = heads.map((head) => head && headRole(head.form))
  return rows.map((row, index) => {
    const role = roles[index]
    const isBeside = rows.some(({ year }, other) => year === row.year && heads[other] && heads[other] !== heads[index])
    const hasActual = rows.some(({ year }, other) => year === row.year && roles[other] === 'actual')
    if (role === undefined || role === 'actual' || (role === 'expected' && !isBeside) || (role === 'other' && !hasActual)) return row
    const change = role === 'other' ? opened : (line: EffectLine) => (line.role === 'actual' ? { ...line, role: role === 'expected' ? 'planned' : role } : line)
    return { ...row, lines: row.lines.map(change) }
  })
}

function opened(line: EffectLine): EffectLine {
  return line.role === 'actual' ? { ...line, isOpen: true } : line
}

function ofYear(rows: readonly EffectRow[], year: number): EffectRow[] {
  const ofYear = rows.filter((row) => row.year === year && !row.isSubtotal)
  const placed = ofYear.flatMap((row, index) => row.lines.map((line) => ({ row: index, line })))
  const counted = placed.filter(({ line }) => line.role === 'actual' && line.amount && !line.isOpen)
  const actuals = counted.filter(({ line }) => nameOf(line).role === 'actual')
  const changed = new Map<EffectLine, EffectLine>()
  for (const each of counted) {
    const { of, role } = nameOf(each.line)
    const isPaired = actuals.some(({ line }) => line !== each.line && nameOf(line).of === of)
    if (role !== undefined && role !== 'actual' && isPaired) changed.set(each.line, { ...each.line, role })
    else if (isUnsure(each, counted, actuals)) changed.set(each.line, opened(each.line))
  }
  const openNames = new Set([...changed.values()].flatMap(({ isOpen, label }) => (isOpen && label ? label.form : [])))
  const isOpenSum = ({ year }: EffectRow, { label }: EffectLine) => year === 'total' && label !== undefined && openNames.has(label.form)
  return rows.map((row) => ({ ...row, lines: row.lines.map((line) => changed.get(line) ?? (isOpenSum(row, line) ? { ...line, isOpen: true } : line)) }))
}

const anyAmountBehind = /(?<=.)の?(?:効果額?|金額|結果)$/

/** The thing that a line names, and the role behind it where the name ends in one. */
function nameOf({ label, name }: EffectLine): { of: string; role?: EffectLine['role'] } {
  const form = (label?.form ?? '').replace(/\s+/g, '')
  if (name && isActualAlone(name.form)) return { of: form, role: 'actual' }
  return nameWithRole(form) ?? { of: form.replace(/\([^()]*\)$/, '').replace(anyAmountBehind, '') }
}

/** Letters of a word behind the name of a thing that may say what its amount is. */
const longestWord = 6

/** Whether a line may be the plan of an actual beside it: of the same thing, or right beside a bare 実績; or 電気代計画 beside 電気代. */
function isUnsure({ row, line }: Placed, counted: readonly Placed[], actuals: readonly Placed[]): boolean {
  const { of, role } = nameOf(line)
  const others = counted.filter((other) => other.line !== line)
  if (role !== undefined && role !== 'actual') return of !== '' && others.some((other) => nameOf(other.line).of === of)
  if (role === 'actual' || line.isPart || line.isRepeat || line.name || moneyName(line.label?.form ?? '').isRoleAlone) return false
  return actuals.some((actual) => {
    const actualOf = nameOf(actual.line).of
    const isBare = isActualAlone(actual.line.label?.form ?? '') && Math.abs(actual.row - row) <= 1
    return isBare || (actualOf.length > 1 && of.startsWith(actualOf) && of.length - actualOf.length <= longestWord)
  })
}
