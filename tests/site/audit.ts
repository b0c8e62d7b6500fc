import type { Page } from 'playwright-core'
import { axeViolations, type Site, type View } from './browser.ts'
import { contrastFindings } from './contrast.ts'

/** A way in which a page is looked at. */
export type AuditView = Required<Pick<View, 'width' | 'colorScheme'>>

/** All ways in which every page is looked at, by `npm run test:long`. */
export const views: readonly AuditView[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

/** Two of them, in which `npm test` looks at every page: both widths, both colours. */
export const fewViews: readonly AuditView[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
]

/** A phone's width at the zoom of 400 % that WCAG asks for on a screen of 1280 px. */
export const zoomedWidth = 320

/**
 * What is wrong with a page in any view: errors of its console, requests that leave the site or find nothing, sideways
 * scroll, what axe finds or leaves undecided, and text too faint on what lies under it; each with its view. A page is
 * loaded once a width; in its second colours axe looks again at what colours can change, and `contrast.ts` at every text.
 */
export async function auditPage(site: Site, path: string, seen: readonly AuditView[]): Promise<string[]> {
  const widths = [...new Set(seen.map(({ width }) => width))]
  // a page of its own for each width, so that a machine of two cores is used whole
  const found = widths.map((width) =>
    auditWidth(
      site,
      path,
      width,
      seen.filter((view) => view.width === width).map(({ colorScheme }) => colorScheme),
    ),
  )
  return (await Promise.all(found)).flat()
}

/** What is wrong with some pages, each problem with its page. */
export async function auditPages(site: Site, paths: readonly string[], seen: readonly AuditView[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) found.push(...(await auditPage(site, path, seen)).map((problem) => `${path} ${problem}`))
  return found
}

async function auditWidth(site: Site, path: string, width: number, schemes: readonly ('light' | 'dark')[]): Promise<string[]> {
  const found: string[] = []
  const { page, problems } = await site.open(path, { width, colorScheme: schemes[0] ?? 'light' })
  for (const [index, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme })
    const wrong = [
      ...(await sidewaysScroll(page, width)),
      ...(await axeViolations(page, index === 0 ? undefined : rulesOfColour)),
      ...(await contrastProblems(page)),
    ]
    found.push(...wrong.map((problem) => `${width} ${colorScheme}: ${problem}`))
  }
  found.push(...problems.map((problem) => `${width}: ${problem}`))
  if (width === 390) {
    await page.setViewportSize({ width: zoomedWidth, height: 256 })
    found.push(...(await sidewaysScroll(page, zoomedWidth)).map((problem) => `${zoomedWidth}: ${problem}`))
  }
  await page.context().close()
  return found
}

/** The rules of axe whose outcome hangs on colours, but for the contrast of text, which is measured in all views. */
const rulesOfColour = ['link-in-text-block']

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
