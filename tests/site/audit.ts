import type { Page } from 'playwright-core'
import { axeViolations, type Site, type View } from './browser.ts'
import { contrastFindings } from './contrast.ts'

/** The ways in which every page is looked at. */
export const views: readonly Required<Pick<View, 'width' | 'colorScheme'>>[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

/** A phone's width at the zoom of 400 % that WCAG asks for on a screen of 1280 px. */
export const zoomedWidth = 320

/**
 * What is wrong with a page in any view: errors of its console, requests that leave the site or find nothing, sideways
 * scroll, what axe finds or leaves undecided, and text too faint on what lies under it; each with its view. A page is
 * loaded once a width; in its second colours axe looks again at what colours can change.
 */
export async function auditPage(site: Site, path: string, seen = views): Promise<string[]> {
  const found: string[] = []
  for (const width of new Set(seen.map((view) => view.width))) {
    const [first, ...others] = seen.filter((view) => view.width === width).map(({ colorScheme }) => colorScheme)
    const { page, problems } = await site.open(path, { width, colorScheme: first as 'light' | 'dark' })
    const note = (colours: string, texts: readonly string[]) => found.push(...texts.map((text) => `${width} ${colours}: ${text}`))
    note(first as string, [...(await sidewaysScroll(page, width)), ...(await axeViolations(page)), ...(await contrastProblems(page))])
    for (const colorScheme of others) {
      await page.emulateMedia({ colorScheme })
      note(colorScheme, [...(await sidewaysScroll(page, width)), ...(await axeViolations(page, rulesOfColour)), ...(await contrastProblems(page))])
    }
    note('', problems)
    if (width === 390) {
      await page.setViewportSize({ width: zoomedWidth, height: 256 })
      found.push(...(await sidewaysScroll(page, zoomedWidth)).map((problem) => `${zoomedWidth}: ${problem}`))
    }
    await page.context().close()
  }
  return found
}

/** The rules of axe whose outcome hangs on colours. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

async function contrastProblems(page: Page): Promise<string[]> {
  const { looked, problems } = await contrastFindings(page)
  return looked === 0 ? ['no text was looked at'] : problems
}

/** The elements that make a page wider than the screen; those that scroll by themselves may hold wider ones. */
async function sidewaysScroll(page: Awaited<ReturnType<Site['open']>>['page'], width: number): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5 && !element.closest('.table-scroll'),
    )
    return [
      `${document.documentElement.scrollWidth} px wide: ${wide
        .slice(0, 3)
        .map((element) => element.outerHTML.slice(0, 120))
        .join(' ')}`,
    ]
  }, width)
}
