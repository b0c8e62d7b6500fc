import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allTerms, terms } from '../../src/format/terms.ts'
import { axeViolations, openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('a word of a card', () => {
  it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('opens what it means by keyboard and closes again, focus kept: %o', async (view) => {
    const { page, problems } = await site.open('effects.html', view)
    const word = page.locator('#items .card-terms button', { hasText: '内数' })
    await word.focus()
    await page.keyboard.press('Enter')
    const meaning = page.locator('#term-part')
    await meaning.waitFor()
    expect(await meaning.innerText()).toContain(terms.part.meaning)
    await page.keyboard.press('Escape')
    await meaning.waitFor({ state: 'hidden' })
    expect(await page.locator(':focus').innerText()).toBe('内数 (うち)')
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('leads on to the list of all of them', async () => {
    const { page } = await site.open('ratings.html')
    await page.locator('#distribution .card-terms button').click()
    await page.locator('#term-rating a').click()
    await page.waitForURL(/about\.html#meaning-rating$/)
    expect(await page.locator(':target').innerText()).toContain(terms.rating.meaning)
    const words = await page.locator('.terms dt').allInnerTexts()
    expect(words).toEqual(allTerms.map(({ word }) => word))
    await page.context().close()
  })

  it.each([
    { width: 1280, colorScheme: 'dark' },
    { width: 390, colorScheme: 'light' },
  ] as const)('has no accessibility violation when open, fits and is not printed: $width, $colorScheme', async (view) => {
    const { page } = await site.open('items/21.html', view)
    await page.locator('#effects .card-terms button').first().click()
    await page.locator('#term-effect').waitFor()
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#term-effect').isVisible()).toBe(false)
    expect(await page.locator('.card-terms').first().isVisible()).toBe(false)
    await page.context().close()
  })
})
