import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument } from '../support/drawn.ts'

const closed = { no: 1, title: '窓口の統合', effects: ['令和2年度\t増収\t90円', '総計\t90円'], rating: 'A' }
const open = { no: 2, title: '広告の募集', effects: ['年度\t効果額\t繰越調整', '令和2年度\t50円\t7円', '総計\t50円\t7円'], rating: 'A' }

const textOf = (pages: readonly DrawnPage[], path: string) =>
  parseHTML(`<main>${pages.find((page) => page.path === path)?.main}</main>`).document.querySelector('main')?.textContent ?? ''

it('effects of which one is not understood are in no sum, and every page with a sum says so', async () => {
  const { warehouse, pages } = await drawDocument(documentText(closed, open))
  expect(warehouse.mart('effect_years').map(({ item_no, amount_yen }) => [item_no, amount_yen])).toEqual([[1, 90]])
  expect(warehouse.table('effectTotals').map(({ item_no, published_yen, computed_yen }) => [item_no, published_yen, computed_yen])).toEqual([
    [1, 90, 90],
    [2, 50, null],
  ])
  const said = 'No.2の効果額は合計できない (列の見出し「繰越調整」が何の額かわからない)。合計には含めていない。'
  for (const path of ['/index', '/sheet', '/effects', '/items/02']) expect(textOf(pages, path), path).toContain(said)
  expect(textOf(pages, '/items/01')).not.toContain('合計できない')
})

it('a plan of which no effect may be added up says nothing else', async () => {
  const { pages } = await drawDocument(documentText(open))
  expect(textOf(pages, '/effects')).toMatch(/^効果額.*No\.2の効果額は合計できない/s)
  expect(textOf(pages, '/effects')).not.toContain('金額で示された効果がない')
})

it('names no place of effects that are in no sum as the source of one', async () => {
  const { pages } = await drawDocument(documentText(closed, open))
  const source = textOf(pages, '/effects').match(/出典: .*?行/s)?.[0]
  expect(source).toMatch(/^出典: No\.1 原文\d+行$/)
  expect(textOf(pages, '/index')).not.toMatch(/No\.2 原文/)
})

it('says on the page of an item what is counted under another', async () => {
  const repeating = {
    no: 2,
    title: '窓口の委託',
    effects: ['令和2年度\t増収（No.1再掲）\t90円', '\t委託による減\t7円', '総計（再掲を除く）\t\t7円'],
    rating: 'A',
  }
  const { pages } = await drawDocument(documentText(closed, repeating))
  expect(textOf(pages, '/items/02')).toContain('再掲は合計に含めない。')
  expect(textOf(pages, '/items/01')).not.toContain('再掲は合計に含めない。')
})
