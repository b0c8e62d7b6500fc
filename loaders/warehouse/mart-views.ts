import { planId } from '../records/table.ts'
import { type MartName, marts } from './marts/definitions.ts'
import { type Mart, type MartColumn, meaningOf } from './marts/mart.ts'
import { literal } from './sql-words.ts'

/** The query of each mart, as it stands in its `marts/<name>.sql`. */
export type MartQueries = Readonly<Record<MartName, string>>

/** The statements that create each view `marts.<name>` of its query, with comments: what pages show, computed once from the tables. */
export function createMarts(queries: MartQueries): string[] {
  const views = (Object.keys(marts) as MartName[]).flatMap((name) => createMart(name, marts[name], queries[name]))
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
