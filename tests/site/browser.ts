import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { type BuiltSite, buildTestSite } from './build-site.ts'
import type { PageAddress } from './pages.ts'

/** How a page is looked at. */
export interface View {
  width?: number
  colorScheme?: 'light' | 'dark'
  javaScriptEnabled?: boolean
}

/** A page in its tab, with the errors of its console and the requests that left the site. */
export interface Opened {
  page: Page
  problems: string[]
}

/** A built site, served on loopback, and a real browser to look at it. */
export interface Site extends BuiltSite {
  browser: Browser
  /** Opens a page; errors on its console and requests that leave the origin are collected. */
  open(path: PageAddress, view?: View): Promise<Opened>
  /** Goes on to another page in the same tab, which spares a new one; its problems are those of that page alone. */
  turnTo(opened: Opened, path: PageAddress): Promise<void>
  close(): Promise<void>
}

/** One connection to the browser for all test files of a process; what a test looks at has contexts of its own. */
let connected: Promise<Browser> | undefined

/** Opens a browser on the site of the built-in data, or on that of other plans, which is built for it. */
export async function openSite(...plans: readonly string[]): Promise<Site> {
  connected ??= chromium.connectOverCDP(inject('browser'))
  const [browser, { site, close }] = await Promise.all([connected, plans.length === 0 ? { site: inject('site'), close: async () => {} } : buildOther(plans)])
  const contexts: BrowserContext[] = []
  return {
    ...site,
    browser,
    async open(path, { width = 1280, colorScheme = 'light', javaScriptEnabled = true } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled })
      contexts.push(context)
      const page = await context.newPage()
      const problems: string[] = []
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('request', (request) => !/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(site.address) && problems.push(request.url()))
      await load(page, site.address, path, javaScriptEnabled)
      return { page, problems }
    },
    async turnTo({ page, problems }, path) {
      problems.length = 0
      await load(page, site.address, path)
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await close()
    },
  }
}

async function load(page: Page, address: string, path: PageAddress, withScripts = true): Promise<void> {
  await page.goto(address + path)
  // the page of SQL takes its answers away once its script runs, which may be after the page has loaded
  if (withScripts && path === 'sql.html') await page.locator('.sql-ask').waitFor()
}

async function buildOther(plans: readonly string[]): Promise<{ site: BuiltSite; close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'site-'))
  const { site, close } = await buildTestSite(plans, directory, inject('frame'))
  return {
    site,
    async close() {
      close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The number of A4 sheets that a page prints on. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe cannot decide about contrast by itself: text on shapes of a chart, signs, and cells scrolled out of sight. None
 * of it is left unlooked-at: `contrast.ts` measures every text of a page, these among them.
 */
const undecidable = ['imgNode', 'bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring', 'nonBmp', 'shortTextContent', 'outsideViewport']

interface AxeResult {
  id: string
  nodes: { html: string; any: { message: string; data?: { messageKey?: string } }[] }[]
}

/** Which rules of axe look at a page: what its `run` takes as `runOnly` and `rules`. */
export interface AxeRules {
  runOnly?: { type: 'rule'; values: readonly string[] }
  rules?: Readonly<Record<string, { enabled: boolean }>>
}

/**
 * What axe finds against a page or a part of it, and what it leaves undecided but for contrast that it has no means to see:
 * rule and elements; of all rules or some.
 */
export async function axeViolations(page: Page, rules: AxeRules = {}, part = 'html'): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`)
  return page.evaluate(
    async ({ undecidable, rules, part }) => {
      const { axe } = window as typeof window & { axe: { run(part: string, options: object): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }> } }
      const { violations, incomplete } = await axe.run(part, { resultTypes: ['violations', 'incomplete'], ...rules })
      const open = incomplete.map(({ id, nodes }) => ({
        id: `${id} (undecided)`,
        nodes: id === 'color-contrast' ? nodes.filter(({ any }) => !any.every(({ data }) => undecidable.includes(data?.messageKey ?? ''))) : nodes,
      }))
      return [...violations, ...open.filter(({ nodes }) => nodes.length > 0)].map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 300)} ${any.map(({ message }) => message).join(' ')}`).join(' ')}`,
      )
    },
    { undecidable, rules, part },
  )
}
