import { afterAll, beforeAll, inject, it } from 'vitest'
import { openSite, type Site } from '../../site/browser.ts'
import { expectNoProblem } from '../../site/open-file.ts'
import { isOfItsKind, pagesOf } from '../../site/pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

it.each(pagesOf(inject('site').folder).filter(isOfItsKind))('%s has no error on its console where it is opened as a file', async (path) => {
  await expectNoProblem(site, path)
})
