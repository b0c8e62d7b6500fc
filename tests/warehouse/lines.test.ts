import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { type EditionItem, editionText, harumi } from '../support/editions.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (name: string) => join(temporary.path, name)
const rowsOf = (name: string, sql: string) => query(sql, join(at(name), 'reform.duckdb'))

describe('the lines of three editions and the plan after them', () => {
  beforeAll(async () => {
    writeFiles(temporary.path, harumi)
    await runIngest(...['r5.txt', 'r6.txt', 'next.txt', 'r7.txt'].map(at), '--out', at('four'))
  })

  it('say of each item what became of it in the other plan, by current editions alone', async () => {
    const lines = await rowsOf('four', 'SELECT plan_id, item_no, side, other_plan_id, other_item_no FROM marts.item_lines')
    expect(lines.map((row) => Object.values(row))).toEqual([
      ['next', 1, 'before', 'r7', null],
      ['next', 2, 'before', 'r7', 2],
      ['next', 4, 'before', 'r7', null],
      ['r7', 1, 'after', 'next', null],
      ['r7', 2, 'after', 'next', 2],
      ['r7', 3, 'after', 'next', null],
      ['r7', 4, 'after', 'next', null],
    ])
  })

  it('have each year of a line once, with its place', async () => {
    const years = await rowsOf('four', 'SELECT plan_id, fiscal_year, era_label, measure, value, words, source_line FROM marts.line_years')
    expect(years.map((row) => Object.values(row))).toEqual([
      ['r7', 2023, '令和5年度', 'effect_yen', 5_000_000, '人件費', 30],
      ['r7', 2024, '令和6年度', 'effect_yen', 6_500_000, '人件費', 31],
      ['r7', 2025, '令和7年度', 'effect_yen', 7_000_000, '人件費', 32],
      ['next', 2026, '令和8年度', 'effect_yen', 8_000_000, '人件費', 22],
    ])
    expect(harumi['next.txt'].split('\n')[21]).toContain('8,000千円')
  })

  it('add up the effects of both plans, for the item of either', async () => {
    const totals = await rowsOf('four', 'SELECT plan_id, item_no, hindrance, total_yen::INTEGER AS total_yen, years FROM marts.line_totals')
    expect(totals).toEqual([
      { plan_id: 'next', item_no: 2, hindrance: null, total_yen: 26_500_000, years: 4 },
      { plan_id: 'r7', item_no: 2, hindrance: null, total_yen: 26_500_000, years: 4 },
    ])
  })

  it('and all that is counted are the same in whatever order the documents are given', async () => {
    await runIngest(...['r7.txt', 'next.txt', 'r6.txt', 'r5.txt'].map(at), '--out', at('back'))
    const once = "SELECT fiscal_year, sum(value)::INTEGER AS yen FROM facts WHERE measure = 'effects_yen' GROUP BY ALL ORDER BY ALL"
    expect(await rowsOf('back', once)).toEqual([
      { fiscal_year: 2023, yen: 6_324_000 },
      { fiscal_year: 2024, yen: 8_000_000 },
      { fiscal_year: 2025, yen: 8_600_000 },
      { fiscal_year: 2026, yen: 8_000_000 },
    ])
    for (const relation of ['facts', 'restatements', 'marts.item_lines', 'marts.line_years', 'marts.line_totals'])
      expect(await rowsOf('back', `FROM ${relation} ORDER BY ALL`), relation).toEqual(await rowsOf('four', `FROM ${relation} ORDER BY ALL`))
  })

  it('are none in a warehouse of one plan', async () => {
    await runIngest(at('r5.txt'), at('r6.txt'), '--out', at('two'))
    for (const mart of ['item_lines', 'line_years', 'line_totals'])
      expect(await rowsOf('two', `SELECT count(*)::INTEGER AS rows FROM marts.${mart}`), mart).toEqual([{ rows: 0 }])
  })
})

describe('effects of two plans that cannot be added up', () => {
  const first = (...effects: string[]) => editionText('第1次はるみ市改革プラン', ['令和5年度', '令和6年度', '令和7年度'], [{ no: 1, title: '広告', effects }])
  const second = (...effects: string[]) =>
    editionText('第2次はるみ市改革プラン', ['令和8年度'], [{ no: 1, title: '広告', effects }])
      .replaceAll('令和2年度～令和4年度', '令和8年度～令和10年度')
      .replaceAll('\t5年度\t6年度\t7年度', '\t8年度\t9年度\t10年度')

  it.each([
    ['called otherwise', 'names', first('令和7年度\t広告料\t100円'), second('令和8年度\t命名権料\t200円')],
    ['of one year in both', 'overlap', first('令和7年度\t広告料\t100円'), second('令和7年度\t広告料\t100円', '令和8年度\t広告料\t200円')],
    ['of which some are not understood', 'open', first('年度\t効果額\t繰越調整', '令和7年度\t50円\t7円'), second('令和8年度\t効果額\t200円')],
  ])('%s: %s', async (_, hindrance, text, next) => {
    writeFiles(at(hindrance), { 'a.txt': text, 'b.txt': next })
    await runIngest(at(`${hindrance}/a.txt`), at(`${hindrance}/b.txt`), '--out', at(`${hindrance}/out`))
    expect(await rowsOf(`${hindrance}/out`, 'SELECT plan_id, hindrance, total_yen FROM marts.line_totals')).toEqual([
      { plan_id: 'a', hindrance, total_yen: null },
      { plan_id: 'b', hindrance, total_yen: null },
    ])
  })
})

it('an item that is two in the plan after was split there', async () => {
  const counter: EditionItem = { no: 1, title: '窓口の改善' }
  writeFiles(at('split'), {
    'a.txt': editionText('第1次はるみ市改革プラン', ['令和5年度'], [counter]),
    'b/plan.txt': editionText('第2次はるみ市改革プラン', ['令和8年度'], [counter, { no: 2, title: '電子申請' }]).replaceAll(
      '5年度\t6年度\t7年度',
      '8年度\t9年度\t10年度',
    ),
    'b/plan.json': JSON.stringify({ document: 'plan.txt', same_as: { 2: 'a/1' } }),
  })
  await runIngest(at('split/a.txt'), at('split/b'), '--out', at('split/out'))
  const lines = await rowsOf('split/out', 'SELECT plan_id, item_no, other_item_no, items_here, items_there FROM marts.item_lines')
  expect(lines.map((row) => Object.values(row))).toEqual([
    ['a', 1, 1, 1, 2],
    ['a', 1, 2, 1, 2],
    ['b', 1, 1, 2, 1],
    ['b', 2, 1, 2, 1],
  ])
})
