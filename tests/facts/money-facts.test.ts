import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main as ingest } from '../../loaders/main.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import type { NumberFact, Operand } from '../../src/facts/fact.ts'
import { Facts } from '../../src/facts/facts.ts'
import { documentText } from '../support/documents.ts'

const document = documentText(
  {
    no: 1,
    title: '使用料の回収',
    years: {
      令和2年度: '納付額合計 60円 家賃 10円（建築課），家賃 20円（支所），給食費 30円（学校教育課）',
      令和3年度: '納付額合計 24円 家賃 20円（建築課），道路占用料 4円（建設課）',
    },
  },
  {
    no: 2,
    title: '広告と応援',
    effects: ['令和2年度\t広告料\t2件\t1,000円', '令和2年度\t寄附受入\t3件\t9,000円', '令和3年度\t寄附受入\t4件\t6,000円'],
  },
  {
    no: 3,
    title: '遊休資産の活用',
    years: {
      令和2年度: '・売却額 30円 契約 5件（古川地域 1件、田尻地域 2件）',
      令和3年度: '・売却額 20円（古川地域 3件、田尻地域 1件） ・貸付額 7円 契約 2件',
    },
  },
)

let directory: string
let warehouse: Warehouse
let facts: Facts
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'money-facts-'))
  const path = join(directory, 'document.txt')
  await writeFile(path, document)
  expect(await ingest([path, '--out', join(directory, 'warehouse')])).toBe(0)
  warehouse = await openWarehouse(join(directory, 'warehouse'))
  facts = new Facts(warehouse)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** A fact with its operands in short: each by its name and value, or the words that stand for it. */
function shown(fact: NumberFact | undefined): unknown {
  if (fact?.kind !== 'computed') return fact?.value
  return [fact.value, Object.fromEntries(fact.operands.map((operand) => [operand.name, valueOrWords(operand)]))]
}

function valueOrWords({ fact }: Operand): number | string {
  return 'value' in fact ? fact.value : fact.words
}

describe('collected claims', () => {
  it('are read where one department collected them, else the sum over the departments', () => {
    const claims = warehouse.mart('collection_claims').map((row) => [row.claim, row.fiscal_year, shown(facts.of(row, 'amount_yen'))])
    expect(claims).toEqual([
      ['家賃', 2020, [30, { 建築課: 10, 支所: 20 }]],
      ['家賃', 2021, 20],
      ['給食費', 2020, 30],
      ['道路占用料', 2021, 4],
    ])
  })

  it('say which claim of which department a year is the sum of', () => {
    const [first] = warehouse.mart('collection_years')
    expect(first && shown(facts.of(first, 'amount_yen'))).toEqual([60, { '家賃 (建築課)': 10, '家賃 (支所)': 20, '給食費 (学校教育課)': 30 }])
  })

  it('take a year that does not list a claim as nothing paid, and say so', () => {
    const changes = warehouse.mart('collection_years_changes').map((row) => [row.claim, shown(facts.of(row, 'change_yen'))])
    expect(changes).toEqual([
      ['給食費', [-30, { '令和3年度 (2021)': '記載なし', '令和2年度 (2020)': 30 }]],
      ['家賃', [-10, { '令和3年度 (2021)': 20, '令和2年度 (2020)': 30 }]],
      ['道路占用料', [4, { '令和3年度 (2021)': 4, '令和2年度 (2020)': '記載なし' }]],
    ])
  })

  it('name as cause of a change the claim that went its way most', () => {
    expect(warehouse.mart('collection_years_changes').map(({ claim, cause_rank }) => [claim, cause_rank])).toEqual([
      ['給食費', 1],
      ['家賃', 2],
      ['道路占用料', null],
    ])
  })

  it('of a department know whether every year lists them', () => {
    const rows = warehouse.mart('collection_claims_by_department').map((row) => [row.claim, row.department, row.rank, row.is_every_year, row.amount_yen])
    expect(rows).toEqual([
      ['家賃', '建築課', 1, true, 10],
      ['家賃', '建築課', 1, true, 20],
      ['家賃', '支所', 2, false, 20],
      ['給食費', '学校教育課', 3, false, 30],
      ['道路占用料', '建設課', 4, false, 4],
    ])
  })
})

describe('donations', () => {
  it('are no other effects of their item, neither in yen nor in number', () => {
    const years = warehouse.mart('gift_years').map((row) => [row.fiscal_year, shown(facts.of(row, 'amount_yen')), shown(facts.of(row, 'gifts'))])
    expect(years).toEqual([
      [2020, 9000, 3],
      [2021, 6000, 4],
    ])
  })

  it('have the mean of their sums over all years', () => {
    const last = warehouse.mart('gift_years').at(-1)
    expect(last && shown(facts.of(last, 'cumulative_mean_yen'))).toEqual([2143, { 金額: 15_000, 件数: 7 }])
  })
})

describe('sales and leases', () => {
  it('count the contracts that are stated, else those of the regions', () => {
    const sales = warehouse.mart('asset_years').filter(({ kind }) => kind === 'sale')
    expect(sales.map((row) => [row.contracts_summed, shown(facts.of(row, 'contracts'))])).toEqual([
      [false, 5],
      [true, [4, { 古川地域: 3, 田尻地域: 1 }]],
    ])
  })

  it('add up the kinds of a year', () => {
    const all = warehouse.mart('asset_years').filter(({ kind }) => kind === 'all')
    expect(all.map((row) => shown(facts.of(row, 'amount_yen')))).toEqual([30, [27, { 売却額: 20, 貸付額: 7 }]])
  })

  it('give the share of a region in all regions, whatever total is stated beside them', () => {
    const [first] = warehouse.mart('asset_years_by_region')
    expect(first && shown(facts.of(first, 'share_percent'))).toEqual([33.3, { 地域の件数: 1, 年度の件数: 3 }])
  })
})
