import { decoded } from '../format/address.ts'
import { loadScript } from '../markup/load-script.ts'
import { type Entry, entryOf } from './hits.ts'
import { recordsPath } from './records-script.ts'

/** A plan's records, ready to be searched; `root` is the address of the site. Rejects as `loadScript` does. */
export async function loadEntries(root: string, planId: string): Promise<Entry[]> {
  const address = root + recordsPath(encodeURIComponent(planId))
  await loadScript(address)
  const records = globalThis.searchRecords?.[planId]
  if (!records) throw new Error(decoded(address))
  return records.map(entryOf)
}
