import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/format/csv.ts'
import { readCsv, unguarded } from '../support/csv.ts'

it('quotes what would end a cell, and tells nothing from an empty text', () => {
  expect(
    csvText([
      ['項目', '注記'],
      ['1,234', 'いわゆる"目玉"'],
      ['2行\nの文', ''],
      [null, -5],
    ]),
  ).toBe('項目,注記\r\n"1,234","いわゆる""目玉"""\r\n"2行\nの文",""\r\n,-5\r\n')
})

it('begins with a byte order mark for Excel', () => {
  expect(csvText([['効果額']], { forExcel: true })).toBe('\ufeff効果額\r\n')
})

it('gives back what a reader of CSV takes from it', () => {
  const records = [
    ['a', 'b"c', 'd\r\ne'],
    ['', ',', ' '],
  ]
  expect(readCsv(csvText(records))).toEqual(records)
})

describe('text that Excel would take for a number or a day', () => {
  const codes = ['042153', '1-2', '3/4', 'R2-4', '1-2-3', '10:30', '12E3', '(12)', '（12）', '１－２', '12345678901234567']
  const others = ['1', '2022', '0', '0.5', '2022-04-01', '令和2年度', '1-(2)-①', 'A-B', '10人', '81.8%', '文 1-2', '']

  it('has an apostrophe before it for Excel, and is found again', () => {
    const [cells = []] = readCsv(csvText([codes], { forExcel: true }).slice(1))
    expect(cells).toEqual(codes.map((code) => `'${code}`))
    expect(readCsv(csvText([cells], { forExcel: true }).slice(1))[0]).toEqual(codes.map((code) => `''${code}`))
  })

  it('stays as it is for other programs, as do numbers, whole days and words for Excel', () => {
    expect(readCsv(csvText([codes.slice(0, -3)]))).toEqual([codes.slice(0, -3)])
    expect(readCsv(csvText([others], { forExcel: true }).slice(1))).toEqual([others])
    expect(csvText([[42153, -12]], { forExcel: true })).toBe('\ufeff42153,-12\r\n')
  })
})

describe('text that Excel would run', () => {
  const formulas = ['=HYPERLINK("http://example.com","見る")', "=cmd|' /C calc'!A0", '@SUM(1,1)', '- 文', '+81']
  const running = [...formulas, '＝1+1', '＋1', '－1', '＠a', '\t=1', '\r=1']

  it('has an apostrophe before it, in any cell', () => {
    const cells = readCsv(csvText([running, ['項目', ...running]])).flat()
    expect(cells.filter((cell) => !cell.startsWith("'"))).toEqual(['項目'])
    expect(csvText([['=1+1', '-5', '@']])).toBe("'=1+1,'-5,'@\r\n")
  })

  it('has one more where one stands already, so that the text is found again', () => {
    const guarded = [...running.map((text) => `'${text}`), ...running.map((text) => `''${text}`)]
    const others = ["'引用'", "''", "文 '=1'", '５', '−5', '']
    const texts = [...running, ...guarded, ...others]
    const [cells = []] = readCsv(csvText([texts]))
    expect(new Set(cells).size).toBe(texts.length)
    expect(cells.map(unguarded)).toEqual(texts)
    expect(cells.slice(-others.length)).toEqual(others)
  })

  it('is no number: these stay as they are', () => {
    expect(csvText([[-5, -5n, -0.5, true, { digits: '-5.20' }]])).toBe('-5,-5,-0.5,true,-5.20\r\n')
  })
})
