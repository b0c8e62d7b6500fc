import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type Site } from '../../site/browser.ts'
import { chartContrast } from '../../site/contrast.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

it.each(['index.html', 'effects.html', 'staffing.html', 'collections.html', 'revenue.html', 'ratings.html', 'explore.html', 'data.html'] as const)(
  'the contrast of every label of the charts of %s is measured',
  async (path) => {
    const { page } = await site.open(path)
    await page.waitForLoadState('networkidle')
    expect(await chartContrast(page)).toEqual({ problems: [], missed: 0 })
    await page.context().close()
  },
)
