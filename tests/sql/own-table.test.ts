import { describe, expect, it } from 'vitest'
import { arranged } from '../../src/sql/arranged.ts'
import { csvRecords } from '../../src/sql/own-file.ts'
import { ownTable } from '../../src/sql/own-table.ts'

describe('csvRecords', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb, c\td\r\n1\t2\t3\r\n',
      [
        ['a', 'b, c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      '"a ""x"", y","b\nc"\n,""\n',
      [
        ['a "x", y', 'b\nc'],
        ['', ''],
      ],
    ],
    ['a\n\n\nb', [['a'], ['b']]],
    ['"open\n1,2', [['"open'], ['1', '2']]],
    ['', []],
  ])('%j', (text, records) => {
    expect(csvRecords(text)).toEqual(records)
  })

  it('reads a cell of a megabyte, and quotes without end, in a moment', () => {
    expect(csvRecords(`"${'a""'.repeat(300_000)}"`)[0]?.[0]?.length).toBe(600_000)
    expect(csvRecords('"'.repeat(200_001)).length).toBe(1)
  })
})

describe('ownTable', () => {
  it('keeps codes as text, takes numbers with commas as such, and names each column once', () => {
    const own = ownTable('a.csv', 'own_a', [
      ['code', 'n', 'x', 'N', ''],
      ['007', '1,234', '1.50', "o'p", ''],
      ['12', '-5', '', '', ''],
    ])
    expect(own?.rows).toBe(2)
    expect(own?.statements).toEqual([
      'CREATE OR REPLACE TEMP TABLE "own_a" ("code" VARCHAR, "n" BIGINT, "x" DOUBLE, "N_2" VARCHAR, "列5" VARCHAR)',
      `INSERT INTO "own_a" VALUES ('007', 1234, 1.50, 'o''p', NULL),\n('12', -5, NULL, NULL, NULL)`,
    ])
  })

  it.each([
    [[]],
    [[['a', 'b']]],
    [
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('makes none of %j', (records) => {
    expect(ownTable('a.csv', 'own_a', records)).toBeUndefined()
  })
})

describe('arranged', () => {
  const result = {
    columns: [
      { name: 'n', isNumeric: true },
      { name: 'text', isNumeric: false },
    ],
    rows: [
      [10n, 'b2'],
      [null, 'b10'],
      ['9.5', null],
    ],
    isCut: false,
  }
  const texts = (order: { column: number; isDown: boolean } | undefined, filter = '') => arranged(result, { order, filter }).rows.map(([, text]) => text)

  it('orders numbers by value and texts by their numbers, NULL last', () => {
    expect(texts(undefined)).toEqual(['b2', 'b10', null])
    expect(texts({ column: 0, isDown: false })).toEqual([null, 'b2', 'b10'])
    expect(texts({ column: 0, isDown: true })).toEqual(['b2', null, 'b10'])
    expect(texts({ column: 1, isDown: false })).toEqual(['b2', 'b10', null])
    expect(texts({ column: 1, isDown: true })).toEqual(['b10', 'b2', null])
  })

  it('keeps rows that hold all words, in any width', () => {
    expect(texts(undefined, ' Ｂ２　10 ')).toEqual(['b2'])
    expect(texts(undefined, '')).toHaveLength(3)
    expect(texts(undefined, '<')).toEqual([])
  })
})
