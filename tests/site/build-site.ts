import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { main as ingest } from '../../loaders/main.ts'
import { buildSite } from '../../tools/build.ts'
import { serveFolder } from '../../tools/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: BuiltSite
  }
}

/** A built site: where it is served, its folder, and the warehouse it was built from. */
export interface BuiltSite {
  address: string
  folder: string
  warehouse: string
}

/** Builds the site of a plan into a folder of its own; returns it with what removes it again. */
export async function buildTestSite(plan: string): Promise<{ site: BuiltSite; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'site-'))
  const warehouse = join(directory, 'warehouse')
  const folder = join(directory, 'dist')
  if ((await ingest([plan, '--out', warehouse])) !== 0) throw new Error(`cannot ingest ${plan}`)
  await buildSite({ warehouse, output: folder })
  const { server, address } = await serveFolder(folder, 0)
  const remove = async () => {
    server.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { site: { address, folder, warehouse }, remove }
}

/** Serves a site that was built before: a folder with `dist` and `warehouse`. */
async function serveBuilt(directory: string): Promise<Awaited<ReturnType<typeof buildTestSite>>> {
  const folder = join(directory, 'dist')
  const { server, address } = await serveFolder(folder, 0)
  return { site: { address, folder, warehouse: join(directory, 'warehouse') }, remove: async () => void server.close() }
}

/** Builds the site of the built-in data once for all browser tests; `REFORM_BUILT` names a folder that has it already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env.REFORM_BUILT
  const { site, remove } = await (built ? serveBuilt(resolve(built)) : buildTestSite('data/osaki-plan5'))
  project.provide('site', site)
  return remove
}
