import type { MartRow } from '../../loaders/warehouse/marts/definitions.ts'

/** What is missing and, behind a missing page, the parts that are missing with it. */
export function causeInWords({ message, parts }: Pick<MartRow<'missing_causes'>, 'message' | 'parts'>): string {
  return parts === null ? message : `${message} (${parts}も見つからない)`
}
