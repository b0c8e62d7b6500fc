import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { auditPage, views } from '../../site/audit.ts'
import { openSite, type Site, sheetsOf } from '../../site/browser.ts'
import { pagesOf } from '../../site/pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

it.each(['09', '10', '18'] as const)(
  'No.%s has no error, outside request, sideways scroll, axe finding or faint text in any view',
  async (number) => {
    expect(await auditPage(site, `items/${number}.html`, views)).toEqual([])
  },
  180_000,
)

it('the page of every item prints on one or two sheets', async () => {
  const paths = pagesOf(inject('site').folder).filter((path) => /^items\/\d/.test(path))
  const sheets: Record<string, number> = {}
  for (const path of paths) {
    const { page } = await site.open(path)
    sheets[path] = await sheetsOf(page)
    await page.context().close()
  }
  expect(paths).toHaveLength(22)
  expect(Object.entries(sheets).filter(([, count]) => count < 1 || count > 2)).toEqual([])
}, 120_000)
