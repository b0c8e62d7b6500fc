import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query, runIngest, temporaryFolder } from '../support/command.ts'
import { digestPath } from '../support/plans.ts'

interface Sentence {
  item_no: number
  kind: string
  text: string
  source_line: number
  source_column: number
  source_end_line: number
  source_end_column: number
}

const temporary = temporaryFolder()
const out = join(temporary.path, 'warehouse')
const rowsOf = (sql: string) => query(sql, join(out, 'reform.duckdb'))
let all: Sentence[]
beforeAll(async () => {
  await runIngest(digestPath, '--out', out)
  all = (await rowsOf('SELECT * FROM sentences')) as unknown as Sentence[]
})
afterAll(temporary.remove)

describe('sentences', () => {
  it('find コロナ by item (question 9)', async () => {
    const found = await rowsOf("SELECT item_no, count(*)::INTEGER AS found FROM sentences WHERE text LIKE '%コロナ%' GROUP BY item_no ORDER BY item_no")
    expect(found.map(({ item_no, found }) => [item_no, found])).toEqual([
      [1, 3],
      [6, 2],
      [7, 2],
      [8, 1],
      [10, 2],
      [17, 1],
      [19, 1],
    ])
    expect(await rowsOf("SELECT item_title, era_label, kind FROM sentences WHERE text LIKE '%コロナ%' AND item_no = 19")).toEqual([
      { item_title: 'ふるさと納税制度の活用', era_label: '令和3年度', kind: 'result' },
    ])
  })

  it('are all texts of the tables', async () => {
    const [counts] = await rowsOf(`SELECT
      (SELECT count(*) FROM initiatives)::INTEGER AS initiative,
      (SELECT count(*) FROM results)::INTEGER AS result,
      (SELECT count(DISTINCT (item_no, fiscal_year, heading)) FROM results WHERE heading IS NOT NULL)::INTEGER AS heading,
      (SELECT count(DISTINCT (item_no, workstream_no)) FROM schedules)::INTEGER AS workstream,
      (SELECT count(goal) FROM items)::INTEGER AS goal,
      (SELECT count(title) FROM items)::INTEGER AS title,
      (SELECT count(label) FROM effects)::INTEGER AS effect,
      (SELECT count(*) FROM reviews WHERE kind = 'achieved')::INTEGER AS achieved,
      (SELECT count(*) FROM reviews WHERE kind = 'not_achieved')::INTEGER AS not_achieved,
      (SELECT count(*) FROM reviews WHERE kind = 'next')::INTEGER AS next`)
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    expect(Object.fromEntries(kinds.map((kind) => [kind, all.filter((one) => one.kind === kind).length]))).toEqual(counts)
    expect(counts).toMatchObject({ title: 22, goal: 21, heading: 18, result: 185 })
  })

  it('stand where they say: in the words of the document, but for markup, marks and line ends', () => {
    const lines = readFileSync(join(digestPath, 'document.txt'), 'utf8').split('\n')
    const bare = (text: string) => text.replace(/<[^<>]*>/g, '').replace(/[\s・○●]/g, '')
    const placed = (one: Sentence) =>
      lines
        .slice(one.source_line - 1, one.source_end_line)
        .map((line, index, some) => line.slice(index === 0 ? one.source_column - 1 : 0, index === some.length - 1 ? one.source_end_column - 1 : undefined))
        .join('\n')
    expect(all.filter((one) => one.kind !== 'title' && bare(placed(one)) !== bare(one.text))).toEqual([])
    expect(all.filter((one) => one.kind === 'title' && !bare(placed(one)).includes(bare(one.text)))).toEqual([])
  })
})
