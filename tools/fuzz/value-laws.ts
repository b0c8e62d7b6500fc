import type { TableRows } from '../../loaders/tables.ts'
import { type Case, hasWholeNumbers, type Problem } from './case.ts'
import { type Placed, squeeze, type Text } from './text.ts'

const scales: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 億: 1e8, 兆: 1e12 }
const amount = String.raw`(?:\d+(?:\.\d+)?(?:千万|百万|十万|億|兆|万|千)?)+円`
const money = new RegExp(amount, 'g')
/** The amount of a statement: 売却額は約 …円. */
const stated = new RegExp(`額(?:の?合計)?[:は]?(?:約)?(${amount})`)

type Values = { [K in keyof TableRows]?: (row: TableRows[K][number]) => { yen?: (number | null)[]; numbers?: (number | null)[]; text?: string } }

/** What must be printed at the place of each table's rows. */
const printedValues: Values = {
  initiatives: (row) => ({ text: row.text }),
  results: (row) => ({ text: row.text }),
  reviews: (row) => ({ text: row.text }),
  effects: (row) => ({ yen: [row.amount_yen], numbers: [row.quantity] }),
  effectTotals: (row) => ({ yen: [row.published_yen], numbers: [row.published_quantity] }),
  targets: (row) => (row.unit === '円' ? { yen: [row.value] } : { numbers: [row.value] }),
  collections: (row) => ({ yen: [row.amount_yen] }),
  staffing: (row) => ({ numbers: [row.actual] }),
  reemployment: (row) => ({
    numbers: [row.total, row.full_time, row.short_time, row.retirees, row.rehired, row.rehired_full_time, row.rehired_short_time],
  }),
  surveys: (row) => ({ numbers: [row.surveyed, row.responded, row.published_percent, row.score] }),
  trainings: (row) => ({ numbers: [row.participants] }),
  assets: (row) => ({ yen: [row.amount_yen], numbers: [row.contracts, row.area_m2] }),
  itemReferences: (row) => ({ numbers: [row.referenced_item_no] }),
}

/** The words at a row's place, or several statements of one thing in them added up, hold the figures, or are the text, that the row was read from; a line end may part two numbers or one. */
export function printedProblems({ text, rows }: Case): Problem[] {
  return Object.entries(printedValues).flatMap(([table, valuesOf]) =>
    (rows[table as keyof TableRows] as Placed[]).flatMap((row) => {
      if (table === 'itemReferences' && !hasWholeNumbers(rows)) return []
      if (table === 'assets' && isSumOfStatements(text, row as TableRows['assets'][number])) return []
      const range = text.range(row)
      const words = range ? text.outsideMarkup(...range) : ''
      const printed = (valuesOf as (row: Placed) => ReturnType<NonNullable<Values['targets']>>)(row)
      return isPrinted(squeeze(words), printed) || isPrinted(squeeze(words.replace(/[\r\n]+/g, ' ')), printed)
        ? []
        : [{ law: 'printed', sign: table, detail: `${JSON.stringify(row)} in: ${words.slice(0, 200)}` }]
    }),
  )
}

/** Whether an asset's figures are those of its several statements added up, as where a year states two sales. */
function isSumOfStatements(text: Text, row: TableRows['assets'][number]): boolean {
  const words = squeeze(text.outsideMarkup(...(text.range(row) ?? [0, 0]))).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (row.region !== null)
    return sumsOfSome(
      words
        .split(squeeze(row.region))
        .slice(1)
        .map((after) => total([after], /^(\d+)件/)),
    ).has(row.contracts ?? 0)
  const statements = words.split(row.kind === 'sale' ? /(?=売却額)/ : /(?=貸付額)/)
  return (
    statements.length > 1 &&
    row.amount_yen === yenOfAll(statements) &&
    (row.contracts === null || row.contracts === total(statements, /(?:売却|貸付|契約)(?:件数)?:?(\d+)件/)) &&
    (row.area_m2 === null || Math.abs(row.area_m2 - total(statements, /面積:?([\d.]+)/)) < 0.005)
  )
}

/** The amounts of statements in yen, added up, whatever unit each is in. */
function yenOfAll(statements: readonly string[]): number {
  const amounts = statements.map((words) => stated.exec(words)?.[1])
  return amounts.reduce((sum, amount) => sum + (amount === undefined ? 0 : yenOf(amount)), 0)
}

const mostCounts = 12

/** What any of some counts add up to: a text may name an area outside its list as well. */
function sumsOfSome(counts: readonly number[]): Set<number> {
  const sums = new Set([0])
  for (const count of counts.slice(0, mostCounts)) {
    for (const sum of [...sums]) sums.add(sum + count)
  }
  return sums
}

/** The numbers that a pattern finds in some words, added up. */
function total(words: readonly string[], pattern: RegExp): number {
  return words.reduce((sum, each) => sum + Number(pattern.exec(each)?.[1] ?? 0), 0)
}

function isPrinted(words: string, { yen = [], numbers = [], text = '' }: { yen?: (number | null)[]; numbers?: (number | null)[]; text?: string }): boolean {
  const plain = words.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const amounts = [...plain.matchAll(money), ...plain.matchAll(/\d+円/g)].map(([amount]) => yenOf(amount))
  const counts = (plain.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
  const isAmong = (values: readonly number[]) => (value: number | null) => value === null || values.includes(Math.abs(value))
  return yen.every(isAmong(amounts)) && numbers.every(isAmong(counts)) && isWithin(squeeze(text), words)
}

function yenOf(amount: string): number {
  const groups = [...amount.matchAll(/(\d+(?:\.\d+)?)([千万百十億兆]*)/g)]
  return Math.round(groups.reduce((sum, [, digits, scale]) => sum + Number(digits) * (scales[scale as string] ?? 1), 0))
}

/** Whether a text begins and ends as some words do, and stands in them in order (a page number may part it). */
function isWithin(text: string, words: string): boolean {
  if (text === '') return true
  if (text[0] !== words[0] || text.at(-1) !== words.at(-1)) return false
  let at = 0
  for (let index = 0; index < words.length; index++) if (words[index] === text[at]) at += 1
  return at >= text.length
}
