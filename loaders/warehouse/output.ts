import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { holdsForeign, isReplaceable, makeFolders } from './folder.ts'
import { lock } from './lock.ts'
import { explained, ifThere, OutputError } from './refusal.ts'

/**
 * Writes a new version of an output folder beside it, then puts it in its place in one step, so that whoever looks, or
 * stops the run at any instant, finds the old version whole or the new one whole. The folder is a link to the version
 * at hand (`.<name>.<uuid>`), which a rename replaces at once; versions no longer linked are removed. Only a folder that
 * is no link (an empty one, or a copy of a warehouse) needs two renames: it stands aside as `.<name>.<uuid>.old` for the
 * instant between them, and where a run is killed in that instant, the next run first puts it back.
 */
export async function replaceOutput(directory: string, write: (directory: string) => Promise<void>): Promise<void> {
  const target = resolve(directory)
  try {
    await makeFolders(dirname(target))
    const unlock = await lock(beside(target, 'lock'), () => process.stderr.write(`同じ出力先へのほかの実行が終わるのを待っている: ${target}\n`))
    try {
      await replaceLocked(target, write)
    } finally {
      await unlock()
    }
  } catch (error) {
    throw explained(target, error)
  }
}

async function replaceLocked(target: string, write: (directory: string) => Promise<void>): Promise<void> {
  await tidy(target)
  await refuseForeign(target)
  const version = beside(target, randomUUID())
  try {
    await mkdir(version)
    await write(version)
    await publish(target, version)
  } finally {
    await tidy(target)
  }
}

function beside(target: string, name: string): string {
  return join(dirname(target), `.${basename(target)}.${name}`)
}

async function publish(target: string, version: string): Promise<void> {
  const link = `${version}.link`
  await symlink(process.platform === 'win32' ? version : basename(version), link, 'junction')
  const found = await ifThere(lstat(target))
  if (found?.isDirectory()) await rename(target, `${version}.old`)
  await rename(link, target)
}

/** An output folder that holds anything but a warehouse is left alone, and so is a link to elsewhere. */
async function refuseForeign(target: string): Promise<void> {
  const found = await ifThere(lstat(target))
  if (!found) return
  if (found.isSymbolicLink()) {
    const linked = resolve(dirname(target), await readlink(target))
    const isVersion = dirname(linked) === dirname(target) && leftoverKind(target, basename(linked)) === ''
    if (!isVersion) throw new OutputError(`出力先がほかの場所へのリンクである: ${target}。ほかの名前を --out に指定する`)
  } else if (!found.isDirectory()) throw new OutputError(`出力先と同じ名前のファイルがある: ${target}。ほかの名前を --out に指定する`)
  if (!(await isReplaceable(target)))
    throw new OutputError(`出力先にこのツールのものでないファイルがある: ${target}。空のフォルダか、まだない名前を --out に指定する`)
}

/** Puts right what a run left beside the output, this one or one that was killed. */
async function tidy(target: string): Promise<void> {
  const names = await readdir(dirname(target))
  if (!(await ifThere(lstat(target)))) await putBack(target, names)
  const current = await readlink(target).then(basename, () => undefined)
  for (const name of names) {
    if (name !== current && leftoverKind(target, name) !== undefined) await removeLeftover(join(dirname(target), name))
  }
}

/** Whether a name is a version's (''), its link's ('.link'), that of a folder that was replaced ('.old'), or none of these. */
function leftoverKind(target: string, name: string): string | undefined {
  const prefix = basename(beside(target, ''))
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(|\.link|\.old)$/.exec(rest)?.[1]
}

async function putBack(target: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((name) => leftoverKind(target, name) === '.old')) {
    const old = join(dirname(target), name)
    if (await isReplaceable(old)) return rename(old, target)
  }
}

/** Removes a leftover unless someone has put files into it; what cannot be removed now is left to the next run. */
async function removeLeftover(path: string): Promise<void> {
  if (!(await holdsForeign(path))) await rm(path, { recursive: true, force: true }).catch(() => undefined)
}
