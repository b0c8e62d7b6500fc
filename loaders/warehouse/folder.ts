import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { codeOf, ifThere } from './refusal.ts'

const manifest = 'manifest.json'

/** Whether a folder is empty, is not there, or holds a warehouse and nothing else: the manifest and exactly its files. */
export async function isReplaceable(folder: string): Promise<boolean> {
  const names = await ifThere(readdir(folder))
  if (!names || names.length === 0) return true
  const [named, found] = [await namedFiles(folder), await filesBelow(folder)]
  return named?.size === found.length && found.every((path) => named.has(path))
}

/** Whether a folder with a manifest holds a file that is not named there. What has no manifest yet was never finished. */
export async function holdsForeign(folder: string): Promise<boolean> {
  const named = await namedFiles(folder)
  return named !== undefined && (await filesBelow(folder)).some((path) => !named.has(path))
}

/** The files that a manifest names, itself included; undefined where there is none, or of another kind. */
async function namedFiles(folder: string): Promise<Set<string> | undefined> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, manifest), 'utf8')) as { files: { path: string }[] }
    return new Set([manifest, ...files.map(({ path }) => path)])
  } catch {
    return undefined
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []
  const files = entries.filter((entry) => !entry.isDirectory())
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
}

/** Makes a folder and those above it that are missing, one by one: the recursive `mkdir` of Node never ends below /proc. */
export async function makeFolders(folder: string): Promise<void> {
  if (await ifThere(stat(folder))) return
  if (dirname(folder) !== folder) await makeFolders(dirname(folder))
  await mkdir(folder).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
}
