import { lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { measureFile } from './manifest.ts'
import { codeOf, ifThere } from './refusal.ts'

/** What a folder holds that a command writes as a whole, each time anew. */
export interface OutputKind {
  /** a link to the version at hand, which one rename replaces, or a folder of its own that can be copied */
  form: 'link' | 'folder'
  /** how the user names another place: '--out に' */
  elsewhere: string
  /** whether a version may have a file of this path */
  mayHold(path: string): boolean
  /** whether an earlier version of the tool, which wrote no manifest, made a folder */
  isEarlier(folder: string): Promise<boolean>
}

/** Why a folder is not replaced: a file that is of others, or one that is not as it was written; its path in the folder. */
export interface Obstacle {
  kind: 'foreign' | 'changed'
  path: string
}

/** A file as a manifest names it; small ones may leave out the hash. */
interface ManifestFile {
  path: string
  sha256?: string
}

const manifest = 'manifest.json'

/** What would be lost if a folder were replaced; undefined where it is empty, not there, or as a run has written it. */
export async function findObstacle(folder: string, kind: OutputKind): Promise<Obstacle | undefined> {
  const names = await ifThere(readdir(folder))
  if (!names || names.length === 0) return undefined
  const [files, found] = [await manifestFiles(folder), await filesBelow(folder)]
  if (!files) {
    const [other = names[0] as string] = found
    const path = found.find((path) => !kind.mayHold(path)) ?? ((await kind.isEarlier(folder)) ? undefined : other)
    return path === undefined ? undefined : { kind: 'foreign', path }
  }
  const named = new Set([manifest, ...files.map(({ path }) => path)])
  const foreign = found.find((path) => !named.has(path))
  if (foreign !== undefined) return { kind: 'foreign', path: foreign }
  const changed = await findChanged(folder, files)
  return changed === undefined ? undefined : { kind: 'changed', path: changed }
}

/** A file that a leftover holds and that no run has written; undefined where there is none. */
export async function foreignLeftover(folder: string, kind: OutputKind): Promise<string | undefined> {
  const files = await manifestFiles(folder)
  const named = files && new Set([manifest, ...files.map(({ path }) => path)])
  return (await filesBelow(folder)).find((path) => !(named ? named.has(path) : kind.mayHold(path)))
}

/** The files that a manifest names; undefined where there is none, or of another kind. */
async function manifestFiles(folder: string): Promise<ManifestFile[] | undefined> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, manifest), 'utf8')) as { files: ManifestFile[] }
    return files.every(({ path }) => typeof path === 'string') ? files : undefined
  } catch {
    return undefined
  }
}

/** The first file that is not there or has not the bytes that a manifest says. */
async function findChanged(folder: string, files: readonly ManifestFile[]): Promise<string | undefined> {
  for (const { path, sha256: hash } of files) {
    const found = await ifThere(measureFile(join(folder, path)))
    if (!found || (hash !== undefined && hash !== found.sha256)) return path
  }
  return undefined
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []
  const files = entries.filter((entry) => !entry.isDirectory())
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/')).sort()
}

/** Whether something of a path is a folder itself, not a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return (await ifThere(lstat(path)))?.isDirectory() === true
}

/** Makes a folder and those above it that are missing, and gives those that it made, the outermost first; one by one: the recursive `mkdir` of Node never ends below /proc. */
export async function makeFolders(folder: string): Promise<string[]> {
  if (await ifThere(stat(folder))) return []
  const above = dirname(folder) === folder ? [] : await makeFolders(dirname(folder))
  await mkdir(folder).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  return [...above, folder]
}
