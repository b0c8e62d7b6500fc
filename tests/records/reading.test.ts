import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { Report } from '../../loaders/document/report.ts'
import { type AnyTable, documentTable, type Reading } from '../../loaders/records/reading.ts'
import type { Table } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'
import { readItem } from '../support/documents.ts'

const reading = readItem({
  departments: '総務課',
  schedule: ['窓口\t①（検討）\t試行\t→\t待たせない。'],
  initiatives: '①窓口を増やす',
  years: {
    令和2年度:
      '・（1）窓口を2つにした。（No.1再掲） ・令和2年4月1日の職員数は計画10人に対し9人。 ・再任用職員3人。 ・対象10人、9人から回答があった（回答率90%）。',
    令和3年度: '・売却額 300円（甲 1件、乙 2件） ・市税 200円（納税課） (1) 庁内研修 甲研修（5人） ・目標は20件。',
  },
  achieved: '減った。',
  effects: ['令和2年度\t削減額\t4,000円', '総計\t4,000円'],
  rating: 'A',
})

/** The rows of a table as they were read, each given twice to the table, and what is said of the second ones. */
function readTwice(table: AnyTable): { rows: readonly object[]; messages: VFile['messages'] } {
  const file = new VFile({ path: 'document.txt' })
  const rows = reading.plan.context.rows(table) as readonly Reading<Table>[]
  const doubled = documentTable<Table>(table, () => rows.flatMap((row) => [row, row]))
  return { rows: doubled.read({ ...reading.plan.context, report: new Report(file) }), messages: file.messages }
}

describe('a second row of one key', () => {
  const filled = Object.values<AnyTable>(tables).filter((table) => reading.plan.context.rows(table).length > 0)

  it.each(filled.map((table) => [table.name, table] as const))('of %s is left out and said', (_, table) => {
    const rows = reading.plan.context.rows(table)
    const twice = readTwice(table)
    expect(twice.rows).toEqual(rows)
    expect(twice.messages.map(({ ruleId }) => ruleId)).toEqual(rows.map(() => 'duplicate-row'))
  })

  it('is of the same key where both have nothing in a column of it', () => {
    expect(readTwice(tables.assets).messages.map(({ reason }) => reason)).toEqual([
      '「資産の売却と貸付」の同じ行 (項目番号 1、年度 2021、種類 sale、地域 なし) が2度ある。初めのものを採る',
      '「資産の売却と貸付」の同じ行 (項目番号 1、年度 2021、種類 sale、地域 甲) が2度ある。初めのものを採る',
      '「資産の売却と貸付」の同じ行 (項目番号 1、年度 2021、種類 sale、地域 乙) が2度ある。初めのものを採る',
    ])
  })

  it('is tried of every table but those of which this document has no rows', () => {
    const empty = Object.values(tables).filter((table) => !filled.some(({ name }) => name === table.name))
    expect(empty.map(({ name }) => name)).toEqual(['plan_effects', 'source_pages'])
  })
})
