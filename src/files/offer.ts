import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../loaders/document/hash.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { archive } from './archive.ts'
import { archiveName, workbookName } from './names.ts'
import { planWorkbook } from './workbook/workbook.ts'

/**
 * The files that the site offers, by path: those of the warehouse, byte for byte, and what the site makes of them, the plan
 * of the pages as an Excel file and one zip with all. `site` is the address where the pages will be, if known.
 */
export async function offerFiles(warehouse: Warehouse, folder: string, site?: string): Promise<Map<string, Uint8Array>> {
  const files = { ...(await warehouseFiles(folder)), [workbookName]: await planWorkbook(warehouse, site) }
  return new Map(Object.entries({ ...files, [archiveName]: archive(files) }))
}

/** Every file that a warehouse's manifest names, and the manifest, by path. */
async function warehouseFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const { files } = await readManifest(folder)
  const paths = ['manifest.json', ...files.map(({ path }) => path)]
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)))
}

async function readManifest(folder: string): Promise<{ files: FileEntry[] }> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { files: FileEntry[] }
}

/** What the data page says of each file: its size, hash, and its rows as the manifest of the warehouse counts them. */
export function describeOffered(files: ReadonlyMap<string, Uint8Array>): FileEntry[] {
  const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? '{"files":[]}').toString()) as { files: FileEntry[] }
  const rowsOf = new Map(manifest.files.map(({ path, rows }) => [path, rows]))
  return [...files]
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes), rows: rowsOf.get(path) ?? null }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
