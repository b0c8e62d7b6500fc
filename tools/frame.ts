import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { explained } from '../loaders/warehouse/refusal.ts'
import type { Page } from '../src/pages/page.ts'
import { pages } from '../src/pages/pages.ts'
import { bundleScripts } from './bundle.ts'
import { makeShells } from './framework.ts'
import { writeAll } from './write-all.ts'

/** What no plan changes of a site: its style, its sign, its scripts, and a shell for each kind of page. */
export interface Frame {
  folder: string
}

/** Makes a frame in a folder; rejects with an `OutputError` where it cannot be written. */
export async function makeFrame(folder: string): Promise<Frame> {
  const scripts = bundleScripts()
  const kinds = pages.filter((page: Page) => page.instances !== undefined).map(({ path }) => path)
  try {
    await makeShells(folder, kinds)
    await writeAll(folder, await scripts)
    await copyFile('src/favicon.svg', join(folder, 'favicon.svg'))
  } catch (error) {
    throw explained(folder, error)
  }
  return { folder }
}

/** Does something with a frame that is made for it alone, and that is done before its folder is removed. */
export async function withFrame<T>(use: (frame: Promise<Frame>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'frame-'))
  const made = makeFrame(folder)
  // who waits for it later is told then
  made.catch(() => undefined)
  try {
    return await use(made)
  } finally {
    await made.catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}

/** The shell of a kind of page. */
export async function readShell({ folder }: Frame, kind: string): Promise<string> {
  return readFile(join(folder, `${kind}.html`), 'utf8')
}

/** Copies what the pages load into a site; not the shells, nor the scripts that Framework has for pages with code. */
export async function copyAssets({ folder }: Frame, output: string): Promise<void> {
  await cp(folder, output, { recursive: true, filter: (path) => !path.endsWith('.html') && relative(folder, path) !== '_observablehq' })
}
