import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance, type Json } from '@duckdb/node-api'
import { vi } from 'vitest'
import { main } from '../../loaders/main.ts'
import { root } from './plans.ts'

export const ingestCommand = [join(root, 'tools/run.mjs'), 'loaders/main.ts']

/** A folder of a test's own. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'reform-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** How a command ended: its exit code and what it said. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs a command in this process, which spares it the start of another one. */
export async function runMain(main: (words: string[]) => Promise<number>, words: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += text
      return true
    }),
  )
  try {
    return { status: await main([...words]), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Runs the ingest command in this process. */
export function runIngest(...words: string[]): Promise<Ended> {
  return runMain(main, words)
}

/** Runs the ingest command in this process as if it stood in another folder. */
export async function runIngestFrom(folder: string, ...words: string[]): Promise<Ended> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await runIngest(...words)
  } finally {
    process.chdir(before)
  }
}

/** Runs the ingest command as its users do. */
export function spawnIngest(words: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...ingestCommand, ...words], { cwd: root, ...options, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** Writes files below a folder, making the folders between; the folder's path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The paths of all files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(folder, '.'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '.').length + 1))
    .sort()
}

/** Each file below a folder with the hash of its bytes. */
export function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))]))
}

/** Everything that a folder is: where it links to, and its files. */
export function stateOf(folder: string): object {
  return { link: lstatSync(folder).isSymbolicLink() ? readlinkSync(folder) : null, files: bytesOf(folder) }
}

let inMemory: Promise<DuckDBInstance> | undefined

/** The rows of a query on a DuckDB file, or of one that asks files alone, for which a process has one database in memory. */
export async function query(sql: string, database?: string): Promise<Record<string, Json>[]> {
  inMemory ??= DuckDBInstance.create(':memory:', { threads: '1' })
  const instance = await (database === undefined ? inMemory : DuckDBInstance.create(database, { access_mode: 'READ_ONLY' }))
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(sql)
    return reader.getRowObjectsJson()
  } finally {
    connection.closeSync()
    if (database !== undefined) instance.closeSync()
  }
}
