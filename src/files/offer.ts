import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../loaders/document/hash.ts'
import { parseJson } from '../../loaders/formats/json.ts'
import type { Row } from '../../loaders/tables.ts'
import { dcat, dcatName, type OfferedFile, siteOfCatalogue } from '../../loaders/warehouse/dcat.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import { json } from '../../loaders/warehouse/manifest.ts'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { ifThere } from '../../loaders/warehouse/refusal.ts'
import { archive } from '../../loaders/workbook/archive.ts'
import tool from '../../package.json' with { type: 'json' }
import type { Warehouse } from '../data/warehouse.ts'
import { publishedBase } from '../format/site-paths.ts'
import { archiveName, licenceName, readmeName, workbookOf } from './names.ts'
import { readme } from './readme.ts'
import { planWorkbook } from './workbook/workbook.ts'

const manifestName = 'manifest.json'

/** Files by their path. */
type Files = Readonly<Record<string, Uint8Array>>

/** How many rows a file holds by its path, null where it is no table. */
type RowsOf = ReadonlyMap<string, number | null>

/** The Excel file of each plan, by the id of the plan. */
export type Workbooks = ReadonlyMap<string, Uint8Array>

/** A plan as an Excel file; `site` is the address where the site will be, if known. */
export async function workbookOfPlan(warehouse: Warehouse, site: string | undefined): Promise<Uint8Array> {
  return planWorkbook(warehouse, publishedBase(warehouse.base, site))
}

/**
 * The files that the site offers, by path: those of the warehouse, byte for byte, and what the site makes of them: each plan
 * as an Excel file, a readme and the licence, and one zip with all. Catalogue and manifest are written anew, so that they name
 * these too; those inside the zip name all but the zip. `site` is the address where the site will be, if known.
 */
export async function offerFiles(folder: string, plans: readonly Row<'plans'>[], workbooks: Workbooks, site?: string): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(folder)
  const books = plans.flatMap((plan) => {
    const bytes = workbooks.get(plan.plan_id)
    return bytes ? [{ planId: plan.plan_id, path: workbookOf(plan, plans), bytes }] : []
  })
  const files: Files = {
    ...(await warehouseFiles(folder, manifest)),
    ...Object.fromEntries(books.map(({ path, bytes }) => [path, bytes])),
    [readmeName]: Buffer.from(readme(plans)),
    [licenceName]: await readFile(join(projectRoot(), 'LICENSE')),
  }
  const rowsOf = new Map(manifest.map(({ path, rows }) => [path, rows]))
  const planOf = new Map(books.map(({ path, planId }) => [path, planId]))
  const entries = entriesOf(files, rowsOf).map((entry): OfferedFile => {
    const planId = planOf.get(entry.path)
    return planId === undefined ? entry : { ...entry, planId }
  })
  const describe = (others: Files) => withDescriptions(files, others, [...entries, ...entriesOf(others)], plans, site)
  return new Map(Object.entries(describe({ [archiveName]: archive(describe({})) })))
}

/** The address of the site that a warehouse was written for; undefined where it was written for none. */
export async function siteOfWarehouse(folder: string): Promise<string | undefined> {
  return siteOfCatalogue(parseJson((await ifThere(readFile(join(folder, dcatName), 'utf8'))) ?? ''))
}

/** The files that a warehouse's manifest names, but for the catalogue, by path. */
async function warehouseFiles(folder: string, manifest: readonly FileEntry[]): Promise<Files> {
  const paths = manifest.map(({ path }) => path).filter((path) => path !== dcatName)
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)))
}

async function readManifest(folder: string): Promise<FileEntry[]> {
  const { files } = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as { files: FileEntry[] }
  return files
}

/** Files and others with the catalogue and the manifest that describe them, made of the entries of both. */
function withDescriptions(files: Files, others: Files, offered: readonly OfferedFile[], plans: readonly Row<'plans'>[], site?: string): Files {
  const catalogue = { [dcatName]: Buffer.from(json(dcat({ plans, files: offered, tool, site }))) }
  const entries = offered.map(({ path, bytes, sha256, rows }): FileEntry => ({ path, bytes, sha256, rows }))
  const manifest = json({ files: [...entries, ...entriesOf(catalogue)] })
  return { ...files, ...others, ...catalogue, [manifestName]: Buffer.from(manifest) }
}

function entriesOf(files: Files, rowsOf: RowsOf = new Map()): FileEntry[] {
  return Object.entries(files).map(([path, bytes]) => {
    return { path, bytes: bytes.length, sha256: sha256(bytes), rows: rowsOf.get(path) ?? null }
  })
}

/** What the data page says of each file: its size, hash, and its rows as the manifest counts them. */
export function describeOffered(files: ReadonlyMap<string, Uint8Array>): FileEntry[] {
  const manifest = JSON.parse(Buffer.from(files.get(manifestName) ?? '{"files":[]}').toString()) as { files: FileEntry[] }
  const rowsOf = new Map(manifest.files.map(({ path, rows }) => [path, rows]))
  return entriesOf(Object.fromEntries(files), rowsOf).sort((a, b) => (a.path < b.path ? -1 : 1))
}
