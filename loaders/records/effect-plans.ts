import { headRole, isActualAlone, moneyName, nameWithRole } from '../vocabulary/money-names.ts'
import type { EffectLine } from './effect-lines.ts'
import type { EffectRow } from './effect-row.ts'

/** What a line names: the thing itself, and the role behind it where the name ends in one. */
interface Named {
  of: string
  role?: EffectLine['role']
}

/** A line among those of its year, with the number of its row there and what it names. */
interface Placed {
  row: number
  line: EffectLine
  named: Named
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
  const headsOf = new Map<EffectRow['year'], Set<EffectRow['head']>>()
  const withActual = new Set<EffectRow['year']>()
  for (const [index, { year }] of rows.entries()) {
    if (heads[index]) headsOf.set(year, (headsOf.get(year) ?? new Set()).add(heads[index]))
    if (roles[index] === 'actual') withActual.add(year)
  }
  return rows.map((row, index) => {
    const role = roles[index]
    const isBeside = (headsOf.get(row.year)?.size ?? 0) > 1
    if (role === undefined || role === 'actual' || (role === 'expected' && !isBeside) || (role === 'other' && !withActual.has(row.year))) return row
    const change = role === 'other' ? opened : (line: EffectLine) => (line.role === 'actual' ? { ...line, role: role === 'expected' ? 'planned' : role } : line)
    return { ...row, lines: row.lines.map(change) }
  })
}

function opened(line: EffectLine): EffectLine {
  return line.role === 'actual' ? { ...line, isOpen: true } : line
}

function ofYear(rows: readonly EffectRow[], year: number): EffectRow[] {
  const ofYear = rows.filter((row) => row.year === year && !row.isSubtotal)
  const counted = ofYear.flatMap(({ lines }, row) =>
    lines.filter(({ role, amount, isOpen }) => role === 'actual' && amount && !isOpen).map((line): Placed => ({ row, line, named: nameOf(line) })),
  )
  const names = namesOf(counted)
  const changed = new Map<EffectLine, EffectLine>()
  for (const each of counted) {
    const { of, role } = each.named
    const isPaired = (names.actual.get(of) ?? 0) > 0
    if (role !== undefined && role !== 'actual' && isPaired) changed.set(each.line, { ...each.line, role })
    else if (isUnsure(each, names)) changed.set(each.line, opened(each.line))
  }
  const openNames = new Set([...changed.values()].flatMap(({ isOpen, label }) => (isOpen && label ? label.form : [])))
  const isOpenSum = ({ year }: EffectRow, { label }: EffectLine) => year === 'total' && label !== undefined && openNames.has(label.form)
  return rows.map((row) => ({ ...row, lines: row.lines.map((line) => changed.get(line) ?? (isOpenSum(row, line) ? { ...line, isOpen: true } : line)) }))
}

const anyAmountBehind = /(?<=.)の?(?:効果額?|金額|結果)$/

function nameOf({ label, name }: EffectLine): Named {
  const form = (label?.form ?? '').replace(/\s+/g, '')
  if (name && isActualAlone(name.form)) return { of: form, role: 'actual' }
  return nameWithRole(form) ?? { of: form.replace(/\([^()]*\)$/, '').replace(anyAmountBehind, '') }
}

/** Letters of a word behind the name of a thing that may say what its amount is. */
const longestWord = 6

/** What the lines of a year name: how many name each thing, how many of them as actual, and the rows of a bare 実績. */
interface Names {
  all: ReadonlyMap<string, number>
  actual: ReadonlyMap<string, number>
  bareRows: ReadonlySet<number>
}

function namesOf(counted: readonly Placed[]): Names {
  const all = new Map<string, number>()
  const actual = new Map<string, number>()
  const bareRows = new Set<number>()
  for (const { row, line, named } of counted) {
    all.set(named.of, (all.get(named.of) ?? 0) + 1)
    if (named.role === 'actual') actual.set(named.of, (actual.get(named.of) ?? 0) + 1)
    if (named.role === 'actual' && isActualAlone(line.label?.form ?? '')) bareRows.add(row)
  }
  return { all, actual, bareRows }
}

/** Whether a line may be the plan of an actual beside it: of the same thing, or right beside a bare 実績; or 電気代計画 beside 電気代. */
function isUnsure({ row, line, named: { of, role } }: Placed, { all, actual, bareRows }: Names): boolean {
  if (role !== undefined && role !== 'actual') return of !== '' && (all.get(of) ?? 0) > 1
  if (role === 'actual' || line.isPart || line.isRepeat || line.name || moneyName(line.label?.form ?? '').isRoleAlone) return false
  if ([row - 1, row, row + 1].some((near) => bareRows.has(near))) return true
  return Array.from({ length: longestWord + 1 }, (_, less) => of.slice(0, of.length - less)).some((start) => start.length > 1 && actual.has(start))
}
