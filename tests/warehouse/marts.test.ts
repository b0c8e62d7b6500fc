import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main as ingest } from '../../loaders/main.ts'
import type { MartName } from '../../loaders/warehouse/marts/definitions.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { query, writeFiles } from '../support/command.ts'
import { documentText, itemText } from '../support/documents.ts'
import { root } from '../support/plans.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'marts-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** The warehouse of a document, read as the pages read it. */
async function warehouseOf(name: string, document: string): Promise<Warehouse> {
  const output = join(directory, name)
  expect(await ingest([document, '--out', output])).toBe(0)
  return openWarehouse(output)
}

/** The text of a document of items with their ratings behind a note, as `noted` prints them. */
function rated(note: string, ratings: readonly string[]): string {
  const items = ratings.map((rating, index) => itemText({ no: index + 1, years: { 令和3年度: '・進めた。' }, notAchieved: `○${index + 1}つ残った。`, rating }))
  return ['第5次見本プラン取組実績一覧', ...items, ''].join('\n').replaceAll('※A, B, C, Dの評価を記載', note)
}

type Cells = Awaited<ReturnType<typeof query>>

/** The rows of a mart of several documents, stored together, by the name of each document. */
async function rowsByDocument(mart: MartName, documents: ReadonlyMap<string, string>): Promise<(name: string) => Cells> {
  const folder = writeFiles(join(directory, mart), Object.fromEntries([...documents].map(([name, text]) => [`${name}.txt`, text])))
  const output = join(directory, `${mart}-out`)
  expect(await ingest([...[...documents.keys()].map((name) => join(folder, `${name}.txt`)), '--out', output])).toBe(0)
  const rows = await query(`FROM marts.${mart}`, join(output, 'reform.duckdb'))
  return (name) => rows.filter(({ plan_id }) => plan_id === name)
}

it('a warehouse that lacks a view of today is refused with what to do', async () => {
  const output = join(directory, 'earlier')
  expect(await ingest([join(root, 'tests/fixtures/good/rating-signs/document.txt'), '--out', output])).toBe(0)
  const instance = await DuckDBInstance.create(join(output, 'reform.duckdb'))
  await (await instance.connect()).run('DROP VIEW marts.effect_years_by_item')
  instance.closeSync()
  await expect(openWarehouse(output)).rejects.toThrow(`${output} はこのツールの別の版が書いたものである。npm run ingest でもう一度書き出す`)
})

describe('rating_counts and support_by_rating', () => {
  it.each([
    ['rating-signs', ['◎', '○', '△', '×']],
    ['rating-s-to-e', ['S', 'A', 'B', 'C', 'D', 'E', 'F']],
  ])('%s goes from the best rating to the lowest', async (name, ratings) => {
    const warehouse = await warehouseOf(name, join(root, 'tests/fixtures/good', name, 'document.txt'))
    expect(warehouse.mart('rating_counts').map(({ rating }) => rating)).toEqual(ratings)
    expect(warehouse.mart('support_by_rating').map(({ rating }) => rating)).toEqual([...ratings, 'all'])
  })

  const scales = [
    [
      'letters',
      '※A, B, C, Dの評価を記載',
      ['A', 'C', 'A'],
      [
        ['A', 2, true, false],
        ['B', 0, true, false],
        ['C', 1, true, false],
        ['D', 0, true, false],
      ],
    ],
    [
      'from-s',
      '※S～Cの評価を記載',
      ['A'],
      [
        ['S', 0, true, false],
        ['A', 1, true, false],
        ['B', 0, true, false],
        ['C', 0, true, false],
      ],
    ],
    [
      'signs',
      '※◎、○、△の評価を記載',
      ['○'],
      [
        ['◎', 0, true, false],
        ['○', 1, true, false],
        ['△', 0, true, false],
      ],
    ],
    [
      'words',
      '※達成・一部達成・未達成',
      ['一部達成'],
      [
        ['達成', 0, true, null],
        ['一部達成', 1, true, null],
        ['未達成', 0, true, null],
      ],
    ],
    [
      'explained',
      '※A（計画以上）、B（計画未満）',
      ['A'],
      [
        ['A', 1, true, true],
        ['B', 0, true, true],
      ],
    ],
    [
      'unstated',
      '',
      ['A', 'C'],
      [
        ['A', 1, false, null],
        ['C', 1, false, null],
      ],
    ],
  ] as const
  let countsOf: (name: string) => Cells
  let supportOf: (name: string) => Cells
  beforeAll(async () => {
    const documents = new Map(scales.map(([name, note, ratings]) => [name, rated(note, ratings)]))
    countsOf = await rowsByDocument('rating_counts', documents)
    const support = await query('FROM marts.support_by_rating', join(directory, 'rating_counts-out', 'reform.duckdb'))
    supportOf = (name) => support.filter(({ plan_id }) => plan_id === name)
  })

  it.each(scales)('%s have every step of the scale that the document states, those nobody got with 0', (name, _, ratings, rows) => {
    const counts = countsOf(name)
    expect(counts.map(({ rating, items, on_scale, explained }) => [rating, items, on_scale, explained])).toEqual(rows)
    expect(counts.map(({ rank }) => rank)).toEqual(counts.map((_, index) => index + 1))
    expect(new Set(counts.map(({ rated_items }) => rated_items))).toEqual(new Set([ratings.length]))
    expect(supportOf(name).map(({ rating, items }) => [rating, items])).toEqual([
      ...counts.map(({ rating, items }) => [rating, items]),
      ['all', ratings.length],
    ])
  })
})

describe('lowest_rated_items', () => {
  const documents = [
    [
      'below',
      '※A, B, C, Dの評価を記載',
      ['A', 'C', 'C'],
      [
        [2, 'C', 1],
        [3, 'C', 1],
      ],
    ],
    ['all-alike', '※A, B, C, Dの評価を記載', ['B'], [[1, 'B', 1]]],
    ['all-best', '※A, B, C, Dの評価を記載', ['A', 'A'], []],
    ['without-scale', '', ['B', 'B'], []],
    ['words-in-no-order', '', ['順調', '遅延'], []],
    ['of-two-kinds', '', ['A', '80%'], []],
    ['dots', '※●、○、△の評価を記載', ['●', '○'], [[2, '○', 1]]],
  ] as const
  let rowsOf: (name: string) => Cells
  beforeAll(async () => {
    rowsOf = await rowsByDocument('lowest_rated_items', new Map(documents.map(([name, note, ratings]) => [name, rated(note, ratings)])))
  })

  it.each(documents)('%s are the items with the lowest rating given, where there is a better one', (name, _note, _ratings, rows) => {
    expect(rowsOf(name).map(({ item_no, rating, not_achieved }) => [item_no, rating, not_achieved])).toEqual(rows)
  })
})

describe('target_years', () => {
  it('say of each item and year what came of its targets, as the document says or else by the numbers', async () => {
    const path = join(directory, 'targets.txt')
    const years = (text: string) => ({ 令和2年度: text, 令和3年度: '・進めた。', 令和4年度: '・進めた。' })
    const effects = ['令和2年度\t削減額\t900千円', '令和3年度\t削減額\t1,000千円', '令和4年度\t削減額\t1,200千円', '総計\t削減額\t3,100千円']
    await writeFile(
      path,
      documentText(
        { no: 1, years: years('・目標とした講座の8件追加を達成した。 ・目標の3回は未達であった。') },
        { no: 2, years: years('・進めた。'), notAchieved: '○令和3年度と令和4年度は目標額を1,100千円とした。', effects },
        { no: 3, years: years('・目標とした講座の8件を開いた。') },
      ),
    )
    const warehouse = await warehouseOf('targets', path)
    const rows = warehouse
      .mart('target_years')
      .map(({ item_no, fiscal_year, result, target, actual_yen }) => [item_no, fiscal_year, result, target, actual_yen])
    expect(rows).toEqual([
      [1, 2020, 'missed', 3, null],
      [2, 2020, 'unstated', null, 900_000],
      [2, 2021, 'missed', 1_100_000, null],
      [2, 2022, 'met', 1_100_000, null],
    ])
    expect(warehouse.mart('target_results').map(({ result, years }) => [result, years])).toEqual([
      ['met', 1],
      ['missed', 2],
    ])
    expect(warehouse.mart('item_targets').map(({ result }) => result)).toEqual(['met', 'missed', 'missed', 'met', 'unmatched'])
  })
})

describe('what a document says of its numbers', () => {
  const effects = ['令和2年度\t一般会計の削減額\t900千円', '総計\t900千円']
  const said = { years: { 令和2年度: '・一時的な収入である。' } }
  const cut = { years: { 令和2年度: '・特別会計年度任用職員を減らし、累\n計で示した。' }, effects: ['令和2年度\t削減額\t900千円'] }
  const collected = { 令和2年度: '・納付額 市税 2,000円', 令和3年度: '・納付額 市税 1,000円' }
  const documents = new Map([
    ['remarks', documentText({ no: 1, ...said, effects }, { no: 2, ...said })],
    ['cut', documentText(cut)],
    ['says-why', documentText({ years: collected, notAchieved: '○対象が少なかったため、納付額は減少した。' })],
    ['says-no-why', documentText({ years: collected, notAchieved: '○納付額は減少した。対象が少なかったため、人員を移した。' })],
  ])
  let remarksOf: (name: string) => Cells
  let yearsOf: Cells
  beforeAll(async () => {
    remarksOf = await rowsByDocument('effect_remarks', documents)
    yearsOf = await query('FROM marts.collection_years', join(directory, 'effect_remarks-out', 'reform.duckdb'))
  })

  it.each([
    [
      'remarks',
      [
        ['account', 1],
        ['lasting', 1],
      ],
    ],
    ['cut', [['span', 1]]],
  ])('%s: by matter, of items with effects alone; a word over two lines once, no account in 会計年度', (name, rows) => {
    expect(remarksOf(name).map(({ matter, item_no }) => [matter, item_no])).toEqual(rows)
  })

  it.each([
    ['says-why', true],
    ['says-no-why', false],
  ])('%s: whether a sentence gives a reason for what was collected', (name, isTold) => {
    expect(yearsOf.filter(({ plan_id }) => plan_id === name).map(({ says_why }) => says_why)).toEqual([isTold, isTold])
  })
})
