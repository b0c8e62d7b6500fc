import { expect, it } from 'vitest'
import { downloadName, withMunicipality } from '../../src/format/municipality.ts'
import { tableCsv } from '../../src/markup/table.ts'

it('stands before each record, its code guarded for Excel', () => {
  const table = { head: ['項目'], rows: [['1-2'], [{ value: 5, shown: '5' }]] }
  expect(tableCsv(table, { code: '042153', name: '大崎市' })).toBe("\ufeff団体コード,市区町村,項目\r\n'042153,大崎市,'1-2\r\n'042153,大崎市,5\r\n")
  expect(tableCsv(table)).toBe("\ufeff項目\r\n'1-2\r\n5\r\n")
  expect(withMunicipality([['項目'], ['a']], { code: null, name: '=町' })).toEqual([
    ['団体コード', '市区町村', '項目'],
    [null, '=町', 'a'],
  ])
})

it('begins the name of a download with its code, of which nothing but letters and digits is taken', () => {
  expect(downloadName('effects.csv', { code: '042153' })).toBe('042153-effects.csv')
  expect(downloadName('effects.csv', { code: '../0"4' })).toBe('04-effects.csv')
  expect([downloadName('a.csv', { code: null }), downloadName('a.csv', undefined)]).toEqual(['a.csv', 'a.csv'])
})
