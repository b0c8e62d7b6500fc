import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { sha256 } from '../../loaders/source/hash.ts'
import type { FileEntry } from '../../loaders/warehouse/manifest.ts'

/** Where the site keeps the files it offers, seen from its root. */
export const filesFolder = 'files'

/** The names of what the site makes of the warehouse, beside the warehouse's own files. */
export const workbookName = 'reform.xlsx'
export const archiveName = 'reform.zip'

/** The folder of files that stand beside the finished pages, while the site is built. */
export function besidePages(): string {
  return process.env.REFORM_FILES ?? join('build', 'files')
}

/** The files that the site being built offers, measured as they are; rows as the manifest of the warehouse counts them. */
export function offeredFiles(): FileEntry[] {
  const folder = join(besidePages(), filesFolder)
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: FileEntry[] }
  return entries
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      const bytes = readFileSync(path)
      const inFolder = path.slice(join(folder, '.').length + 1).replaceAll(sep, '/')
      return { path: inFolder, bytes: bytes.length, sha256: sha256(bytes), rows: files.find((file) => file.path === inFolder)?.rows ?? null }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
