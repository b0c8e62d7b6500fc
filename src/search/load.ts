import { decoded } from '../format/address.ts'
import { loadScript } from '../markup/load-script.ts'
import { type Entry, entryOf } from './hits.ts'
import { plansPath, type SearchedPlan } from './plans-script.ts'
import { recordsPath } from './records-script.ts'

/** A plan's records, ready to be searched; `root` is the address of the site. Rejects as `loadScript` does. */
export async function loadEntries(root: string, plan: SearchedPlan): Promise<Entry[]> {
  const address = root + recordsPath(encodeURIComponent(plan.id))
  await loadScript(address)
  const records = globalThis.searchRecords?.[plan.id]
  if (!records) throw new Error(decoded(address))
  return records.map((record) => entryOf(record, plan))
}

/** All plans of a site of several, the one of the page first. Rejects as `loadScript` does. */
export async function loadPlans(root: string, ownId: string): Promise<SearchedPlan[]> {
  const address = root + plansPath
  await loadScript(address)
  const plans = globalThis.searchPlans
  if (!plans) throw new Error(decoded(address))
  return [...plans].sort((a, b) => Number(b.id === ownId) - Number(a.id === ownId))
}
