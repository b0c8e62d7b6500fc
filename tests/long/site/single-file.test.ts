import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { buildSingle } from '../../../tools/build-single.ts'
import { openSite, type Site } from '../../site/browser.ts'
import { expectAccessible } from '../../site/open-report.ts'
import { sha256, temporaryFolder } from '../../support/command.ts'

const temporary = temporaryFolder()
const file = join(temporary.path, 'report.html')
let site: Site
beforeAll(async () => {
  site = await openSite()
  await buildSingle(inject('site').warehouse, file)
})
afterAll(async () => {
  await site?.close()
  temporary.remove()
})

it('the site as one file has no accessibility violation and no sideways scroll on a phone', async () => {
  await expectAccessible(site, file, 390)
})

it('the site as one file is the same bytes twice', async () => {
  const before = sha256(readFileSync(file))
  await buildSingle(inject('site').warehouse, file)
  expect(sha256(readFileSync(file))).toBe(before)
})
