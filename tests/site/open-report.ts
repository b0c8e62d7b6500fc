import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { axeViolations, type Opened, type Site } from './browser.ts'

/** Opens a site that is one file, by default with no script, and collects whatever else the browser asks for. */
export async function openReport(site: Site, file: string, hash = '', { javaScriptEnabled = false, width = 1280 } = {}): Promise<Opened> {
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })
  const page = await context.newPage()
  const problems: string[] = []
  const address = pathToFileURL(file).href
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('request', (request) => request.url().split('#')[0] !== address && !request.url().startsWith('data:') && problems.push(request.url()))
  await page.goto(address + hash)
  return { page, problems }
}

/** At a width the first page of a site that is one file has no accessibility violation and no sideways scroll. */
export async function expectAccessible(site: Site, file: string, width: number): Promise<void> {
  const { page, problems } = await openReport(site, file, '', { javaScriptEnabled: true, width })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  // each page was looked at on the site; the hidden ones would take axe a minute
  await page.locator('.page').evaluateAll((pages) => {
    for (const one of pages) if (!one.checkVisibility()) one.remove()
  })
  expect(await axeViolations(page)).toEqual([])
  expect(problems).toEqual([])
  await page.context().close()
}
