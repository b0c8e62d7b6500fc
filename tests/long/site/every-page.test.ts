import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { auditPage, views } from '../../site/audit.ts'
import { openSite, type Site } from '../../site/browser.ts'
import { isOfItsKind, pagesOf } from '../../site/pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe.each(pagesOf(inject('site').folder).filter(isOfItsKind))('%s', (path) => {
  it('has no error, outside request, sideways scroll, axe finding or faint text, light and dark, wide, narrow and zoomed', async () => {
    expect(await auditPage(site, path, views)).toEqual([])
  }, 180_000)

  it('becomes a PDF', async () => {
    const { page } = await site.open(path)
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
    await page.context().close()
  })
})
