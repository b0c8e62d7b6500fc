import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraYear } from '../../loaders/vocabulary/eras.ts'
import { query, runIngest, temporaryFolder } from '../support/command.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
const out = join(temporary.path, 'warehouse')
const rowsOf = (sql: string) => query(sql, join(out, 'reform.duckdb'))
beforeAll(() => runIngest(digestPath, '--out', out))
afterAll(temporary.remove)

describe('the database says of itself', () => {
  it.each([
    ['table', 22, 'SELECT comment FROM duckdb_tables() WHERE NOT internal'],
    ['view', 40, 'SELECT comment FROM duckdb_views() WHERE NOT internal'],
    ['column', 700, 'SELECT comment FROM duckdb_columns() WHERE NOT internal'],
  ])('what every %s is', async (_, least, sql) => {
    const comments = (await rowsOf(sql)).map(({ comment }) => comment)
    expect(comments.length).toBeGreaterThanOrEqual(least)
    expect(comments.filter((comment) => typeof comment !== 'string' || comment === '')).toEqual([])
  })

  it('how a column of a mart is computed, and what its codes mean', async () => {
    const columns = await rowsOf(
      "SELECT column_name AS name, comment FROM duckdb_columns() WHERE schema_name = 'marts' AND table_name = 'gift_years' AND column_name IN ('mean_yen', 'plan_id')",
    )
    expect(columns).toEqual([
      { name: 'plan_id', comment: 'プランID: プランのフォルダ名' },
      { name: 'mean_yen', comment: '1件あたり (円): 金額 ÷ 件数、1円未満は四捨五入' },
    ])
    expect(await rowsOf("SELECT comment FROM duckdb_columns() WHERE table_name = 'asset_years' AND column_name = 'kind'")).toEqual([
      { comment: '種類: sale 売却、lease 貸付、all 売却と貸付' },
    ])
  })
})

describe('era_label', () => {
  it('says every fiscal year as the pages do', async () => {
    const years = await rowsOf('SELECT range::INTEGER AS year, era_label(range::INTEGER) AS label FROM range(1860, 2040)')
    expect(years).toHaveLength(180)
    expect(years.filter(({ year, label }) => label !== eraYear(Number(year)))).toEqual([])
    expect(await rowsOf('SELECT era_label(2019) AS first, era_label(2020) AS next, era_label(NULL::INTEGER) AS none')).toEqual([
      { first: '令和元年度', next: '令和2年度', none: null },
    ])
  })

  it('stands beside the fiscal year of every view that has one', async () => {
    const views = await rowsOf(
      "SELECT table_name AS name, list(column_name ORDER BY column_index) AS columns FROM duckdb_columns() WHERE NOT internal AND schema_name IN ('main', 'marts') AND (schema_name, table_name) IN (SELECT (schema_name, view_name) FROM duckdb_views()) GROUP BY ALL",
    )
    const inYears = views.map(({ columns }) => columns as string[]).filter((columns) => columns.includes('fiscal_year'))
    expect(inYears).toHaveLength(30)
    expect(inYears.filter((columns) => columns[columns.indexOf('fiscal_year') + 1] !== 'era_label')).toEqual([])
    const labels = await rowsOf('SELECT DISTINCT fiscal_year, era_label FROM marts.effect_item_years ORDER BY fiscal_year')
    expect(labels.map(({ era_label }) => era_label)).toEqual(['令和2年度', '令和3年度', '令和4年度'])
  })
})
