import { isExpenditure, isSavingName, sumKind } from '../vocabulary/money-names.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import { type EffectLine, partMarkAlone } from './effect-lines.ts'
import type { EffectRow } from './effect-row.ts'
import { savingsSign, withoutValue } from './savings-sign.ts'

/** Names under which savings and gains are summed up, though the words do not say that they are a sum. */
const netName = /^(?:財政|純|差引|総合)?効果額?(?:の?計)?$|^差引(?:効果額?)?$|^収支改善額$/

/** The line that sums up all others: among sums of savings, of gains and of both, that of both; undefined where none is told apart. */
export function totalOf(lines: readonly EffectLine[]): EffectLine | undefined {
  const sums = lines.filter(({ role }) => role === 'sum')
  if (sums.length < 2) return sums[0] ?? lines[0]
  const ofAll = sums.filter(({ label }) => label === undefined || isNetName(label.form))
  return ofAll.length === 1 ? ofAll[0] : undefined
}

/** Whether a name is that of a sum of savings and gains, or of any sum. */
function isNetName(form: string): boolean {
  const name = form.replace(/\s+/g, '')
  return netName.test(name) || sumKind(name) !== undefined
}

/**
 * The rows with what adds up decided: which lines repeat in one sum what stands above them, which are parts of the line above, and
 * whether △ before a saving is a gain. Where the printed sums leave it open, the amounts are taken out and the row says so.
 */
export function settleLines(rows: readonly EffectRow[]): EffectRow[] {
  const parted = withListedParts(withParts(rows))
  const signed = withSigns(parted)
  const years = new Set(signed.map(({ year }) => year))
  return [...years].reduce<EffectRow[]>((settled, year) => (typeof year === 'number' ? withSums(settled, year) : settled), withGrandTotal(signed))
}

/** A bare （内訳） says that the lines of its year after it are parts of what stands above. */
function withParts(rows: readonly EffectRow[]): EffectRow[] {
  let isBelow = false
  return rows.map((row) => {
    if (row.head) isBelow = false
    if (row.lines.length === 0 && row.cells.length === 1 && partMarkAlone.test(row.cells[0]?.form ?? '')) isBelow = true
    return isBelow ? { ...row, lines: row.lines.map((line) => ({ ...line, isPart: true })) } : row
  })
}

/** A mark of a list right before a label. */
const listMark = /[・･○●◯◇◆■□•‣-]\s?$/

/** Two or more lines with marks of a list that give in sum what the line without one above them says are its parts. */
function withListedParts(rows: readonly EffectRow[]): EffectRow[] {
  const parts = new Set<EffectLine>()
  let whole: EffectLine | undefined
  let listed: EffectLine[] = []
  const close = () => {
    if (listed.length > 1 && whole?.amount?.yen === sumOf(listed.map(({ amount }) => amount?.yen as number))) for (const line of listed) parts.add(line)
    listed = []
  }
  for (const { head, lines } of rows) {
    if (head) close()
    for (const line of lines) {
      if (isListed(line) && isCounted(line)) listed.push(line)
      else {
        close()
        whole = isCounted(line) ? line : undefined
      }
    }
  }
  close()
  return rows.map((row) => ({ ...row, lines: row.lines.map((line) => (parts.has(line) ? { ...line, isPart: true } : line)) }))
}

function isListed({ label }: EffectLine): boolean {
  const at = label?.cleanIndex(0) ?? 0
  return label !== undefined && listMark.test(label.source.form.slice(Math.max(0, at - 2), at))
}

/** The lines of a year that may add up, in order. */
function linesOf(rows: readonly EffectRow[], year: number): EffectLine[] {
  return rows.flatMap((row) => (row.year === year && !row.isSubtotal ? row.lines : []))
}

function isCounted({ role, isPart, isOpen, amount }: EffectLine): boolean {
  return role === 'actual' && !isPart && !isOpen && amount?.yen !== undefined
}

/** The lines of a year, those that sum up two or more above them marked as sums; a sum in other words that fits nothing is open. */
function withSums(rows: readonly EffectRow[], year: number): EffectRow[] {
  const changed = new Map<EffectLine, EffectLine>()
  let above = { lines: 0, yen: 0 }
  for (const line of linesOf(rows, year)) {
    const yen = line.amount?.yen
    const name = line.label?.form ?? ''
    const isSummed = above.lines > 0 && above.yen === yen
    const isNetAlone = netName.test(name.replace(/\s+/g, ''))
    if (line.role === 'sum') above = { lines: 0, yen: 0 }
    else if (line.role === 'difference' && isNetName(name)) openExpenditure(rows, year, changed)
    else if (isCounted(line) && isSummed && ((name === '' && above.lines > 1) || isNetAlone)) changed.set(line, { ...line, role: 'sum' })
    else if (isCounted(line) && isNetAlone && above.lines > 1 && line.amount) {
      changed.set(line, { ...line, isOpen: true })
    } else if (isCounted(line)) above = { lines: above.lines + 1, yen: above.yen + (yen as number) }
  }
  return rows.map((row) => ({ ...row, lines: row.lines.map((line) => changed.get(line) ?? line) }))
}

/** Where 差引 is printed, expenditure beside it is taken off the gains, so that it is no gain itself. */
function openExpenditure(rows: readonly EffectRow[], year: number, changed: Map<EffectLine, EffectLine>): void {
  for (const line of linesOf(rows, year))
    if (isCounted(line) && isExpenditure(line.label?.form ?? '') && !isSaving(line)) changed.set(line, { ...line, isOpen: true })
}

/** A last row without year, sum or name that equals all amounts above it is their sum. */
function withGrandTotal(rows: readonly EffectRow[]): EffectRow[] {
  const last = rows.findLastIndex(({ lines }) => lines.length > 0)
  const row = rows[last]
  const [line] = row?.lines ?? []
  if (!row || !line || row.head || row.lines.length > 1 || line.label || line.amount?.yen === undefined) return [...rows]
  const above = rows.slice(0, last).flatMap(({ lines, year, isSubtotal }) => (typeof year === 'number' && !isSubtotal ? lines : []))
  const counted = above.filter((each) => each.role === 'actual' && !each.isPart && each.amount?.yen !== undefined)
  const years = new Set(rows.slice(0, last).map(({ year }) => year))
  if (years.size < 2 || counted.length < 2 || sumOf(counted.map(({ amount }) => amount?.yen as number)) !== line.amount.yen) return [...rows]
  return rows.map((each, index) => (index === last ? { ...each, year: 'total', lines: [{ ...line, role: 'sum' }] } : each))
}

/** The rows with △ before savings read: as a gain, as a loss, or, where nobody can tell, without a value. */
function withSigns(rows: readonly EffectRow[]): EffectRow[] {
  const savings = rows.flatMap(({ lines, year }) => (typeof year === 'number' ? lines.filter(isLessSpent) : []))
  if (!savings.some(({ amount }) => (amount?.yen as number) < 0)) return [...rows]
  const turned = turnedRows(rows)
  const named = savings.map((line) => ({ name: line.label?.form ?? '', isNamedSaving: isSaving(line), yen: line.amount?.yen as number }))
  const sign = savingsSign(named, () => ({ asPrinted: agreeingSums(rows), asGain: agreeingSums(turned) }))
  if (sign !== 'open') return sign === 'gain' ? turned : [...rows]
  return rows.map((row) => {
    const open = row.lines.filter(isLessSpent).map(({ words }) => ({ words, reason: `△が減った額か増えた額かわからない: ${words.text}` }))
    const lines = row.lines.map((line) => (isLessSpent(line) && line.amount ? { ...line, amount: withoutValue(line.amount) } : line))
    return { ...row, lines, open: [...row.open, ...open] }
  })
}

/** Whether a line is of a saving, or of expenditure with △, which may be one. */
function isLessSpent(line: EffectLine): boolean {
  return isSaving(line) || (isExpenditure(line.label?.form ?? '') && (line.amount?.yen ?? 0) < 0 && line.role !== 'difference')
}

function isSaving(line: EffectLine): boolean {
  return isSavingName(line.label?.form ?? '') && line.amount?.yen !== undefined && line.role !== 'difference'
}

/** The rows with every amount of a saving, and of its parts, as a gain; a sum of nothing else that carries △ is one too. */
function turnedRows(rows: readonly EffectRow[]): EffectRow[] {
  const isAll = rows.every(({ lines }) => lines.every((line) => line.amount === undefined || isLessSpent(line) || (line.amount.yen ?? 0) <= 0))
  let isOfSaving = false
  return rows.map((row) => {
    const isSum = row.year === 'total' || row.isSubtotal
    const turns = (line: EffectLine) => {
      if (!line.isPart) isOfSaving = isLessSpent(line)
      return isOfSaving || isLessSpent(line) || (isAll && (isSum || line.role === 'sum'))
    }
    return { ...row, lines: row.lines.map((line) => (turns(line) && line.amount?.yen !== undefined && line.amount.yen < 0 ? turnedLine(line) : line)) }
  })
}

function turnedLine(line: EffectLine): EffectLine {
  return { ...line, amount: line.amount && { ...line.amount, yen: -(line.amount.yen as number) } }
}

/** Whether every printed sum agrees with the lines above it, of which there is one at least. */
function agreeingSums(rows: readonly EffectRow[]): boolean {
  const years = [...new Set(rows.flatMap(({ year }) => (typeof year === 'number' ? [year] : [])))]
  const ofYear = (year: number) =>
    sumOf(
      linesOf(rows, year)
        .filter((line) => isCounted(line) && !isNet(line))
        .flatMap(({ amount }) => amount?.yen ?? []),
    )
  const printed = (lines: readonly EffectLine[]) => totalOf(lines.filter(({ amount }) => amount?.yen !== undefined))?.amount?.yen
  const totals = rows.flatMap(({ year, lines }) => (year === 'total' ? lines : []))
  const pairs = [
    ...rows.flatMap(({ year, isSubtotal, lines }) => (isSubtotal && typeof year === 'number' ? [[printed(lines), ofYear(year)]] : [])),
    [printed(totals), sumOf(years.map(ofYear))],
    ...years.flatMap((year) => linesOf(rows, year).flatMap((line) => (isNet(line) ? [[line.amount?.yen, ofYear(year)]] : []))),
  ].filter(([value]) => value !== undefined)
  return pairs.length > 0 && pairs.every(([value, sum]) => value === sum)
}

function isNet({ role, label }: EffectLine): boolean {
  return role === 'sum' || isNetName(label?.form ?? '')
}
