import { createAllEditions } from './all-editions.ts'
import { createMarts, type MartQueries } from './mart-views.ts'
import { createTables } from './schema.ts'
import { createTextViews } from './text-views.ts'
import { createViews } from './views.ts'

/**
 * The statements that define all tables and views with their comments. They run without DuckDB's optimizer, which finds
 * nothing there and takes a third of the time of a comment.
 */
export function define(queries: MartQueries): string {
  const before = ["PRAGMA force_compression='uncompressed'", 'PRAGMA disable_optimizer', 'BEGIN']
  return [...before, ...createTables(), ...createViews(), ...createTextViews(), ...createMarts(queries), ...createAllEditions(), 'COMMIT', 'CHECKPOINT'].join(
    ';\n',
  )
}
