import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { archive } from './archive.ts'
import { archiveName } from './folder.ts'

/** Puts the warehouse's files, byte for byte, into a folder, and beside them what the site makes of them: one zip with all. */
export async function offerFiles(warehouse: string, folder: string): Promise<void> {
  const files = await warehouseFiles(warehouse)
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
