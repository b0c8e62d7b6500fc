import { afterAll, beforeAll, describe, it } from 'vitest'
import { openSite, type Site } from '../../site/browser.ts'
import { expectOpenExplorer, expectOpenSearch } from '../../site/open-parts.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('has no accessibility violation', () => {
  it.each([
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('with its search open at %i px, %s', async (width, colorScheme) => {
    await expectOpenSearch(site, { width, colorScheme })
  })

  it('with everything of the explorer open at 390 px, light', async () => {
    await expectOpenExplorer(site, '?table=checks&rows=rule&columns=outcome', { width: 390, colorScheme: 'light' })
  })
})
