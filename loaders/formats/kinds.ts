/** What a file is, by its bytes. */
export type FileKind = 'text' | 'pdf' | 'zip' | 'compound' | 'picture'

/** First bytes of kinds of files; a PDF may have others before them. */
const beginnings: readonly (readonly [Exclude<FileKind, 'text' | 'pdf'>, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** Bytes before which the head of a PDF stands, as readers of PDF take it. */
const headOfPdf = 1024

/**
 * The kind of a file by its first bytes, never by its name: `zip` holds Word and Excel of today, `compound` those of before
 * 2007 and those with a password.
 */
export function kindOf(bytes: Uint8Array): FileKind {
  const found = beginnings.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))
  if (found) return found[0]
  return isPdf(bytes) ? 'pdf' : 'text'
}

/** Whether `%PDF-` and a digit begin a line near the beginning. */
function isPdf(bytes: Uint8Array): boolean {
  return /(?:^|[\r\n\0])%PDF-\d/.test(new TextDecoder('latin1').decode(bytes.subarray(0, headOfPdf)).replace(/^\u00ef\u00bb\u00bf/, ''))
}
