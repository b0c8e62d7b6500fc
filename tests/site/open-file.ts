import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import type { Opened, Site, View } from './browser.ts'
import type { PageAddress } from './pages.ts'

/** Opens a page of a site from its folder, as a double click does; no server is asked. */
export async function openFile(site: Site, path: PageAddress, { width = 1280, colorScheme = 'light' }: View = {}): Promise<Opened> {
  const context = await site.browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => !/^(?:file|data|blob):/.test(request.url()) && problems.push(request.url()))
  const [file = '', rest = ''] = path.split(/(?=[?#])/)
  await page.goto(pathToFileURL(join(site.folder, file)).href + rest)
  return { page, problems }
}

/** Opened as a file, a page has no error on its console, and its tools. */
export async function expectNoProblem(site: Site, path: PageAddress): Promise<void> {
  const { page, problems } = await openFile(site, path)
  expect(await page.locator('.tools').isVisible()).toBe(true)
  expect(problems).toEqual([])
  await page.context().close()
}
