import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { auditOpened, narrowView } from './audit.ts'
import { type Opened, openSite, type Site } from './browser.ts'
import { isOfItsKind, pagesOf } from './pages.ts'

let site: Site
/** the tab in which one page after another is looked at */
let opened: Opened
beforeAll(async () => {
  site = await openSite()
  opened = await site.open('index.html', narrowView)
})
afterAll(() => site?.close())

const kinds = pagesOf(inject('site').folder).filter(isOfItsKind)

describe.each(kinds)('%s at 390 px', (path) => {
  beforeAll(async () => {
    await opened.page.setViewportSize({ width: narrowView.width, height: 800 })
    await site.turnTo(opened, path)
  })

  it('has every cell of every wide table in sight, under its heading, and no label crossed by a line drawn over it', async () => {
    const { page } = opened
    await page.locator('.card details').evaluateAll((parts) => {
      for (const part of parts) part.setAttribute('open', '')
    })
    const hidden = await page
      .locator('.table-scroll > table:has(thead th:nth-child(4)) :is(tbody th, td)')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.textContent !== '' && cell.getBoundingClientRect().right > 390).map((cell) => cell.outerHTML.slice(0, 100)),
      )
    expect(hidden).toEqual([])
    const crossed = await page.locator('.chart-narrow svg').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const lines = [...chart.querySelectorAll('[class*="rule"] line')]
        const labels = [...chart.querySelectorAll('text')].filter((text) => text.textContent?.trim())
        return labels.flatMap((label) => {
          const box = label.getBoundingClientRect()
          const over = lines.filter((line) => {
            const { left, right, top, bottom } = line.getBoundingClientRect()
            const touches = left < box.right - 1 && right > box.left + 1 && top < box.bottom - 2 && bottom > box.top + 2
            const isPaintedLater = (label.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
            return touches && (isPaintedLater || label.closest('[paint-order]') === null)
          })
          return over.length > 0 ? [`${chart.closest('.card')?.id}: ${label.textContent}`] : []
        })
      }),
    )
    expect(crossed).toEqual([])
  })

  it('has no error, outside request or sideways scroll, be it zoomed', async () => {
    expect(await auditOpened(opened, [narrowView])).toEqual([])
  })
})

describe('on a phone', () => {
  it('the list of ratings says what an item was rated, each value with its heading', async () => {
    const { page } = await site.open('items/index.html', { width: 390 })
    const row = page.locator('#items tbody tr').first()
    const headings = await row.locator('td').evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content))
    expect(headings.slice(0, 2)).toEqual(['"担当課"', '"評価"'])
    expect((await row.locator('td').nth(1).boundingBox())?.x).toBeLessThan(390)
    await page.context().close()
  })

  it('the document has a list of its items, of which each is one step away', async () => {
    const { page } = await site.open('source.html', { width: 390 })
    expect(await page.locator('.jumps a').count()).toBe(22)
    await page.locator('.jumps a', { hasText: 'No.21' }).click()
    await page.waitForURL(/#item-21$/)
    const place = await page.locator('#item-21').boundingBox()
    expect(place?.y).toBeGreaterThan(0)
    expect(place?.y).toBeLessThan(800)
    await page.context().close()
  })

  it('says what can be pressed where nothing hovers, and makes room for fingers', async () => {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.goto(`${site.address}index.html`)
    expect(await page.locator('.touch-hint').innerText()).toContain('下線の数字を押すと原文の場所へ')
    expect((await page.locator('#effects .downloads a').first().boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await context.close()
    const { page: desk } = await site.open('index.html')
    expect(await desk.locator('.touch-hint').isVisible()).toBe(false)
    await desk.context().close()
  })
})
