import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../loaders/document/hash.ts'
import { parseJson } from '../../loaders/formats/json.ts'
import { dcat, dcatName, type OfferedFile, siteOfCatalogue } from '../../loaders/warehouse/dcat.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import { json } from '../../loaders/warehouse/manifest.ts'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { ifThere } from '../../loaders/warehouse/refusal.ts'
import { archive } from '../../loaders/workbook/archive.ts'
import tool from '../../package.json' with { type: 'json' }
import type { Warehouse } from '../data/warehouse.ts'
import { archiveName, licenceName, readmeName, workbookName } from './names.ts'
import { readme } from './readme.ts'
import { planWorkbook } from './workbook/workbook.ts'

const manifestName = 'manifest.json'

/** Files by their path. */
type Files = Readonly<Record<string, Uint8Array>>

/** How many rows a file holds by its path, null where it is no table. */
type RowsOf = ReadonlyMap<string, number | null>

/**
 * The files that the site offers, by path: those of the warehouse, byte for byte, and what the site makes of them: the plan
 * of the pages as an Excel file, a readme and the licence, and one zip with all. Catalogue and manifest are written anew, so
 * that they name these too; those inside the zip name all but the zip. `site` is the address where the pages will be, if
 * known.
 */
export async function offerFiles(warehouse: Warehouse, folder: string, site?: string): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(folder)
  const files: Files = {
    ...(await warehouseFiles(folder, manifest)),
    [workbookName]: await planWorkbook(warehouse, site),
    [readmeName]: Buffer.from(readme(warehouse.plans)),
    [licenceName]: await readFile(join(projectRoot(), 'LICENSE')),
  }
  const rowsOf = new Map(manifest.map(({ path, rows }) => [path, rows]))
  const entries = entriesOf(files, rowsOf)
  const describe = (others: Files) => withDescriptions(files, others, [...entries, ...entriesOf(others)], warehouse, site)
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
function withDescriptions(files: Files, others: Files, entries: readonly FileEntry[], { plan, plans }: Warehouse, site?: string): Files {
  const ofPlan = { planId: plan.plan_id }
  const offered = entries.map((file): OfferedFile => (file.path === workbookName ? { ...file, ...ofPlan } : file))
  const catalogue = { [dcatName]: Buffer.from(json(dcat({ plans, files: offered, tool, site }))) }
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
