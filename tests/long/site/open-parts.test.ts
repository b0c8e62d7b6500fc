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
    [390, 'dark'],
  ] as const)('with its search open at %i px, %s', async (width, colorScheme) => {
    await expectOpenSearch(site, { width, colorScheme })
  })

  it.each([
    ['light', '?table=checks&rows=rule&columns=outcome'],
    ['dark', '?table=collections&rows=claim&columns=fiscal_year&measure=amount_yen&chart=line'],
  ] as const)('with everything of the explorer open at 390 px, %s', async (colorScheme, question) => {
    await expectOpenExplorer(site, question, { width: 390, colorScheme })
  })
})
