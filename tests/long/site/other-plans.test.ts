import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditPages, views } from '../../site/audit.ts'
import type { Site } from '../../site/browser.ts'
import { auditedPages, madeUpPlans, openMadeUpSite } from '../../site/made-up.ts'

/** Plans whose sites are looked at: all of them, by hand. */
const plans = madeUpPlans.slice(0, Number(process.env.MADE_UP_PLANS ?? madeUpPlans.length))

describe.each(plans)('the site of $name', ({ seed, options, change }) => {
  let site: Site
  beforeAll(async () => {
    site = await openMadeUpSite(seed, options, change)
  })
  afterAll(() => site?.close())

  it('has no error, outside request, sideways scroll, axe finding or faint text on any page, light and dark, wide, narrow and zoomed', async () => {
    expect(await auditPages(site, auditedPages(site.folder), views)).toEqual([])
  }, 400_000)
})
