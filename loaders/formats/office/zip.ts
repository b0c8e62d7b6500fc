import { Inflate } from 'fflate'
import { FormatRefusal } from '../refusal.ts'

/** What a zip file may hold at most: entries, and bytes of all parts that are read. */
const mostEntries = 5000
const mostBytes = 64 * 2 ** 20

/** A part of a zip file as its directory names it. */
interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  offset: number
  isEncrypted: boolean
}

const endOfDirectory = 0x06054b50
const entryHead = 0x02014b50
const partHead = 0x04034b50
/** The end of the directory may have a comment of two bytes' length behind it. */
const longestEnd = 22 + 0xffff

/** A zip file whose parts are unpacked when they are asked for (APPNOTE.TXT of PKWARE); in all no more than so many bytes. */
export class Zip {
  readonly #entries = new Map<string, Entry>()
  readonly #view: DataView
  #bytesLeft = mostBytes

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const entry of this.#readDirectory()) this.#entries.set(entry.name, entry)
  }

  /** The names of all parts. */
  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** The bytes of a part; undefined where there is none of the name. */
  part(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    if (entry.isEncrypted) throw new FormatRefusal('password-protected', 'パスワードで守られたファイルは読めない。パスワードを外して保存し直したファイルを渡す')
    this.#bytesLeft -= entry.size
    if (this.#bytesLeft < 0) throw tooLarge(`展開すると${mostBytes / 2 ** 20}MBを超える`)
    const bytes = this.#unpack(entry)
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged()
    return bytes
  }

  #unpack({ offset, method, packed, size }: Entry): Uint8Array {
    if (offset + 30 > this.bytes.length || this.#view.getUint32(offset, true) !== partHead) throw damaged()
    const from = offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true)
    const data = this.bytes.subarray(from, from + packed)
    if (method === 0) return data
    if (method !== 8) throw damaged()
    return inflate(data, size)
  }

  *#readDirectory(): Generator<Entry> {
    const end = this.#endOfDirectory()
    const count = this.#view.getUint16(end + 10, true)
    if (count > mostEntries) throw tooLarge(`部品が${mostEntries}個を超える`)
    let at = this.#view.getUint32(end + 16, true)
    for (let no = 0; no < count; no++) {
      if (at + 46 > this.bytes.length || this.#view.getUint32(at, true) !== entryHead) throw damaged()
      const nameEnd = at + 46 + this.#view.getUint16(at + 28, true)
      yield {
        name: new TextDecoder().decode(this.bytes.subarray(at + 46, nameEnd)),
        method: this.#view.getUint16(at + 10, true),
        crc: this.#view.getUint32(at + 16, true),
        packed: this.#view.getUint32(at + 20, true),
        size: this.#view.getUint32(at + 24, true),
        offset: this.#view.getUint32(at + 42, true),
        isEncrypted: (this.#view.getUint16(at + 8, true) & 1) === 1,
      }
      at = nameEnd + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true)
    }
  }

  #endOfDirectory(): number {
    const last = this.bytes.length - 22
    for (let at = last; at >= Math.max(0, last - longestEnd); at--) if (this.#view.getUint32(at, true) === endOfDirectory) return at
    throw damaged()
  }
}

/** Compressed bytes that are unpacked at a time: a thousand times as many come out of them at most. */
const piece = 4096

/** Unpacked bytes, of which there may be no more than the directory says. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size)
  let at = 0
  const inflater = new Inflate((bytes) => {
    if (at + bytes.length > size) throw tooLarge(`展開した大きさが、ファイルの言う${size}バイトを超える`)
    out.set(bytes, at)
    at += bytes.length
  })
  try {
    for (let from = 0; from < data.length; from += piece) inflater.push(data.subarray(from, from + piece), from + piece >= data.length)
  } catch (error) {
    throw error instanceof FormatRefusal ? error : damaged()
  }
  return out.subarray(0, at)
}

function tooLarge(what: string): FormatRefusal {
  return new FormatRefusal('zip-too-large', `${what}。取組実績一覧の文書ではない。画像などを除き、Word・Excelで保存し直したファイルを渡す`)
}

function damaged(): FormatRefusal {
  return new FormatRefusal('damaged-file', 'ファイルが途中で切れているか、壊れている。元のファイルをもう一度コピーするか、Word・Excelで開いて保存し直す')
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
