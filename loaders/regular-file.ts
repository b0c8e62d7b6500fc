import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type FileRefusal, notThere, tooLarge } from './plan-files.ts'

/** The bytes of a regular file, of which no more than a number may be there; `hint` says how to allow more. */
export async function readRegular(path: string, maximumBytes: number, hint = ''): Promise<Uint8Array | FileRefusal> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return notThere
  if (!found.isFile()) return { ruleId: 'unreadable-file', reason: 'ふつうのファイルではない' }
  if (found.size > maximumBytes) return tooLarge(found.size, maximumBytes, hint)
  const bytes = await readAtMost(path, maximumBytes + 1).catch(() => null)
  if (bytes === null) return { ruleId: 'unreadable-file', reason: '読む権限がない' }
  return bytes.length > maximumBytes ? tooLarge(undefined, maximumBytes, hint) : bytes
}

/** The first bytes of a file, which may grow while it is read. */
async function readAtMost(path: string, bytes: number): Promise<Uint8Array> {
  return Buffer.concat(await createReadStream(path, { end: bytes - 1, highWaterMark: 2 ** 20 }).toArray())
}
