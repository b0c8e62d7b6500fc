import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { lstat, mkdir, readdir, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { findObstacle, foreignLeftover, isFolder, makeFolders, type OutputKind } from './folder.ts'
import { lock } from './lock.ts'
import { explained, ifThere, OutputError } from './refusal.ts'

/**
 * Writes a new version of an output folder beside it, then puts it in its place in one step, so that whoever looks, or
 * stops the run at any instant, finds the old version whole or the new one whole. Of the form 'link', the folder is a link
 * to the version at hand (`.<name>.<uuid>`), which a rename replaces at once; versions no longer linked are removed. A
 * folder that is no link (of the form 'folder', an empty one, or a copy of a warehouse) needs two renames: it stands aside
 * as `.<name>.<uuid>.old` for the instant between them, and where a run is killed in that instant, the next run first
 * puts it back. Where `write` gives 'nothing', all is left as it was.
 */
export async function replaceOutput(directory: string, kind: OutputKind, write: Write): Promise<void> {
  const target = resolve(directory)
  try {
    const made = await makeFolders(dirname(target))
    const unlock = await lock(beside(target, 'lock'), () => process.stderr.write(`同じ出力先へのほかの実行が終わるのを待っている: ${target}\n`))
    try {
      await replaceLocked(target, kind, write)
    } finally {
      await unlock()
      if (!(await ifThere(lstat(target)))) await removeEmpty(made)
    }
  } catch (error) {
    throw explained(target, error)
  }
}

/** Writes a version into an empty folder; 'nothing' where it finds that there is none to be written. */
export type Write = (directory: string) => Promise<unknown>

/** Removes folders made one within another, the innermost first, as far as they are empty. */
async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders.toReversed()) await rmdir(folder).catch(() => undefined)
}

async function replaceLocked(target: string, kind: OutputKind, write: Write): Promise<void> {
  await tidy(target, kind)
  await refuseForeign(target, kind)
  const version = beside(target, randomUUID())
  try {
    await mkdir(version)
    if ((await write(version)) === 'nothing') return
    if (kind.form === 'folder') await switchFolder(target, version)
    else await switchLink(target, version)
  } finally {
    await tidy(target, kind)
  }
}

function beside(target: string, name: string): string {
  return join(dirname(target), `.${basename(target)}.${name}`)
}

async function switchLink(target: string, version: string): Promise<void> {
  const link = `${version}.link`
  await symlink(process.platform === 'win32' ? version : basename(version), link, 'junction')
  if (await isFolder(target)) await rename(target, `${version}.old`)
  await rename(link, target)
}

/** Two renames with nothing between them. */
async function switchFolder(target: string, version: string): Promise<void> {
  if (await isFolder(target)) renameSync(target, `${version}.old`)
  renameSync(version, target)
}

/** An output folder that holds anything else, or what the user has changed, is left alone, and so is a link to elsewhere. */
export async function refuseForeign(directory: string, kind: OutputKind): Promise<void> {
  const target = resolve(directory)
  const found = await ifThere(lstat(target))
  if (!found) return
  if (found.isSymbolicLink()) {
    const linked = resolve(dirname(target), await readlink(target))
    const isVersion = kind.form === 'link' && dirname(linked) === dirname(target) && leftoverKind(target, basename(linked)) === ''
    if (!isVersion) throw new OutputError(`出力先がほかの場所へのリンクである: ${target}。ほかの名前を ${kind.elsewhere}指定する`)
  } else if (!found.isDirectory()) throw new OutputError(`出力先と同じ名前のファイルがある: ${target}。ほかの名前を ${kind.elsewhere}指定する`)
  const obstacle = await findObstacle(target, kind)
  if (!obstacle) return
  const what = obstacle.kind === 'foreign' ? 'このツールのものでないファイルがある' : '書き出した後に変えたか消したファイルがある'
  throw new OutputError(`出力先に${what}: ${join(target, obstacle.path)}。空のフォルダか、まだない名前を ${kind.elsewhere}指定する`)
}

/** Puts right what a run left beside the output, this one or one that was killed. */
async function tidy(target: string, kind: OutputKind): Promise<void> {
  const names = await readdir(dirname(target))
  if (!(await ifThere(lstat(target)))) await putBack(target, names, kind)
  const current = await readlink(target).then(basename, () => undefined)
  for (const name of names) {
    const left = leftoverKind(target, name)
    if (name !== current && left !== undefined) await removeLeftover(join(dirname(target), name), left, kind)
  }
}

/** Whether a name is a version's (''), its link's ('.link'), that of a folder that was replaced ('.old'), or none of these. */
function leftoverKind(target: string, name: string): string | undefined {
  const prefix = basename(beside(target, ''))
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(|\.link|\.old)$/.exec(rest)?.[1]
}

async function putBack(target: string, names: readonly string[], kind: OutputKind): Promise<void> {
  for (const name of names.filter((name) => leftoverKind(target, name) === '.old')) {
    const old = join(dirname(target), name)
    if ((await isFolder(old)) && !(await findObstacle(old, kind))) return rename(old, target)
  }
}

/** Removes a leftover unless it holds what no run has written; what cannot be removed now is left to the next run. */
async function removeLeftover(path: string, left: string, kind: OutputKind): Promise<void> {
  const found = await ifThere(lstat(path))
  if (!found) return
  const isOurs = left === '.link' ? found.isSymbolicLink() : found.isDirectory()
  const foreign = isOurs && left !== '.link' ? await foreignLeftover(path, kind) : undefined
  if (isOurs && foreign === undefined) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  else process.stderr.write(`このツールのものでないファイルがあるので残した: ${join(path, foreign ?? '')}\n`)
}
