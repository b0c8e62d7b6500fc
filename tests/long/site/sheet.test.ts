import { expect, it } from 'vitest'
import { sheetsOf } from '../../site/browser.ts'
import { openMadeUpSite } from '../../site/made-up.ts'
import { shareOf } from '../../support/share.ts'

const counts = [20, 100]

it.each(counts.slice(0, shareOf(counts.length)))(
  'the sheet of %d items over ten years is one sheet, of the overview as well',
  async (items) => {
    const site = await openMadeUpSite(7, { firstYear: 2012, years: 10, items, scale: 0.2 })
    for (const path of ['index.html', 'sheet.html'] as const) {
      const { page } = await site.open(path)
      expect(await sheetsOf(page)).toBe(1)
      expect(await page.locator('.sheet-lowest tbody tr').count()).toBe(6)
      expect(await page.locator('.sheet .sheet-others').allTextContents()).toContainEqual(expect.stringMatching(/^ほか\d+件$/))
      await page.context().close()
    }
    await site.close()
  },
  240_000,
)
