import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeViolations, type Opened, type Site, type View } from './browser.ts'
import type { PageAddress } from './pages.ts'

type AuditedView = Required<Pick<View, 'width' | 'colorScheme'>>

/** Opens the search of a page with the key that it says. */
export async function openSearch(site: Site, path: PageAddress, view: View = {}): Promise<Opened> {
  const opened = await site.open(path, view)
  await opened.page.keyboard.press('/')
  await opened.page.locator('#search-query').waitFor()
  return opened
}

/** Types a query into an open search and waits for its answer. */
export async function askSearch(page: Page, query: string): Promise<void> {
  await page.evaluate(() => performance.clearMeasures())
  await page.locator('#search-query').fill(query)
  await page.waitForFunction(() => performance.getEntriesByName('search-answer').length > 0)
}

/** With its search open and answered a page has no accessibility violation and no sideways scroll; the search does not print. */
export async function expectOpenSearch(site: Site, view: AuditedView): Promise<void> {
  const { page, problems } = await openSearch(site, 'staffing.html', view)
  await askSearch(page, '令和')
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
  expect(await page.locator('dialog.search').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('dialog.search').isVisible()).toBe(false)
  expect(problems).toEqual([])
  await page.context().close()
}

/** Opens the explorer on a question and waits for its answer. */
export async function openExplorer(site: Site, question: string, view: View = {}): Promise<Opened> {
  const opened = await site.open(`explore.html${question}`, view)
  await opened.page.locator('.explore-table table').waitFor()
  return opened
}

/** With everything open the explorer has no accessibility violation and no sideways scroll. */
export async function expectOpenExplorer(site: Site, question: string, view: AuditedView): Promise<void> {
  const { page, problems } = await openExplorer(site, question, view)
  for (const summary of await page.locator('#explore details summary').all()) await summary.click()
  await page.locator('.explore-rows table').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
  expect(await axeViolations(page)).toEqual([])
  expect(problems).toEqual([])
  await page.context().close()
}
