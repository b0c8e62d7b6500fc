import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatMessages } from '../../../loaders/document/messages.ts'
import { ingestPlans } from '../../../loaders/ingest.ts'
import { usualMaximumBytes } from '../../../loaders/plan-files.ts'
import { coveragesInWords } from '../../../loaders/reading-words.ts'
import { openSite, type Site } from '../../site/browser.ts'
import { choose, drop, pageRows } from '../../site/reader.ts'
import { root } from '../../support/plans.ts'

const folder = join(root, '../shared/sources/files')
const names = existsSync(folder) ? readdirSync(folder) : []

let site: Site
let page: Page
let problems: string[]
beforeAll(async () => {
  site = await openSite()
  ;({ page, problems } = await site.open('reader.html'))
})
afterAll(() => site?.close())

describe.skipIf(names.length === 0)('the published document, given to the page', () => {
  it.each(names)('as %s has the rows of ingest, or is refused in its words', async (name) => {
    const path = join(folder, name)
    await choose(page, path)
    const ingestion = await ingestPlans([path], usualMaximumBytes)
    expect(await pageRows(page)).toEqual(JSON.parse(JSON.stringify(ingestion.rows)))
    const errors = await page.locator('.reader-errors li').allInnerTexts()
    const refused = ingestion.reports.filter(({ hasErrors }) => hasErrors).map((report) => formatMessages(report).trimEnd())
    expect(errors).toEqual(refused.map((line) => line.slice(folder.length + 1)))
    const said = coveragesInWords(ingestion).flatMap((text) => text.replaceAll(`${folder}/`, '').trimEnd().split('\n'))
    expect(await page.locator('.reader-said li').allInnerTexts()).toEqual(said)
    expect(refused).toHaveLength(name.startsWith('refuse-') ? 1 : 0)
    expect(problems).toEqual([])
  })
})

describe('files at the limit', () => {
  it('leave the page alive: 60 MB of zeros, and one byte too many', async () => {
    await drop(page, { 'zeros.txt': 60 * 2 ** 20, 'large.pdf': usualMaximumBytes + 1 })
    const errors = await page.locator('.reader-errors li').allInnerTexts()
    expect(errors).toHaveLength(2)
    expect(errors[1]).toContain('67108864バイトある。')
    await choose(page, join(root, 'data/osaki-plan5'), 'folder')
    expect(await page.locator('.reader-said li').count()).toBe(2)
    expect(problems).toEqual([])
  })
})
