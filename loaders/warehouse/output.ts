import { randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readdir, readFile, readlink, rename, rm, rmdir, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Why an output folder cannot be written; the message is for the user. */
export class OutputError extends Error {}

const lockPatienceMs = 60_000
/** how long a lock may stand without its process's number: a run that was killed between the two leaves it so */
const namelessMs = 1000

/**
 * Writes a new version of an output folder beside it, then puts it in its place in one step, so that whoever looks, or
 * stops the run at any instant, finds the old version whole or the new one whole. The folder is a link to the version
 * at hand (`.<name>.<random>`), which a rename replaces at once; versions no longer linked are removed.
 */
export async function replaceOutput(directory: string, write: (directory: string) => Promise<void>): Promise<void> {
  const target = resolve(directory)
  const parent = dirname(target)
  await tell(target, mkdir(parent, { recursive: true }))
  const unlock = await lock(target)
  try {
    await refuseForeign(target)
    await removeStale(target)
    const version = join(parent, `${versionPrefix(target)}${randomUUID()}`)
    await tell(target, mkdir(version))
    try {
      await tell(target, write(version))
      await tell(target, publish(target, version))
    } catch (error) {
      await rm(version, { recursive: true, force: true })
      throw error
    }
    await removeStale(target)
  } finally {
    await unlock()
  }
}

function versionPrefix(target: string): string {
  return `.${basename(target)}.`
}

async function publish(target: string, version: string): Promise<void> {
  const link = `${version}.link`
  await symlink(process.platform === 'win32' ? version : basename(version), link, 'junction')
  const found = await lstat(target).catch(() => undefined)
  if (found?.isDirectory()) await rename(target, `${version}.old`)
  await rename(link, target)
  await rm(`${version}.old`, { recursive: true, force: true })
}

/** An output folder that holds anything but a warehouse is left alone. */
async function refuseForeign(target: string): Promise<void> {
  const found = await lstat(target).catch(() => undefined)
  if (!found || found.isSymbolicLink()) return
  if (!found.isDirectory()) throw new OutputError(`出力先と同じ名前のファイルがある: ${target}。ほかの名前を --out に指定する`)
  const names = await readdir(target)
  if (names.length === 0) return rmdir(target)
  if (!names.includes('manifest.json'))
    throw new OutputError(`出力先にこのツールのものでないファイルがある: ${target}。空のフォルダか、まだない名前を --out に指定する`)
}

/** Removes versions that a stopped run left behind and those that are no longer linked. */
async function removeStale(target: string): Promise<void> {
  const current = await readlink(target).then(basename, () => undefined)
  const lockName = basename(lockPath(target))
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(versionPrefix(target)) && name !== current && name !== lockName) await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

function lockPath(target: string): string {
  return join(dirname(target), `${versionPrefix(target)}lock`)
}

/** Takes the folder's lock, waiting while another living process holds it. */
async function lock(target: string): Promise<() => Promise<void>> {
  const path = lockPath(target)
  const until = Date.now() + lockPatienceMs
  for (let isFirst = true; ; isFirst = false) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw explained(target, error)
    }
    if (await isAbandoned(path)) await rm(path, { force: true })
    else if (Date.now() > until) throw new OutputError(`ほかの実行が終わらないため中止した: ${target}`)
    else {
      if (isFirst) process.stderr.write(`同じ出力先へのほかの実行が終わるのを待っている: ${target}\n`)
      await sleep(100)
    }
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0) return isOlderThan(path, namelessMs)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

async function isOlderThan(path: string, milliseconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > milliseconds
}

async function tell<T>(target: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw explained(target, error)
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/** A system's refusal in words: disk full, no permission, a file in the way. Anything else is passed on. */
function explained(target: string, error: unknown): unknown {
  const text = error instanceof Error ? error.message : ''
  const code = codeOf(error) ?? (/No space left|ENOSPC/.test(text) ? 'ENOSPC' : /Permission denied/.test(text) ? 'EACCES' : undefined)
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'ディスクの空きが足りない',
    EDQUOT: 'ディスクの割り当てを超えた',
    EACCES: '書き込む権限がない',
    EPERM: '書き込む権限がない',
    EROFS: '読み取り専用の場所である',
    ENOTDIR: 'フォルダの途中に同じ名前のファイルがある',
    EEXIST: '同じ名前のファイルがある',
  }
  const reason = code && reasons[code]
  return reason ? new OutputError(`出力先に書けない (${reason}): ${target}。前の出力はそのまま残っている`) : error
}
