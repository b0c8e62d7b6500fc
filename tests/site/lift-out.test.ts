import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** What is lifted out in the charts of a page that are shown: for each card the topics of its shapes. */
function lifted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const mark of document.querySelectorAll('.chart-wide svg .lifted')) {
      if (!mark.checkVisibility() || mark.querySelector('text') || mark.tagName === 'text') continue
      const { item = '', year = '', department = '' } = (mark as SVGElement).dataset
      const card = mark.closest('.card')?.id ?? ''
      found[card] = [...new Set([...(found[card] ?? []), [item, year, department].filter(Boolean).join(' ')])]
    }
    return found
  })
}

describe('what is pointed at', () => {
  it('stands out in all charts of the page: an item in a year', async () => {
    const { page, problems } = await site.open('effects.html')
    await page.locator('#items .drawing:visible .chart-wide rect[data-item="17"][data-year="2021"]').hover()
    expect(await lifted(page)).toEqual({
      comparison: ['2021'],
      cumulative: ['2021'],
      items: ['17 2021'],
      shares: ['17'],
      targets: ['2021'],
    })
    expect(await page.locator('#items-table tr.lifted').count()).toBe(1)
    await page.locator('h1').hover()
    expect(await lifted(page)).toEqual({})
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('stands out by keyboard too: an item from its name in a table, a year from its row', async () => {
    const { page } = await site.open('effects.html')
    await page.locator('#shares-table summary').click()
    await page.locator('#shares-table a', { hasText: 'No.19' }).focus()
    expect(await lifted(page)).toMatchObject({ items: ['19 2020', '19 2021', '19 2022'], shares: ['19'] })
    await page.locator('#comparison-table summary').click()
    await page.locator('#comparison-table tbody tr').nth(2).locator('a, button').first().focus()
    expect(await lifted(page)).toMatchObject({ comparison: ['2022'], cumulative: ['2022'], items: expect.arrayContaining(['17 2022', '22 2022']) })
    expect(await axeViolations(page)).toEqual([])
    await page.locator('#comparison-table tbody tr').nth(2).locator('a, button').first().blur()
    expect(await lifted(page)).toEqual({})
    await page.context().close()
  })

  it('stands out for departments: rated items and claims', async () => {
    const { page } = await site.open('ratings.html')
    await page.locator(`#departments .chart-wide a[data-department="財政課"]`).first().hover()
    const { departments, distribution } = await lifted(page)
    expect(departments).toEqual([expect.stringMatching(/^\d+ 財政課$/)])
    expect(distribution).toEqual([departments?.[0]?.split(' ')[0]])
    await page.context().close()
    const { page: claims } = await site.open('collections.html')
    await claims.locator('#departments .drawing:visible .chart-wide rect[data-year="2021"]').first().hover()
    expect((await lifted(claims)).departments).toEqual(['2021 建築住宅課'])
    expect((await lifted(claims))['largest-claims']).toEqual(['2021'])
    await claims.context().close()
  })
})
