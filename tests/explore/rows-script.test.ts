import { runInNewContext, runInThisContext } from 'node:vm'
import { expect, it } from 'vitest'
import { loadedRows, rowsPath, rowsScript } from '../../src/explore/rows-script.ts'

const rows = [
  { item_no: 1, departments: ['財政課', '納税課'], text: '</script><!-- "', is_total: true },
  { item_no: 2, departments: null, text: null, is_total: false },
]

it('gives the rows back as they were, each table under its name', () => {
  runInThisContext(rowsScript('items', rows))
  runInThisContext(rowsScript('figures', []))
  expect(loadedRows('items')).toEqual(rows)
  expect(loadedRows('figures')).toEqual([])
  expect(loadedRows('effects')).toBeUndefined()
  expect(loadedRows('constructor')).toBeUndefined()
})

it('holds nothing that would end a script of a page, and each column name once', () => {
  expect(rowsScript('items', rows)).not.toContain('<')
  expect(runInNewContext(`${rowsScript('items', rows)}; exploreRows.items.columns.length`)).toBe(4)
})

it('keeps the rows of a table in a file named after plan and table', () => {
  expect(rowsPath('osaki-plan5', 'effects')).toBe('explore-rows/osaki-plan5/effects.js')
})
