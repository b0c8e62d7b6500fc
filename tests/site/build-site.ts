import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { main as ingest } from '../../loaders/main.ts'
import { buildSite } from '../../tools/build.ts'
import type { Shell } from '../../tools/framework.ts'
import { serveFolder } from '../../tools/serve.ts'
import { keepFrame } from './ready-frame.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: BuiltSite
    /** the folder of the frame that the sites of other plans take */
    frame: string
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

/** Builds the site of a plan into `dist` of a folder, beside its `warehouse`, and serves it; `frame` makes what no plan changes. */
export async function buildTestSite(plan: string, directory: string, frame: (shell: Shell) => Promise<void>): Promise<Served> {
  const warehouse = join(directory, 'warehouse')
  if ((await ingest([plan, '--out', warehouse])) !== 0) throw new Error(`cannot ingest ${plan}`)
  await buildSite({ warehouse, output: join(directory, 'dist'), frame })
  return serveBuilt(directory)
}

async function serveBuilt(directory: string): Promise<Served> {
  const folder = join(directory, 'dist')
  const { server, address } = await serveFolder(folder, 0)
  return { site: { address, folder, warehouse: join(directory, 'warehouse') }, close: () => server.close() }
}

/**
 * Builds the site of the built-in data once for all browser tests, and keeps its frame for the sites of other plans;
 * `REFORM_BUILT` names a folder that has `dist`, `warehouse` and `frame` already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env.REFORM_BUILT
  const directory = built ? resolve(built) : await mkdtemp(join(tmpdir(), 'site-'))
  const frame = join(directory, 'frame')
  const { site, close } = await (built ? serveBuilt(directory) : buildTestSite('data/osaki-plan5', directory, keepFrame(frame)))
  project.provide('site', site)
  project.provide('frame', frame)
  return async () => {
    close()
    if (!built) await rm(directory, { recursive: true, force: true })
  }
}
