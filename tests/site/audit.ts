import type { Page } from 'playwright-core'
import { type AxeRules, axeViolations, type Opened, type Site } from './browser.ts'
import { contrastFindings } from './contrast.ts'
import type { PageAddress } from './pages.ts'

/** What axe looks for: everything; what hangs on other colours than those it has seen. */
const axeRules = {
  all: {},
  colours: { runOnly: { type: 'rule', values: ['link-in-text-block'] } },
} as const satisfies Record<string, AxeRules>

/** A way in which a page is looked at: its width in pixels and its colours, what axe looks for, and whether `contrast.ts` measures every text. */
export interface AuditView {
  width: number
  colorScheme: 'light' | 'dark'
  axe?: keyof typeof axeRules
  contrast: boolean
}

/** All ways in which every page is looked at, by `npm run test:long`. */
export const views: readonly AuditView[] = [
  { width: 1280, colorScheme: 'light', axe: 'all', contrast: true },
  { width: 1280, colorScheme: 'dark', axe: 'colours', contrast: true },
  { width: 390, colorScheme: 'light', axe: 'all', contrast: true },
  { width: 390, colorScheme: 'dark', axe: 'colours', contrast: true },
]

/** How `npm test` looks at every page: whether it loads without an error, wide and on a phone, and fits; at some pages by axe too. */
export const wideView: AuditView = { width: 1280, colorScheme: 'light', contrast: false }
export const wideViewByAxe: AuditView = { ...wideView, axe: 'all' }
export const narrowView: AuditView = { width: 390, colorScheme: 'dark', contrast: false }

/** A phone's width at the zoom of 400 % that WCAG asks for on a screen of 1280 px. */
export const zoomedWidth = 320

/**
 * What is wrong with a page in any view: errors of its console, requests that leave the site or find nothing, sideways
 * scroll, what axe finds or leaves undecided, and text too faint on what lies under it; each with its view. A page is
 * loaded once a width.
 */
export async function auditPage(site: Site, path: PageAddress, seen: readonly AuditView[]): Promise<string[]> {
  const widths = [...new Set(seen.map(({ width }) => width))]
  // a page of its own for each width, so that a machine of two cores is used whole
  const found = widths.map((width) =>
    auditWidth(
      site,
      path,
      width,
      seen.filter((view) => view.width === width),
    ),
  )
  return (await Promise.all(found)).flat()
}

/** What is wrong with some pages, each problem with its page. */
export async function auditPages(site: Site, paths: readonly PageAddress[], seen: readonly AuditView[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) found.push(...(await auditPage(site, path, seen)).map((problem) => `${path} ${problem}`))
  return found
}

async function auditWidth(site: Site, path: PageAddress, width: number, seen: readonly AuditView[]): Promise<string[]> {
  const opened = await site.open(path, { width, colorScheme: seen[0]?.colorScheme ?? 'light' })
  const found = await auditOpened(opened, seen)
  await opened.page.context().close()
  return found
}

/** What is wrong with an opened page in some views of its width; leaves a narrow one as it was zoomed. */
export async function auditOpened({ page, problems }: Opened, seen: readonly AuditView[]): Promise<string[]> {
  const found: string[] = []
  for (const { width, colorScheme, axe, contrast } of seen) {
    await page.emulateMedia({ colorScheme })
    const wrong = [
      ...(await sidewaysScroll(page, width)),
      ...(axe ? await axeViolations(page, axeRules[axe]) : []),
      ...(contrast ? await contrastProblems(page) : []),
    ]
    found.push(...wrong.map((problem) => `${width} ${colorScheme}: ${problem}`))
  }
  found.push(...problems)
  if (seen.some(({ width }) => width === 390)) {
    await page.setViewportSize({ width: zoomedWidth, height: 256 })
    found.push(...(await sidewaysScroll(page, zoomedWidth)).map((problem) => `${zoomedWidth}: ${problem}`))
  }
  return found
}

async function contrastProblems(page: Page): Promise<string[]> {
  const { looked, problems } = await contrastFindings(page)
  return looked === 0 ? ['no text was looked at'] : problems
}

/** The elements that make a page wider than the screen; those that scroll by themselves may hold wider ones. */
async function sidewaysScroll(page: Page, width: number): Promise<string[]> {
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
