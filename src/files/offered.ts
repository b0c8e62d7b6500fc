import { sha256 } from '../../loaders/document/hash.ts'
import type { Row } from '../../loaders/tables.ts'
import { dcat, dcatName, type OfferedFile } from '../../loaders/warehouse/dcat.ts'
import { type FileEntry, json } from '../../loaders/warehouse/file-entry.ts'
import { archive } from '../../loaders/workbook/archive.ts'
import tool from '../../package.json' with { type: 'json' }
import type { Warehouse } from '../data/warehouse.ts'
import { publishedBase } from '../format/site-paths.ts'
import { archiveName, databaseName, licenceName, readmeName, workbookOf } from './names.ts'
import { readme } from './readme.ts'
import { planWorkbook } from './workbook/workbook.ts'

export const manifestName = 'manifest.json'

/** Files by their path. */
export type Files = Readonly<Record<string, Uint8Array>>

/** How many rows a file holds by its path, null where it is no table. */
export type RowsOf = ReadonlyMap<string, number | null>

/** The Excel file of each plan, by the id of the plan. */
export type Workbooks = ReadonlyMap<string, Uint8Array>

/** What the files that a site offers are made of. */
export interface OfferParts {
  /** those of the warehouse, but for its catalogue */
  files: Files
  rowsOf: RowsOf
  plans: readonly Row<'plans'>[]
  workbooks: Workbooks
  /** the licence of the code */
  licence: Uint8Array
  /** the address where the site will be, if known */
  site?: string | undefined
}

/** A plan as an Excel file; `site` is the address where the site will be, if known. */
export async function workbookOfPlan(warehouse: Warehouse, site: string | undefined): Promise<Uint8Array> {
  return planWorkbook(warehouse, publishedBase(warehouse.base, site))
}

/**
 * The files that a site offers, by path: those of the warehouse as they are, and what the site makes of them: each plan as an
 * Excel file, a readme and the licence, and one zip with all. Catalogue and manifest are written anew, so that they name these
 * too; those inside the zip name all but the zip.
 */
export function offeredFiles({ files: stored, rowsOf, plans, workbooks, licence, site }: OfferParts): Map<string, Uint8Array> {
  const books = plans.flatMap((plan) => {
    const bytes = workbooks.get(plan.plan_id)
    return bytes ? [{ planId: plan.plan_id, path: workbookOf(plan, plans), bytes }] : []
  })
  const files: Files = {
    ...stored,
    ...Object.fromEntries(books.map(({ path, bytes }) => [path, bytes])),
    [readmeName]: bytesOf(readme(plans, databaseName in stored)),
    [licenceName]: licence,
  }
  const planOf = new Map(books.map(({ path, planId }) => [path, planId]))
  const entries = entriesOf(files, rowsOf).map((entry): OfferedFile => {
    const planId = planOf.get(entry.path)
    return planId === undefined ? entry : { ...entry, planId }
  })
  const describe = (others: Files) => withDescriptions(files, others, [...entries, ...entriesOf(others)], plans, site)
  return new Map(Object.entries(describe({ [archiveName]: archive(describe({})) })))
}

/** Files and others with the catalogue and the manifest that describe them, made of the entries of both. */
function withDescriptions(files: Files, others: Files, offered: readonly OfferedFile[], plans: readonly Row<'plans'>[], site?: string): Files {
  const catalogue = { [dcatName]: bytesOf(json(dcat({ plans, files: offered, tool, site }))) }
  const entries = offered.map(({ path, bytes, sha256, rows }): FileEntry => ({ path, bytes, sha256, rows }))
  const manifest = json({ files: [...entries, ...entriesOf(catalogue)] })
  return { ...files, ...others, ...catalogue, [manifestName]: bytesOf(manifest) }
}

function entriesOf(files: Files, rowsOf: RowsOf = new Map()): FileEntry[] {
  return Object.entries(files).map(([path, bytes]) => {
    return { path, bytes: bytes.length, sha256: sha256(bytes), rows: rowsOf.get(path) ?? null }
  })
}

/** What the data page says of each file: its size, hash, and its rows as the manifest counts them. */
export function describeOffered(files: ReadonlyMap<string, Uint8Array>): FileEntry[] {
  const manifest = files.get(manifestName)
  const { files: entries } = JSON.parse(manifest === undefined ? '{"files":[]}' : new TextDecoder().decode(manifest)) as { files: FileEntry[] }
  const rowsOf = new Map(entries.map(({ path, rows }) => [path, rows]))
  return entriesOf(Object.fromEntries(files), rowsOf).sort((a, b) => (a.path < b.path ? -1 : 1))
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
