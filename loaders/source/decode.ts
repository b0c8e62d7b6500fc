/** Encodings a document is tried in, in this order; the first that decodes without an error is taken. */
const encodings = ['utf-8', 'shift_jis'] as const

/**
 * The text of a document and the encoding found: by its byte order mark, else UTF-8, else CP932 (Shift_JIS with the NEC
 * and IBM characters, which is what the web's `shift_jis` decodes). Undefined where no encoding fits. No byte order
 * mark remains.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  for (const encoding of marked ? [marked] : encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // not in this encoding
    }
  }
  return undefined
}
