import { readFile, readlink, rm, symlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, ifThere, OutputError } from './refusal.ts'

const patienceMs = 60_000
const pauseMs = 20

/**
 * Takes the lock of a path, waiting while another living process holds it; gives what returns it. A lock is a link
 * whose target names its process, so that it is made with its content in one step.
 */
export async function lock(path: string, tellWaiting: () => void = () => {}): Promise<() => Promise<void>> {
  const owner = `${process.pid}-${await bornAt(process.pid)}`
  const until = Date.now() + patienceMs
  for (let isWaiting = false; !(await isMade(owner, path)); ) {
    if (await isAbandoned(path)) {
      await removeAbandoned(path)
      continue
    }
    if (Date.now() > until) throw new OutputError(`ほかの実行が終わらないため中止した。動いている実行がなければ ${path} を消す`)
    if (!isWaiting) tellWaiting()
    isWaiting = true
    await sleep(pauseMs)
  }
  if (await isAbandoned(takeover(path))) await removeAbandoned(takeover(path))
  return () => rm(path, { force: true })
}

function takeover(path: string): string {
  return `${path}.lock`
}

/** Removes a lock whose process is gone, one process at a time: a later one sees that the lock is a new one, and leaves it. */
async function removeAbandoned(path: string): Promise<void> {
  const unlock = await lock(takeover(path))
  try {
    if (await isAbandoned(path)) await rm(path, { force: true })
  } finally {
    await unlock()
  }
}

async function isMade(owner: string, path: string): Promise<boolean> {
  try {
    await symlink(owner, path, 'junction')
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const owner = await ownerOf(path)
  if (!owner) return false
  const bornNow = await bornAt(owner.pid)
  return bornNow === undefined || (bornNow !== '' && bornNow !== owner.born)
}

/** The process that a lock names; undefined where there is no lock by now. */
async function ownerOf(path: string): Promise<{ pid: number; born: string } | undefined> {
  const owner = await ifThere(readlink(path).catch(nameOfOther))
  if (owner === undefined) return undefined
  const [, pid, born] = /^(\d+)-(\d*)$/.exec(basename(owner)) ?? []
  if (pid !== undefined && born !== undefined) return { pid: Number(pid), born }
  throw new OutputError(`このツールのものでないファイルがある: ${path}。ほかの名前を --out に指定する`)
}

/** What is no link has no owner; it is of others. */
function nameOfOther(error: unknown): string {
  if (codeOf(error) === 'EINVAL') return ''
  throw error
}

/**
 * When a living process began, '' where the system does not say; undefined where there is none. It tells a process from
 * a later one of the same number, as the first ones of a container are.
 */
async function bornAt(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [state, ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? undefined : (fields[18] ?? '')
}
