import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DuckDBInstance, version } from '@duckdb/node-api'
import { sha256 } from '../document/hash.ts'
import { define } from './define.ts'
import { projectRoot, readMartQueries } from './marts.ts'

const options = { threads: '1', default_block_size: '16384' }
const prefix = 'defined-'

/**
 * Opens a new database at a path, with all tables and views and their comments but without rows. To define them takes longer
 * than to read a document: it is done once, and the file kept in a folder is copied as long as the statements stay the same.
 */
export async function openDefined(path: string, keptIn = join(projectRoot(), 'build')): Promise<DuckDBInstance> {
  const statements = define(readMartQueries())
  const kept = join(keptIn, `${prefix}${sha256(Buffer.from(`${version()}\n${statements}`)).slice(0, 16)}.duckdb`)
  return (await openCopy(kept, path)) ?? (await openNew(statements, path, kept))
}

/** Opens a copy of the database that is kept; undefined where there is none, or none that can be opened. */
async function openCopy(kept: string, path: string): Promise<DuckDBInstance | undefined> {
  try {
    await writeFile(path, await readFile(kept))
    return await DuckDBInstance.create(path, options)
  } catch {
    await rm(path, { force: true })
    return undefined
  }
}

/** Defines a database beside the path and opens a copy of it there, as of one that is kept: the bytes are then the same. */
async function openNew(statements: string, path: string, kept: string): Promise<DuckDBInstance> {
  const made = `${path}.defined`
  const instance = await DuckDBInstance.create(made, options)
  try {
    const connection = await instance.connect()
    await connection.run(statements)
    connection.closeSync()
    const bytes = await readFile(made)
    await keep(bytes, kept)
    await writeFile(path, bytes)
  } finally {
    instance.closeSync()
    for (const each of [made, `${made}.wal`]) await rm(each, { force: true })
  }
  return DuckDBInstance.create(path, options)
}

/** Keeps a database in the place of those of other versions; where it cannot be written, the next run defines anew. */
async function keep(bytes: Uint8Array, kept: string): Promise<void> {
  const folder = dirname(kept)
  const made = `${kept}.${process.pid}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(made, bytes)
    await rename(made, kept)
    const others = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith('.duckdb') && join(folder, name) !== kept)
    for (const name of others) await rm(join(folder, name), { force: true })
  } catch {
    await rm(made, { force: true }).catch(() => undefined)
  }
}
