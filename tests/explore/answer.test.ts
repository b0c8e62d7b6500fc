import { Table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { answer } from '../../src/explore/answer.ts'
import type { Catalog, CatalogTable } from '../../src/explore/catalog.ts'
import { type LoadedTable, wordsColumn } from '../../src/explore/load.ts'
import { readQuestion } from '../../src/explore/question.ts'
import type { DataRow } from '../../src/explore/rows-script.ts'

const table: CatalogTable = {
  name: 'effects',
  title: '取組による効果',
  grain: '',
  rowCount: 0,
  dimensions: [
    { name: 'item_no', title: '項目', labels: {}, kind: 'item', ofItem: false },
    { name: 'fiscal_year', title: '年度', labels: {}, kind: 'fiscal-year', ofItem: false },
    { name: 'region', title: '地域', labels: {}, kind: 'words', ofItem: false },
    { name: 'is_repeat', title: '再掲', labels: {}, kind: 'words', ofItem: false },
  ],
  measures: [{ name: 'amount_yen', title: '効果額', unit: '円', isAdditive: true, isComputed: false }],
  texts: [],
  notes: [],
  partColumn: 'region',
  wholeColumns: ['item_no', 'fiscal_year'],
  repeatColumn: 'is_repeat',
  openItems: [3],
}

/** What is asked of some rows, the dimension of each of their keys in its own column. */
function ask(given: readonly Partial<Record<'item_no' | 'fiscal_year' | 'amount_yen' | 'region' | 'is_repeat', DataRow[string]>>[], address: string) {
  const rows = given.map((row): DataRow => ({ item_no: 1, fiscal_year: 2020, amount_yen: null, region: null, is_repeat: false, ...row }))
  const columns = Object.fromEntries(table.dimensions.map(({ name }) => [name, rows.map((row) => String(row[name] ?? ''))]))
  const loaded: LoadedTable = { catalog: table, rows, keys: new Table({ ...columns, [wordsColumn]: rows.map(() => '') }) }
  const catalog: Catalog = { planId: '', root: '', scope: '', items: {}, tables: [table] }
  return answer(loaded, readQuestion(catalog, new URLSearchParams(`table=effects&measure=amount_yen&${address}`)))
}

describe('answer', () => {
  it('is nothing of no rows', () => {
    const { rowKeys, whole, all } = ask([], 'rows=item_no&columns=fiscal_year&view=share')
    expect([rowKeys, whole.value, all.value]).toEqual([[], null, null])
  })

  it('counts what another item counts only where it is asked for', () => {
    const rows = [{ amount_yen: 5 }, { item_no: 2, amount_yen: 7, is_repeat: true }]
    expect(ask(rows, 'rows=item_no').whole.value).toBe(5)
    expect(ask(rows, 'rows=item_no&only.is_repeat=true').whole.value).toBe(7)
  })

  it('shows amounts of an item that cannot be added up, and leaves them out of sums', () => {
    const found = ask([{ amount_yen: 5 }, { item_no: 3, amount_yen: 7 }, { item_no: 3, fiscal_year: 2021, amount_yen: 8 }], 'rows=item_no&columns=fiscal_year')
    expect(found.cell('3', '2021')?.value).toBe(8)
    expect(found.rowTotal('3').hindrance).toBe('open')
    expect(found.whole).toMatchObject({ value: 5, counted: [0] })
  })

  it('takes the sum of parts for a whole of the same year that states none, or that is not there', () => {
    const north = { region: '北部', amount_yen: 2 }
    const south = { region: '南部', amount_yen: 4 }
    const stated = { ...north, fiscal_year: 2022, amount_yen: 1 }
    const rows = [{}, north, south, { ...south, fiscal_year: 2021 }, { fiscal_year: 2022, amount_yen: 9 }, stated]
    const found = ask(rows, 'rows=fiscal_year&columns=region')
    expect(found.columnKeys).toEqual([''])
    expect(found.rowKeys.map((key) => [found.rowTotal(key).value, found.rowTotal(key).counted])).toEqual([
      [6, [1, 2]],
      [4, [3]],
      [9, [4]],
    ])
    expect(ask(rows, 'rows=fiscal_year&aggregate=mean').whole.value).toBe(6)
    expect(ask(rows, 'rows=region&parts=parts').rowTotal('北部').value).toBe(3)
  })

  it('gives no rate from nothing or less, nor over a year that is left out', () => {
    const rows = [0, 5, -5, 6, 9].map((amount_yen, index) => ({ fiscal_year: [2020, 2021, 2022, 2023, 2025][index] as number, amount_yen }))
    const found = ask(rows, 'rows=fiscal_year&view=growth')
    expect(found.rowKeys.map((key) => found.rowTotal(key).value)).toEqual([null, null, -200, null, null])
  })

  it('names the years of a sum so far that have an amount, not those before them that have none', () => {
    const rows = [
      { item_no: 2, amount_yen: 1 },
      { fiscal_year: 2021, amount_yen: 5 },
      { fiscal_year: 2022, amount_yen: 7 },
    ]
    const { operands = [], value } = ask(rows, 'rows=item_no&columns=fiscal_year&view=cumulative').cell('1', '2022') ?? {}
    expect([value, operands.map(({ name, value }) => [name, value])]).toEqual([
      12,
      [
        ['令和3年度 (2021)', 5],
        ['令和4年度 (2022)', 7],
      ],
    ])
  })
})
