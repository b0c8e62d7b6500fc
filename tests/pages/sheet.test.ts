import jsQR from 'jsqr'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { sheetPage } from '../../src/pages/sheet.ts'
import { drawSite } from '../../src/pages/site.ts'
import { randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { siteContext } from '../../tools/site-context.ts'
import { documentText } from '../support/documents.ts'
import { type Drawn, drawDocument, drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

const pixels = 4

/** What a camera reads of a code that is drawn as runs of black modules. */
function decode(code: Element): string | undefined {
  const size = Number(code.getAttribute('viewBox')?.split(' ')[2]) * pixels
  const image = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [, x, y, length] of code.lastElementChild?.getAttribute('d')?.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g) ?? [])
    for (let row = 0; row < pixels; row++) {
      const start = (Number(y) * pixels + row) * size + Number(x) * pixels
      for (let at = start; at < start + Number(length) * pixels; at++) image.fill(0, at * 4, at * 4 + 3)
    }
  return jsQR.default(image, size, size)?.data
}

/** The sheet of a plan, drawn without the other pages. */
async function sheetOf({ warehouse }: Drawn, address?: string): Promise<Document> {
  const [drawn] = drawSite(await siteContext(warehouse, new Map(), address), [sheetPage])
  return parseHTML(`<main>${drawn?.main}</main>`).document
}

const sheetAt = async (address?: string) => sheetOf(await drawPlan(digestPath), address)

const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, '')

describe('the sheet for the council', () => {
  it('has the address of the site and a code that reads as it, where the address is known', async () => {
    const address = 'https://www.city.example.jp/reform/plan5/'
    const document = await sheetAt(address)
    expect(document.querySelector('.sheet-foot a')?.getAttribute('href')).toBe(address)
    expect(decode(document.querySelector('.qr-code') as Element)).toBe(address)
    expect((await sheetAt()).querySelectorAll('.qr-code, .sheet-foot a')).toHaveLength(0)
    expect((await sheetAt(`https://www.example.jp/${'a'.repeat(300)}/`)).querySelectorAll('.qr-code')).toHaveLength(0)
  })

  it('says of a plan with nothing but texts what it does not say', async () => {
    const document = await sheetOf(await drawDocument(documentText({})))
    expect(textOf(document.querySelector('.sheet-sentences'))).toContain('この文書には、合計できる金額の効果がない。')
    expect(document.querySelector('.sheet-effects')).toBeNull()
  })

  it('names six of many items and how many more there are', async () => {
    const drawn = await drawDocument(render(randomPlan(11, { firstYear: 2018, years: 4, items: 20, scale: 0.3, ratings: ['A', 'B'] })))
    const document = await sheetOf(drawn)
    const lowest = drawn.warehouse.mart('lowest_rated_items').length
    expect(lowest).toBeGreaterThan(6)
    expect(document.querySelectorAll('.sheet-lowest tbody tr')).toHaveLength(6)
    expect(textOf(document.querySelector('.sheet-lowest .sheet-others'))).toBe(`ほか${lowest - 6}件`)
    expect(document.querySelectorAll('.sheet-next tbody tr').length).toBeLessThanOrEqual(6)
    expect([...document.querySelectorAll('.sheet-effects thead th')].map(textOf)).toEqual(['区分', '令和元年度', '令和2年度', '令和3年度', '全年度の合計'])
  })
})
