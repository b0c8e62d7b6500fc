import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'

/** Creates a view `marts.<name>` for each `marts/<name>.sql`: what pages show, computed once from the tables. */
export async function createMarts(connection: DuckDBConnection): Promise<void> {
  const directory = join(projectRoot(), 'loaders', 'warehouse', 'marts')
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  await connection.run('CREATE SCHEMA marts')
  for (const file of files) {
    const query = await readFile(join(directory, file), 'utf8')
    await connection.run(`CREATE VIEW marts.${file.slice(0, -'.sql'.length)} AS ${query}`)
  }
}

/** The folder of package.json, seen from this module or from the bundle that holds it. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory)
  return directory
}
