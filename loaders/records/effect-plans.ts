import { headRole, isActualAlone, moneyName, nameWithRole } from '../vocabulary/money-names.ts'
import type { EffectLine } from './effect-lines.ts'
import type { EffectRow, Open } from './effect-row.ts'

/** A line among those of its year, with the row that states it. */
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
    const isBeside = rows.some(({ year }, other) => year === row.year && other !== index && heads[other] !== heads[index] && heads[other])
    const hasActual = rows.some(({ year }, other) => year === row.year && roles[other] === 'actual')
    if (role === 'planned' || (role === 'expected' && isBeside)) return { ...row, lines: row.lines.map(planned) }
    if (role !== 'other' || !hasActual || !row.head) return row
    return { ...row, open: [...row.open, unsure(row.head.text, row.head)] }
  })
}

function planned(line: EffectLine): EffectLine {
  return line.role === 'actual' ? { ...line, role: 'planned' } : line
}

function ofYear(rows: readonly EffectRow[], year: number): EffectRow[] {
  const placed = rows.flatMap((row, index) => (row.year === year && !row.isSubtotal ? row.lines.map((line) => ({ row: index, line })) : []))
  const counted = placed.filter(({ line }) => line.role === 'actual' && line.amount)
  const actuals = counted.filter(({ line }) => nameOf(line).role === 'actual')
  const changed = new Map<EffectLine, EffectLine>()
  const opens = new Map<number, Open[]>()
  for (const each of counted) {
    const name = nameOf(each.line)
    const isPaired = actuals.some(({ line }) => line !== each.line && nameOf(line).of === name.of)
    if (name.role !== undefined && name.role !== 'actual' && isPaired) changed.set(each.line, { ...each.line, role: name.role })
    else if (isUnsure(each, counted, actuals)) {
      const words = each.line.label ?? each.line.words
      opens.set(each.row, [...(opens.get(each.row) ?? []), unsure(words.text, words)])
    }
  }
  return rows.map((row, index) => ({
    ...row,
    lines: row.lines.map((line) => changed.get(line) ?? line),
    open: [...row.open, ...(opens.get(index) ?? [])],
  }))
}

/** The thing that a line names, and the role behind it where the name ends in one. */
function nameOf({ label, name }: EffectLine): { of: string; role?: EffectLine['role'] } {
  const form = label?.form ?? ''
  if (name && isActualAlone(name.form)) return { of: form, role: 'actual' }
  return nameWithRole(form) ?? { of: form.replace(/\s+/g, '').replace(/\([^()]*\)$/, '') }
}

/** Whether a line may be the plan of an actual beside it: of the same thing, or right beside a bare 実績; or 電気代計画 beside 電気代. */
function isUnsure({ row, line }: Placed, counted: readonly Placed[], actuals: readonly Placed[]): boolean {
  const name = nameOf(line)
  const others = counted.filter((other) => other.line !== line)
  if (name.role !== undefined && name.role !== 'actual') return others.some((other) => other.line.label?.form === name.of)
  if (name.role === 'actual' || line.isPart || line.name || moneyName(line.label?.form ?? '').isRoleAlone) return false
  return actuals.some((actual) => {
    const isBare = isActualAlone(actual.line.label?.form ?? '') && Math.abs(actual.row - row) <= 1
    return isBare || (nameOf(actual.line).of === name.of && name.of !== '')
  })
}

function unsure(text: string, words: Open['words']): Open {
  return { words, reason: `「${text}」が計画か実績か別の効果かわからない` }
}
