import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { expectNoProblem, openFile } from './open-file.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The size of a PNG file in pixels. */
function pngSize(bytes: Buffer): { width: number; height: number } {
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

describe('a page opened as a file', () => {
  it.each(['index.html', 'items/21.html', 'source.html', 'data.html'] as const)('has no error on its console, of any kind: %s', async (path) => {
    await expectNoProblem(site, path)
  })

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)('saves a chart as PNG, on paper white and as wide as on a desk, at $width px in $colorScheme', async (view) => {
    const { page, problems } = await openFile(site, 'index.html', view)
    const [picture] = await Promise.all([page.waitForEvent('download'), page.locator('#effects .downloads button').click()])
    expect(picture.suggestedFilename()).toBe('042153-index-effects.png')
    const bytes = await readFile(await picture.path())
    expect(pngSize(bytes)).toEqual({ width: 2300, height: 800 })
    expect(await cornerColour(page, bytes)).toEqual([255, 255, 255, 255])
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
    expect(problems).toEqual([])
    await page.context().close()
  })
})

/** The colour of the first pixel of a picture: red, green, blue, opacity. */
async function cornerColour(page: Page, bytes: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    canvas.drawImage(image, 0, 0)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }, bytes.toString('base64'))
}

describe('the explorer opened as a file', () => {
  it('answers, leads to the words, and keeps the question in the address', async () => {
    const { page, problems } = await openFile(site, 'explore.html')
    await page.locator('[name=columns]').selectOption('')
    await page.locator('.explore-table tr', { hasText: '520,904,000' }).waitFor()
    const { page: again } = await openFile(site, `explore.html${new URL(page.url()).search}`)
    await again.locator('.explore-table tr', { hasText: '520,904,000' }).waitFor()
    expect(await again.locator('.explore-chart svg').count()).toBe(1)
    await page.locator('[name=columns]').selectOption('fiscal_year')
    await page.getByRole('link', { name: '798,597,550' }).click()
    await page.waitForURL(/source\.html#n\d+$/)
    expect(await page.locator(':target').innerText()).toBe('798,597,550円')
    expect(problems).toEqual([])
    await page.context().close()
    await again.context().close()
  })
})

describe('the page of SQL opened as a file', () => {
  it('says why it cannot run a query, and answers the ready questions', async () => {
    const { page } = await openFile(site, 'sql.html')
    expect(await page.locator('#sql-answers').innerText()).toContain('ここではSQLを実行できない。このページはファイルとして開かれている (file://)。')
    await page.locator('#sql-answers a', { hasText: '債権別の収納' }).click()
    const rows = page.locator('#answer-collections-by-claim tbody tr')
    await rows.first().waitFor()
    await page.locator('#answer-collections-by-claim input').fill('39,650,750')
    expect(await page.locator('#answer-collections-by-claim tbody tr:not([hidden])').count()).toBe(1)
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#answer-collections-by-claim .downloads a').click()])
    expect(await readFile(await file.path(), 'utf8')).toContain("\r\n'042153,大崎市,18,2021,市営住宅使用料,建築住宅課,39650750,80.2,383\r\n")
    await page.context().close()
  })
})
