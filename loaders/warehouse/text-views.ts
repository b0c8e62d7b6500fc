import { itemDepartments, itemDepartmentsQuery } from './item-departments.ts'
import { createView } from './schema.ts'
import { sentences, sentencesQuery } from './sentences.ts'

/** The statements that create the views of the document's words over the published tables. */
export function createTextViews(): string[] {
  return [createView(sentences, sentencesQuery()), createView(itemDepartments, itemDepartmentsQuery)]
}
