import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import executable from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { main as ingest } from '../../loaders/main.ts'
import { buildSite } from '../../tools/build.ts'
import { type Frame, makeFrame } from '../../tools/frame.ts'
import { serveFolder } from '../../tools/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: BuiltSite
    /** what the sites of all plans share */
    frame: Frame
    /** the address at which the one browser of all tests is spoken to */
    browser: string
  }
}

/** A built site: where it is served, its folder, and the warehouse it was built from. */
export interface BuiltSite {
  address: string
  folder: string
  warehouse: string
}

/** A site and what ends its server. */
interface Served {
  site: BuiltSite
  close: () => void
}

/** Builds the site of plans into `dist` of a folder, beside its `warehouse`, and serves it. */
export async function buildTestSite(plans: readonly string[], directory: string, frame: Frame): Promise<Served> {
  const warehouse = join(directory, 'warehouse')
  if ((await ingest([...plans, '--out', warehouse])) !== 0) throw new Error(`cannot ingest ${plans}`)
  await buildSite({ warehouse, output: join(directory, 'dist'), frame })
  return serveBuilt(directory)
}

async function serveBuilt(directory: string): Promise<Served> {
  const folder = join(directory, 'dist')
  const { server, address } = await serveFolder(folder, 0)
  return { site: { address, folder, warehouse: join(directory, 'warehouse') }, close: () => server.close() }
}

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts the browser that all test files share, each with contexts of its own. */
async function startBrowser(): Promise<{ address: string; close: () => Promise<void> }> {
  const port = await freePort()
  const args = [...quiet, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: await executable.executablePath(), args, headless: true })
  return { address: `http://127.0.0.1:${port}`, close: () => browser.close() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/**
 * Builds the site of the built-in data once for all browser tests in a frame that the sites of other plans share;
 * `REFORM_BUILT` names a folder that has `dist`, `warehouse` and `frame` already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env.REFORM_BUILT
  const directory = built ? resolve(built) : await mkdtemp(join(tmpdir(), 'site-'))
  const folder = join(directory, 'frame')
  const frame = built ? { folder } : await makeFrame(folder)
  const { site, close } = await (built ? serveBuilt(directory) : buildTestSite(['data/osaki-plan5'], directory, frame))
  project.provide('site', site)
  project.provide('frame', frame)
  const browser = await startBrowser()
  project.provide('browser', browser.address)
  return async () => {
    await browser.close()
    close()
    if (!built) await rm(directory, { recursive: true, force: true })
  }
}
