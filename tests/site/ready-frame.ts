import { cp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFrame } from '../../tools/build.ts'
import type { Shell } from '../../tools/framework.ts'

/** Makes the frame of a site, and keeps a copy of it in a folder for other sites, without the pages that there are several of. */
export function keepFrame(folder: string): (shell: Shell) => Promise<void> {
  return async (shell) => {
    await makeFrame(shell)
    await cp(shell.output, folder, { recursive: true })
    await Promise.all(shell.paths.map((path) => rm(join(folder, `${path}.html`))))
  }
}

/**
 * Takes the frame of a site from a folder that `keepFrame` filled: the shells of one folder differ in nothing but their
 * title, which a page is given when it is finished. `published-folder.test.ts` shows that the site is the same to the byte.
 */
export function takeFrame(folder: string): (shell: Shell) => Promise<void> {
  return async ({ output, paths }) => {
    await cp(folder, output, { recursive: true })
    await Promise.all(paths.map((path) => cp(join(folder, dirname(path), 'index.html'), join(output, `${path}.html`))))
  }
}
