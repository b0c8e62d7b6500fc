/** A decoded document without its byte order mark, or why it could not be decoded. */
export type Decoding = { text: string; encoding: string } | { text: undefined; reason: 'truncated' | 'unknown' }

/**
 * The text of a document: by its byte order mark, else as UTF-8, else as CP932 (Shift_JIS with the NEC and IBM
 * characters, which is what the web's `shift_jis` decodes). UTF-8 that only lacks its last bytes is `truncated`.
 */
export function decode(bytes: Uint8Array): Decoding {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  for (const encoding of marked ? [marked] : ['utf-8', 'shift_jis']) {
    const text = tryDecode(bytes, encoding, false)
    if (text !== undefined) return { text, encoding }
    if (encoding === 'utf-8' && tryDecode(bytes, encoding, true) !== undefined) return { text: undefined, reason: 'truncated' }
  }
  return { text: undefined, reason: 'unknown' }
}

/** The text, undefined where a byte does not fit; with `isOpen`, bytes missing at the end are passed over. */
function tryDecode(bytes: Uint8Array, encoding: string, isOpen: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isOpen })
  } catch {
    return undefined
  }
}
