import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { chartContrast, contrastFindings } from './contrast.ts'

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
  ;({ page } = await site.open('about.html'))
})
afterAll(() => site?.close())

/** What is found in a drawing of 200 × 100 on a white page. */
async function findingsOf(drawing: string): Promise<string[]> {
  await page.setContent(`<body style="margin:0;background:#fff;color:#000"><svg width="200" height="100" font-size="12">${drawing}</svg></body>`)
  return (await contrastFindings(page)).problems
}

const text = (attributes: string) => `<text x="10" y="50" pointer-events="none" ${attributes}>件数 12</text>`
const hatch = (stripe: string) =>
  `<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="${stripe}"/></pattern></defs><rect width="200" height="100" fill="url(#h)"/>`

describe('the measuring of contrast', () => {
  it.each([
    ['dark text on the page', text('')],
    ['white text on a dark shape', `<rect width="200" height="100" fill="#000"/>${text('fill="#fff"')}`],
    ['dark text on a faint shape', `<rect width="200" height="100" fill="#000" fill-opacity="0.1"/>${text('')}`],
    ['dark text on a light hatching', hatch('#ccc') + text('')],
    ['large text of 3.5', text('fill="#8a8a8a" font-size="24"')],
    [
      'text with a halo over a line of its colour',
      `<line x1="0" x2="200" y1="46" y2="46" stroke="#000" stroke-width="4"/>${text('stroke="#fff" stroke-width="4" paint-order="stroke"')}`,
    ],
  ])('takes %s', async (_, drawing) => {
    expect(await findingsOf(drawing)).toEqual([])
  })

  it.each([
    ['white text on the page', text('fill="#fff"'), '1.00 < 4.5'],
    ['small text of 3.5', text('fill="#8a8a8a"'), '3.45 < 4.5'],
    ['dark text on a dark shape', `<rect width="200" height="100" fill="#333"/>${text('')}`, '1.66 < 4.5'],
    ['dark text on half a dark shape', `<rect width="20" height="100" fill="#000"/>${text('')}`, '1.00 < 4.5'],
    ['text that fades with its group', `<g opacity="0.3">${text('')}</g>`, '< 4.5'],
    ['dark text on the dark stripes of a hatching', hatch('#222') + text(''), '< 4.5'],
    ['text over a line of its colour', `<line x1="0" x2="200" y1="46" y2="46" stroke="#000" stroke-width="4"/>${text('')}`, '1.00 < 4.5'],
    ['letters of which only the outline is painted', text('fill="none" stroke="#000" stroke-width="4"'), 'letters without colour'],
    ['text under a shape', `${text('')}<rect width="200" height="100" fill="#eee"/>`, 'is covered by'],
  ])('finds %s', async (_, drawing, problem) => {
    expect((await findingsOf(drawing)).join()).toContain(problem)
  })

  it('looks at every label of the charts of a page', async () => {
    await page.goto(`${site.address}effects.html`)
    expect(await chartContrast(page)).toEqual({ problems: [], missed: 0 })
  })
})
