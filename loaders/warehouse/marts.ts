import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { planId } from '../records/table.ts'
import { marts } from './marts/definitions.ts'
import { type Mart, type MartColumn, meaningOf } from './marts/mart.ts'
import { literal } from './sql-words.ts'

/** The statements that create each view `marts.<name>` of its `marts/<name>.sql`, with comments: what pages show, computed once from the tables. */
export function createMarts(): string[] {
  const directory = join(projectRoot(), 'loaders', 'warehouse', 'marts')
  const views = Object.entries<Mart>(marts).flatMap(([name, mart]) => createMart(name, mart, readFileSync(join(directory, `${name}.sql`), 'utf8')))
  return ['CREATE SCHEMA marts', ...views]
}

/** The statements that create a mart; where it says the era of its fiscal year, that comes from the year. */
function createMart(name: string, mart: Mart, query: string): string[] {
  const columns = ['plan_id', ...Object.keys(mart.columns)].map((column) => (column === 'era_label' ? 'era_label(fiscal_year) AS era_label' : column))
  const whole = 'era_label' in mart.columns ? `SELECT ${columns.join(', ')} FROM (${query})` : query
  return [
    `CREATE VIEW marts.${name} AS ${whole}`,
    `COMMENT ON VIEW marts.${name} IS ${literal(`${mart.title}: ${mart.grain}`)}`,
    `COMMENT ON COLUMN marts.${name}.plan_id IS ${literal(`${planId.title}: ${planId.description}`)}`,
    ...Object.entries(mart.columns).map(([column, is]) => `COMMENT ON COLUMN marts.${name}.${column} IS ${literal(describeColumn(is))}`),
  ]
}

function describeColumn(column: MartColumn): string {
  const { title, unit } = column
  return [`${title}${unit ? ` (${unit})` : ''}`, ...meaningOf(column)].join(': ')
}

/** The folder of package.json, seen from this module or from the bundle that holds it. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory)
  return directory
}
