import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MartQueries } from './mart-views.ts'
import { marts } from './marts/definitions.ts'

/** Reads the query of each mart: `marts/<name>.sql`. */
export function readMartQueries(): MartQueries {
  const directory = join(projectRoot(), 'loaders', 'warehouse', 'marts')
  return Object.fromEntries(Object.keys(marts).map((name) => [name, readFileSync(join(directory, `${name}.sql`), 'utf8')])) as MartQueries
}

/** The folder of package.json, seen from this module or from the bundle that holds it. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory)
  return directory
}
