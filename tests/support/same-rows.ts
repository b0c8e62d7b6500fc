import { ingestPlans } from '../../loaders/ingest.ts'
import type { Ingestion } from '../../loaders/read-plans.ts'
import { type TableKey, tables } from '../../loaders/tables.ts'
import { publishedPath } from './plans.ts'

/** Tables that say where the words of a document stand, not what they say, and those whose numbers are other tables' places. */
const ofPlaces: readonly TableKey[] = ['plans', 'sourceLines', 'sourcePages', 'digitBalance', 'checkOperands']
const placeColumn = /source_|figure_nos?$|^(?:plan_id|lineage|check_no|cause_no)$/

/** The rows of a table as texts without their places, without page numbers, sorted. */
function valuesOf({ rows }: Ingestion, key: TableKey): string[] {
  const values = (rows[key] as readonly object[]).map((row) => Object.entries(row).filter(([name]) => !placeColumn.test(name)))
  return values
    .map((entries) => Object.fromEntries(entries))
    .filter(({ role }) => role !== 'page_no')
    .map((row) => JSON.stringify(row))
    .sort()
}

let text: Promise<Ingestion> | undefined

/** What is read of the published document as text. */
function published(): Promise<Ingestion> {
  text ??= ingestPlans([publishedPath], 2 ** 26)
  return text
}

/** Rows of a table that only the text or only the file gives, as texts. */
export interface Difference {
  table: string
  inText: string[]
  inFile: string[]
}

/** Where what is read of a file differs from what is read of the published document as text. */
export async function differencesFromText(file: Ingestion): Promise<Difference[]> {
  const given = await published()
  const keys = (Object.keys(tables) as TableKey[]).filter((key) => !ofPlaces.includes(key))
  return keys.flatMap((key) => {
    const [inText, inFile] = [without(valuesOf(given, key), valuesOf(file, key)), without(valuesOf(file, key), valuesOf(given, key))]
    return inText.length + inFile.length > 0 ? [{ table: tables[key].name, inText, inFile }] : []
  })
}

/** Values that others do not have, as often as they have them less often. */
function without(values: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return values.filter((value) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
