import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Why a file was not read: its rule, and a sentence. */
export interface FileRefusal {
  ruleId: 'unreadable-file' | 'file-too-large'
  reason: string
}

/** The bytes of a regular file, of which no more than a number may be there; `hint` says how to allow more. */
export async function readRegular(path: string, maximumBytes: number, hint = ''): Promise<Uint8Array | FileRefusal> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return { ruleId: 'unreadable-file', reason: 'ファイルがない' }
  if (!found.isFile()) return { ruleId: 'unreadable-file', reason: 'ふつうのファイルではない' }
  const bytes = found.size > maximumBytes ? undefined : await readAtMost(path, maximumBytes + 1).catch(() => null)
  if (bytes === null) return { ruleId: 'unreadable-file', reason: '読む権限がない' }
  if (bytes === undefined || bytes.length > maximumBytes) {
    const size = bytes === undefined ? `${found.size}バイトある。` : ''
    return { ruleId: 'file-too-large', reason: `${size}上限は${maximumBytes}バイト${hint}` }
  }
  return bytes
}

/** The first bytes of a file, which may grow while it is read. */
async function readAtMost(path: string, bytes: number): Promise<Uint8Array> {
  return Buffer.concat(await createReadStream(path, { end: bytes - 1, highWaterMark: 2 ** 20 }).toArray())
}
