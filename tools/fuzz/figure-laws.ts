import type { Case, Problem } from './case.ts'
import type { Text } from './text.ts'

const number = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/g

/** Every number outside markup is a figure exactly once, with its value; one without a role has a message at its place. */
export function figureProblems({ text, rows, messages }: Case): Problem[] {
  const cut = new Set(messages.filter(({ ruleId }) => ruleId === 'cut-number').map(({ line, column }) => text.offset(line ?? 0, column ?? 0)))
  const expected = printedNumbers(text, cut).map(({ offset, found }) => `${offset} ${Number(found.replaceAll(',', ''))}`)
  const read = rows.figures.map((figure) => `${text.offset(figure.source_line, figure.source_column)} ${figure.value}`)
  const reported = new Set(messages.filter(({ ruleId }) => ruleId === 'unread-number').map(({ line, column }) => `${line}:${column}`))
  const silent = rows.figures.filter(({ role, source_line, source_column }) => role === null && !reported.has(`${source_line}:${source_column}`))
  return [
    ...without(expected, read)
      .slice(0, 3)
      .map((entry) => problem('lost', `in the text, not in figures: ${entry} ${around(text.raw, entry)}`)),
    ...without(read, expected)
      .slice(0, 3)
      .map((entry) => problem('foreign', `in figures, not in the text: ${entry} ${around(text.raw, entry)}`)),
    ...silent.slice(0, 3).map(({ value, source_line }) => problem('silent', `no role and no message: ${value} in line ${source_line}`)),
  ]
}

/** The numbers of a text; one of those that are reported as cut by a page end goes on up to the next after it. */
function printedNumbers(text: Text, cut: ReadonlySet<number | undefined>): { offset: number; found: string }[] {
  const joined: { offset: number; found: string }[] = []
  let isOpen = false
  let end = 0
  for (const { offset, found } of text.matches(number)) {
    const last = joined.at(-1)
    if (last && isOpen) last.found += /^[,.]/.test(text.raw.slice(offset - 1)) ? text.raw[offset - 1] + found : found
    else joined.push({ offset, found })
    isOpen = isOpen ? !/[\r\n]/.test(text.raw.slice(end, offset)) : cut.has(offset)
    end = offset + found.length
    if (isOpen && /^\.(?=\s*[\r\n])/.test(text.raw.slice(offset + found.length))) (joined.at(-1) as { found: string }).found += '.'
  }
  return joined
}

function problem(sign: string, detail: string): Problem {
  return { law: 'figures', sign, detail }
}

/** Entries that are not among others, counting those that stand several times. */
function without(entries: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1)
  return entries.filter((entry) => {
    const left = counts.get(entry) ?? 0
    counts.set(entry, left - 1)
    return left <= 0
  })
}

function around(raw: string, entry: string): string {
  const at = Number.parseInt(entry, 10)
  return JSON.stringify(raw.slice(Math.max(0, at - 20), at + 20))
}
