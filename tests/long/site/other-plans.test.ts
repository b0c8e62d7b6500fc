import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditPages, views } from '../../site/audit.ts'
import type { Site } from '../../site/browser.ts'
import { figureFindings } from '../../site/figure-findings.ts'
import { auditedPages, madeUpPlans, openMadeUpSite } from '../../site/made-up.ts'
import type { PageAddress } from '../../site/pages.ts'
import { shareOf } from '../../support/share.ts'

/** The plans whose every page is looked at in every view. */
const audited = madeUpPlans.slice(-shareOf(madeUpPlans.length))

describe.each(madeUpPlans)('the site of $name', (plan) => {
  const { seed, options, change } = plan
  let site: Site
  let pages: PageAddress[]
  beforeAll(async () => {
    site = await openMadeUpSite(seed, options, change)
    pages = auditedPages(site.folder)
  })
  afterAll(() => site?.close())

  it('says nothing that is not so: no undefined, NaN, null or empty calendar', async () => {
    for (const path of pages) {
      const { document } = parseHTML(await readFile(join(site.folder, path), 'utf8'))
      for (const program of document.querySelectorAll('script, style, pre, code')) program.remove()
      const words = document.querySelector('main')?.textContent ?? ''
      expect(words, path).not.toBe('')
      expect(words.match(/.{0,40}(?:undefined|NaN|null|Infinity|\[object|\(\s*\)).{0,20}/g), path).toBeNull()
    }
  })

  it('shows no figure that the warehouse does not hold, and no receipt that does not come out', async () => {
    const { read, results, receipts, cells } = await figureFindings(site)
    expect([...read.problems, ...results.problems, ...receipts.problems, ...cells.problems]).toEqual([])
  })

  it('runs no script and loads no picture that stands in the document', async () => {
    for (const path of pages) {
      const text = await readFile(join(site.folder, path), 'utf8')
      expect(text.match(/<script>document\.title|<img src=x/g), path).toBeNull()
    }
  })

  if (audited.includes(plan)) {
    it('has no error, outside request, sideways scroll, axe finding or faint text on any page, light and dark, wide, narrow and zoomed', async () => {
      expect(await auditPages(site, pages, views)).toEqual([])
    }, 400_000)
  }
})
