import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher, type Page } from 'playwright-core'
import { main as ingest } from '../../loaders/main.ts'
import { buildSite } from '../../tools/build.ts'
import { serveFolder } from '../../tools/serve.ts'

/** The built site of the built-in data, served on loopback, and a real browser to look at it. */
export interface Site {
  address: string
  folder: string
  warehouse: string
  browser: Browser
  /** Opens a page; what it prints to the console, its errors and requests that leave the origin are collected. */
  open(path: string, options?: { width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean }): Promise<{ page: Page; problems: string[] }>
  close(): Promise<void>
}

/** Builds a plan's site into a folder of its own and opens a browser on it. */
export async function openSite(plan = 'data/osaki-plan5'): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'site-'))
  const warehouse = join(directory, 'warehouse')
  const folder = join(directory, 'dist')
  if ((await ingest([plan, '--out', warehouse])) !== 0) throw new Error(`cannot ingest ${plan}`)
  await buildSite({ warehouse, output: folder })
  const { server, address } = await serveFolder(folder, 0)
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    headless: true,
  })
  return {
    address,
    folder,
    warehouse,
    browser,
    async open(path, { width = 1280, colorScheme = 'light', javaScriptEnabled = true } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled })
      const page = await context.newPage()
      const problems: string[] = []
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('request', (request) => !request.url().startsWith(address) && !request.url().startsWith('data:') && problems.push(request.url()))
      await page.goto(address + path)
      return { page, problems }
    },
    async close() {
      await browser.close()
      server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
