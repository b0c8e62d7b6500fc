import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatMessages } from '../loaders/document/messages.ts'
import { ingestPlans } from '../loaders/ingest.ts'
import type { Ingestion } from '../loaders/read-plans.ts'
import { type TableKey, tables } from '../loaders/tables.ts'
import { figureNumberProblems, landingProblems } from '../tools/fuzz/figure-number-laws.ts'
import { operandProblems } from '../tools/fuzz/operand-laws.ts'
import { temporaryFolder } from './support/command.ts'

/**
 * Small documents in our own words under fixtures/, each with what it must give, written from the document by hand.
 * Documents in other encodings are stored as bytes; `iconv -f CP932 -t UTF-8` shows the one in CP932.
 */
const fixtures = join(import.meta.dirname, 'fixtures')
const maximumBytes = 64 * 2 ** 20 - 1

/** What a good document must give. `sameAs` names the fixture that says so where this one does not. */
interface Expected {
  about: string
  /** what the reader gets wrong as yet; the fixture turns red on the day it is read right */
  bug?: string
  sameAs?: string
  /** by published table: all rows of it, with the columns that any of them names; a column left out is NULL */
  tables?: Record<string, ExpectedRow[]>
  /** everything that is reported, in the order of lines */
  messages?: { line: number; rule: string }[]
  /** the rows of `checks` that do not agree */
  checks?: ExpectedRow[]
}

type ExpectedRow = Record<string, unknown>

function expectedOf(name: string): Required<Omit<Expected, 'bug' | 'sameAs'>> & Pick<Expected, 'bug'> {
  const { sameAs, ...own } = JSON.parse(readFileSync(join(fixtures, 'good', name, 'expected.json'), 'utf8')) as Expected
  if (!sameAs) return { tables: {}, messages: [], checks: [], ...own }
  const { bug, ...other } = expectedOf(sameAs)
  return { ...other, ...own, tables: { ...other.tables, ...own.tables } }
}

/** The plans of a fixture: its folders with a plan.json, the fixture itself where it is one, or its document alone. */
function plansOf(folder: string): string[] {
  const plans = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'plan.json')
    .map(({ parentPath }) => parentPath)
  return plans.length > 0 ? plans.sort() : [join(folder, 'document.txt')]
}

/** The rows of a table with the columns that the expected rows name. */
function rowsOf(rows: readonly object[], expected: readonly ExpectedRow[]): { read: ExpectedRow[]; expected: ExpectedRow[] } {
  const names = [...new Set(expected.flatMap(Object.keys))]
  const pick = (row: object) => Object.fromEntries(names.map((name) => [name, (row as ExpectedRow)[name] ?? null]))
  return names.length > 0 ? { read: rows.map(pick), expected: expected.map(pick) } : { read: [...rows] as ExpectedRow[], expected: [] }
}

function tableKey(name: string): TableKey {
  const key = Object.entries(tables).find(([, table]) => table.name === name)?.[0]
  if (!key) throw new Error(`no table ${name}`)
  return key as TableKey
}

function messagesOf({ reports }: Ingestion): { line: number | undefined; rule: string | undefined }[] {
  return reports
    .flatMap(({ file }) => file.messages)
    .map(({ line, ruleId }) => ({ line, rule: ruleId }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function expectAsSaid(ingestion: Ingestion, { tables, messages, checks }: ReturnType<typeof expectedOf>): void {
  for (const [name, expected] of Object.entries(tables)) {
    const rows = rowsOf(ingestion.rows[tableKey(name)], expected)
    expect(rows.read, name).toEqual(rows.expected)
  }
  const found = rowsOf(
    ingestion.rows.checks.filter(({ outcome }) => outcome !== 'agrees'),
    checks,
  )
  const sorted = (rows: readonly ExpectedRow[]) => rows.map((row) => JSON.stringify(row)).sort()
  expect(figureNumberProblems(ingestion), 'numbers of figures').toEqual([])
  expect(landingProblems(ingestion), 'landings').toEqual([])
  expect(operandProblems(ingestion), 'operands').toEqual([])
  expect(sorted(found.read), 'checks').toEqual(sorted(found.expected))
  expect(messagesOf(ingestion), 'messages').toEqual(messages)
}

describe('a good document', () => {
  for (const name of readdirSync(join(fixtures, 'good'))) {
    const expected = expectedOf(name)
    const run = expected.bug === undefined ? it : it.fails
    run(`${name}: ${expected.about}${expected.bug === undefined ? '' : ` (as yet: ${expected.bug})`}`, async () => {
      expectAsSaid(await ingestPlans(plansOf(join(fixtures, 'good', name)), maximumBytes), expected)
    })
  }
})

/** What is reported, as it is printed; names of files below a folder. */
async function reportOf(paths: readonly string[], folder: string): Promise<string> {
  const { reports } = await ingestPlans(paths, maximumBytes)
  expect(reports.some(({ hasErrors }) => hasErrors)).toBe(true)
  return reports
    .map(formatMessages)
    .join('')
    .replaceAll(folder + sep, '')
}

describe('a bad document', () => {
  for (const name of readdirSync(join(fixtures, 'bad'))) {
    const folder = join(fixtures, 'bad', name)
    const file = (base: string) => readFileSync(join(folder, base), 'utf8')
    if (existsSync(join(folder, 'bug.txt'))) it.fails(`${name} is refused (as yet: ${file('bug.txt').trim()})`, () => reportOf(plansOf(folder), folder))
    else it(`${name} is refused with its report`, async () => expect(await reportOf(plansOf(folder), folder)).toBe(file('expected.txt')))
  }
})

describe('a large document', () => {
  const { path, remove } = temporaryFolder()
  const file = join(path, 'document.txt')
  afterAll(remove)

  it('of one line of five million characters is refused at that line', async () => {
    writeFileSync(file, `No.1 窓口の集約\n${'あ'.repeat(5_000_000)}\n`)
    expect(await reportOf([file], path)).toBe('document.txt:2:100001: エラー: 1行が100000字を超える。取組実績一覧の文書ではない [line-too-long]\n')
  })

  it('of 10,000 heads is refused at the thousandth', async () => {
    writeFileSync(file, Array.from({ length: 10_000 }, (_, index) => `No.${index + 1} 窓口の集約\n`).join(''))
    expect(await reportOf([file], path)).toBe('document.txt:1000:1: エラー: 項目が999を超える。取組実績一覧の文書ではない [too-many-items]\n')
  })

  it('of 150 years is refused at the hundred and first', async () => {
    const years = Array.from({ length: 150 }, (_, index) => `【${1901 + index}年度（実績）】\n・甲。\n`)
    writeFileSync(file, `No.1 窓口の集約\n令和2年度～令和4年度の実績\n${years.join('')}`)
    expect(await reportOf([file], path)).toBe('document.txt:203:1: エラー: 実績の年度が100を超える。取組実績一覧の文書ではない [too-many-years]\n')
  })

  it('of 64 MiB is refused by its size', async () => {
    writeFileSync(file, '')
    truncateSync(file, 64 * 2 ** 20)
    expect(await reportOf([file], path)).toBe(
      'document.txt:1:1: エラー: 67108864バイトある。上限は67108863バイト (--max-bytes で変えられる) [file-too-large]\n',
    )
  })
})
