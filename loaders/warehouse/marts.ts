import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import { marts } from './marts/definitions.ts'

/** Creates each view `marts.<name>` of its `marts/<name>.sql`: what pages show, computed once from the tables. */
export async function createMarts(connection: DuckDBConnection): Promise<void> {
  const directory = join(projectRoot(), 'loaders', 'warehouse', 'marts')
  await connection.run('CREATE SCHEMA marts')
  for (const name of Object.keys(marts)) {
    const query = await readFile(join(directory, `${name}.sql`), 'utf8')
    await connection.run(`CREATE VIEW marts.${name} AS ${query}`)
  }
}

/** The folder of package.json, seen from this module or from the bundle that holds it. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory)
  return directory
}
