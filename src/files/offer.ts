import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openWarehouse } from '../data/warehouse.ts'
import { archive } from './archive.ts'
import { archiveName, workbookName } from './folder.ts'
import { planWorkbook } from './workbook/workbook.ts'

/**
 * Puts the warehouse's files, byte for byte, into a folder, and beside them what the site makes of them: the plan of the
 * pages as an Excel file, and one zip with all. `site` is the address where the pages will be, if known.
 */
export async function offerFiles(warehouse: string, folder: string, site?: string): Promise<void> {
  const workbook = await planWorkbook(await openWarehouse(warehouse), site)
  const files = { ...(await warehouseFiles(warehouse)), [workbookName]: workbook }
  for (const [path, bytes] of Object.entries({ ...files, [archiveName]: archive(files) })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}

/** Every file that a warehouse's manifest names, and the manifest, by path. */
async function warehouseFiles(warehouse: string): Promise<Record<string, Uint8Array>> {
  const { files } = JSON.parse(await readFile(join(warehouse, 'manifest.json'), 'utf8')) as { files: { path: string }[] }
  const paths = ['manifest.json', ...files.map(({ path }) => path)]
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(warehouse, path))] as const)))
}
