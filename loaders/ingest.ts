import { diskFiles } from './disk-files.ts'
import type { Form } from './forms/form.ts'
import { type Addition, type Ingestion, readPlans } from './read-plans.ts'

/** Opens, reads and checks plans of this machine's disk as {@link readPlans} does; `maximumBytes` is the most that a document may have. */
export function ingestPlans(paths: readonly string[], maximumBytes: number, form?: Form, addition?: Addition): Promise<Ingestion> {
  return readPlans(paths, diskFiles, { maximumBytes, form, addition })
}
