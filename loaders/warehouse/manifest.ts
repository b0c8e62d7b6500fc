import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FileEntry } from './file-entry.ts'

/** Sizes and hashes of files below a directory, however large they are. */
export function describeFiles(directory: string, files: readonly { path: string; rows: number | null }[]): Promise<FileEntry[]> {
  return Promise.all(files.map(async ({ path, rows }) => ({ path, ...(await measureFile(join(directory, path))), rows })))
}

/** The size and the hash of a file; rejects where there is none. */
export async function measureFile(path: string): Promise<Pick<FileEntry, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
