/** Encodings that a document can be given in; UTF-16 always with its byte order mark. */
export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'cp932'] as const

export type Encoding = (typeof encodings)[number]

let cp932: Map<string, number> | undefined

/** Every character of CP932 with its bytes as one number, found by decoding all of them; the first code of each wins. */
function cp932Table(): Map<string, number> {
  if (cp932) return cp932
  const decoder = new TextDecoder('shift_jis')
  const table = new Map<string, number>()
  const add = (bytes: number[], code: number) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, code)
  }
  for (let byte = 0; byte < 0x100; byte++) add([byte], byte)
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) add([lead, trail], lead * 0x100 + trail)
  }
  cp932 = table
  return table
}

/** Whether an encoding has every character of a text. */
export function canEncode(text: string, encoding: Encoding): boolean {
  if (encoding !== 'cp932') return true
  const table = cp932Table()
  return Array.from(text).every((character) => table.has(character))
}

/** The bytes of a text in an encoding; throws where the encoding lacks a character. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  return encoding === 'cp932' ? encodeCp932(text) : encodeUtf16(`\ufeff${text}`, encoding === 'utf-16le')
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian)
  return bytes
}

function encodeCp932(text: string): Uint8Array {
  const table = cp932Table()
  const bytes: number[] = []
  for (const character of text) {
    const code = table.get(character)
    if (code === undefined) throw new RangeError(`not in CP932: ${character}`)
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Uint8Array.from(bytes)
}
