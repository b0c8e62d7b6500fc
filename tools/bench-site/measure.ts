import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** What a page cost in one visit: milliseconds from navigation, bytes as gzip would send them, and requests. */
export interface Visit {
  /** largest contentful paint */
  paint: number
  /** until all charts and tables are in the document and painted */
  ready: number
  bytes: number
  requests: number
}

/** A page to visit, and what is true in it once everything is drawn. */
export interface Contestant {
  name: string
  address: string
  isDrawn: string
}

/** Visits a page with an empty cache and touches nothing. */
export async function visit(browser: Browser, { address, isDrawn }: Contestant): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => bodies.push(response.body()))
  await page.addInitScript(watch, isDrawn)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForFunction('window.readyAt !== undefined')
  await page.waitForTimeout(300)
  const { paint, ready } = await page.evaluate(() => {
    const { paintedAt = 0, readyAt = 0 } = window as typeof window & { paintedAt?: number; readyAt?: number }
    return { paint: paintedAt, ready: Math.max(paintedAt, readyAt) }
  })
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  await context.close()
  return { paint, ready, bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length }
}

/** Runs in the page before anything else: notes its largest paint, and the first frame after everything is drawn. */
function watch(isDrawn: string): void {
  const noted = window as typeof window & { paintedAt?: number; readyAt?: number; isDrawn?: boolean }
  new PerformanceObserver((list) => {
    noted.paintedAt = list.getEntries().at(-1)?.startTime ?? 0
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  const look = () => {
    const drawn = isDrawn === '' ? noted.isDrawn === true : document.readyState !== 'loading' && document.querySelector(isDrawn) !== null
    requestAnimationFrame(
      drawn
        ? () => {
            noted.readyAt = performance.now()
          }
        : look,
    )
  }
  requestAnimationFrame(look)
}
