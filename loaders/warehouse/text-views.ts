import type { DuckDBConnection } from '@duckdb/node-api'
import { itemDepartments, itemDepartmentsQuery } from './item-departments.ts'
import { createView } from './schema.ts'
import { sentences, sentencesQuery } from './sentences.ts'

/** Creates the views of the document's words over the published tables. */
export async function createTextViews(connection: DuckDBConnection): Promise<void> {
  await connection.run([createView(sentences, sentencesQuery()), createView(itemDepartments, itemDepartmentsQuery)].join(';\n'))
}
