import { sha256 as hashOf } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The sha256 of some bytes, as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(hashOf(bytes))
}
