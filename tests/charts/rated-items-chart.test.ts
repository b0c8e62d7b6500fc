import { expect, it } from 'vitest'
import { RatedItemsChart } from '../../src/charts/rated-items-chart.ts'
import { drawChartsWithoutBrowser } from '../../src/pages/chart-document.ts'

drawChartsWithoutBrowser()

/** The widths of the boxes of items with ratings. */
function boxWidths(...ratings: string[]): number[] {
  const items = ratings.map((rating, index) => ({ label: `No.${index + 1}`, title: '窓口', rating, href: '/items/01.html' }))
  const chart = String(RatedItemsChart('評価', [{ name: '総務課', count: '', items }], ratings, { width: 536 }))
  return [...chart.matchAll(/<rect[^>]*\swidth="([\d.]+)"/g)].map(([, width]) => Number(width))
}

it('makes its boxes as wide as the longest rating, of one width', () => {
  expect(boxWidths('A', 'B')).toEqual([41, 41])
  const [first, second] = boxWidths('順調', 'おおむね順調')
  expect(first).toBe(second)
  expect(first).toBeGreaterThan(6 * 13)
})
