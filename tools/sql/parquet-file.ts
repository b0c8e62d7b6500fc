import { randomUUID } from 'node:crypto'
import { lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'

/** A file that a command was asked to write, and where its content is made before the file gets it. */
export interface ParquetFile {
  path: string
  made: string
}

/** A file is made beside its path, so that a query that fails leaves what stands there; a pipe or device is written to itself. */
export function parquetFile(path: string): ParquetFile {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found && !found.isFile()) return { path, made: path }
  const target = found && lstatSync(path).isSymbolicLink() ? realpathSync(path) : path
  return { path: target, made: `${target}.${randomUUID()}` }
}

/** Puts a file in its place once it is written; where writing fails, nothing is left of it. */
export async function putInPlace<T>({ path, made }: ParquetFile, write: (made: string) => Promise<T>): Promise<T> {
  if (path === made) return write(made)
  try {
    const result = await write(made)
    renameSync(made, path)
    return result
  } finally {
    rmSync(made, { force: true })
  }
}
