import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../loaders/formats/json.ts'
import type { Row } from '../../loaders/tables.ts'
import { dcatName, siteOfCatalogue } from '../../loaders/warehouse/dcat.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { ifThere } from '../../loaders/warehouse/refusal.ts'
import { type Files, manifestName, offeredFiles, type Workbooks } from './offered.ts'

/** The files that the site of a warehouse offers, by path, those of the warehouse byte for byte; `site` is the address where the site will be, if known. */
export async function offerFiles(folder: string, plans: readonly Row<'plans'>[], workbooks: Workbooks, site?: string): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(folder)
  const rowsOf = new Map(manifest.map(({ path, rows }) => [path, rows]))
  return offeredFiles({ files: await warehouseFiles(folder, manifest), rowsOf, plans, workbooks, licence: await readLicence(), site })
}

/** The licence of the code. */
export function readLicence(): Promise<Uint8Array> {
  return readFile(join(projectRoot(), 'LICENSE'))
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
