import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../document/hash.ts'
import type { FileEntry } from './file-entry.ts'

/** Sizes and hashes of files below a directory. */
export function describeFiles(directory: string, files: readonly { path: string; rows: number | null }[]): Promise<FileEntry[]> {
  return Promise.all(
    files.map(async ({ path, rows }) => {
      const bytes = await readFile(join(directory, path))
      return { path, bytes: bytes.length, sha256: sha256(bytes), rows }
    }),
  )
}

/** JSON as the warehouse writes it: indented by two, a line end at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
