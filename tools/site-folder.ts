import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { json } from '../loaders/warehouse/file-entry.ts'
import type { OutputKind } from '../loaders/warehouse/folder.ts'
import { describeFiles } from '../loaders/warehouse/manifest.ts'

/** The folders that a site has, or had when Framework and a search of that time wrote it. */
const folders = '_file|_import|_node|_npm|_observablehq|answers|cards|duckdb|explore-rows|files|items|pagefind|plans|reader|search-records|sql'

/** The folder of a site: a real one, which can be copied to a server as it is. */
export const siteFolder: OutputKind = {
  form: 'folder',
  elsewhere: 'REFORM_OUTPUT に',
  mayHold: (path) => new RegExp(`^(?:[\\w-]+\\.(?:html|js)|favicon\\.svg|manifest\\.json|(?:${folders})/.+)$`).test(path),
  isEarlier: async (folder) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')
    return page.includes('<meta name="generator" content="Observable Framework') && page.includes('<script defer src="./comfort.js">')
  },
}

/** Adds the list of a site's files, with sizes and hashes, by which the next build knows that it replaces nothing else. */
export async function writeManifest(site: string): Promise<void> {
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll(sep, '/')).sort()
  const files = await describeFiles(
    site,
    paths.map((path) => ({ path, rows: null })),
  )
  await writeFile(join(site, 'manifest.json'), json({ files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })) }))
}
