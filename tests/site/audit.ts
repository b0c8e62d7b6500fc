import { axeViolations, type Site, type View } from './browser.ts'

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
 * scroll, and what axe finds or leaves undecided; each with its view.
 */
export async function auditPage(site: Site, path: string, seen = views): Promise<string[]> {
  const found: string[] = []
  for (const view of seen) {
    const { page, problems } = await site.open(path, view)
    found.push(
      ...[...problems, ...(await sidewaysScroll(page, view.width)), ...(await axeViolations(page))].map(
        (problem) => `${view.width} ${view.colorScheme}: ${problem}`,
      ),
    )
    if (view.width === 390) {
      await page.setViewportSize({ width: zoomedWidth, height: 256 })
      found.push(...(await sidewaysScroll(page, zoomedWidth)).map((problem) => `${zoomedWidth}: ${problem}`))
    }
    await page.context().close()
  }
  return found
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
