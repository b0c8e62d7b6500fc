import { unzlibSync, zlibSync } from 'fflate'
import type { Random } from '../generate/prng.ts'
import { cutOff, flipped, replacedOne, spliced } from './changes.ts'

/** Numbers that place things elsewhere, or ask for more than there is. */
const numbers = ['0', '-1', '1', '0.5', '7', '90', '250', '-400', '99999', '1e9', '99999999999', '']
/** Words of a page's content that change what follows, or break it. */
const inserts = ['q', 'Q', 'BT', 'ET', '3 Tr', '0 Tr', '200 Tz', '-5 Tc', '-1 0 0 1 0 0 cm', '0 1 -1 0 0 0 cm', '1 0 0 1 3 0 cm', '0 0 50 50 re W n']
const breaks = ['<', '>', '(', ')', '[', 'EMC', '/X Do', '/X 10 Tf', '<<', '\u0000', '%']
const kinds = ['number', 'number', 'number', 'letters', 'letters', 'delete', 'double', 'swap', 'swap', 'insert', 'insert', 'break', 'cut'] as const
const number = /(?<![\w<.#-])-?\d+(?:\.\d+)?(?=[\s[\]/>])/g
const letters = /<[\dA-Fa-f]{2,}>/g

/** What is between `stream` and `endstream` in the file, unpacked where it can be. */
interface Stream {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isPacked: boolean
}

/** PDF files that begin as one: its bytes changed or cut off, its objects or what its streams hold changed. */
export class PdfMutations {
  readonly #file: string
  readonly #streams: readonly Stream[]

  constructor(private readonly bytes: Uint8Array) {
    this.#file = Buffer.from(bytes).toString('latin1')
    this.#streams = streamsOf(this.#file).filter(({ text }) => /\b(?:Tj|TJ|begincmap)\b/.test(text))
  }

  /** The file after one to six changes. */
  mutated(random: Random): Uint8Array {
    if (random.chance(0.15)) return flipped(this.bytes, random, 60)
    if (random.chance(0.05)) return cutOff(this.bytes, random)
    if (this.#streams.length === 0 || random.chance(0.15)) return bytesOf(replacedOne(this.#file, number, random, () => random.pick(numbers)))
    const changes = new Map<Stream, string>()
    for (let change = random.int(1, 6); change > 0; change--) {
      const stream = random.pick(this.#streams)
      changes.set(stream, changed(changes.get(stream) ?? stream.text, random))
    }
    return bytesOf(withStreams(this.#file, changes))
  }
}

function bytesOf(file: string): Uint8Array {
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}

function streamsOf(file: string): Stream[] {
  return [...file.matchAll(/(?<!end)stream\r?\n/g)].flatMap(({ 0: head, index }): Stream[] => {
    const from = index + head.length
    const to = file.indexOf('endstream', from)
    if (to < 0) return []
    const packed = file.slice(from, to)
    const text = unpacked(packed)
    return [{ from, to, text: text ?? packed, isPacked: text !== undefined }]
  })
}

function unpacked(packed: string): string | undefined {
  try {
    return Buffer.from(unzlibSync(bytesOf(packed))).toString('latin1')
  } catch {
    return undefined
  }
}

/** A file with other streams, and their lengths where their objects say them; its table of places is wrong then, and is made anew by who reads it. */
function withStreams(file: string, changes: ReadonlyMap<Stream, string>): string {
  const sorted = [...changes].sort(([one], [other]) => other.from - one.from)
  return sorted.reduce((whole, [{ from, to, isPacked }, text]) => {
    const content = isPacked ? Buffer.from(zlibSync(bytesOf(text))).toString('latin1') : text
    const dictionary = whole.lastIndexOf('obj', from)
    const head = whole.slice(dictionary, from).replace(/\/Length \d+(?! \d+ R)/, () => `/Length ${content.length}`)
    return `${whole.slice(0, dictionary)}${head}${content}\n${whole.slice(to)}`
  }, file)
}

/** The content of a page with a number, letters or a stretch of operators changed. */
function changed(content: string, random: Random): string {
  const kind = random.pick(kinds)
  if (kind === 'cut') return content.slice(0, random.int(0, content.length))
  if (kind === 'number') return replacedOne(content, number, random, (found) => (random.chance(0.5) ? random.pick(numbers) : nearby(found, random)))
  if (kind === 'letters') return withLetters(content, random)
  if (kind === 'break') return spliced(content, random.int(0, content.length), 0, random.pick(breaks))
  return withOperators(content, kind, random)
}

function nearby(found: string, random: Random): string {
  return (Number(found) + random.int(-20, 20)).toString()
}

/** Some letters changed for others, or drawn in the place of others. */
function withLetters(content: string, random: Random): string {
  const all = content.match(letters) ?? []
  if (all.length === 0) return content
  const other = random.pick(all)
  return replacedOne(content, letters, random, (found) =>
    random.chance(0.6) ? other : found.replace(/[\dA-Fa-f](?=.?>)/, () => random.int(0, 15).toString(16)),
  )
}

/** A stretch of operators taken out, doubled or put elsewhere, or one of its own put before it. */
function withOperators(content: string, kind: 'delete' | 'double' | 'swap' | 'insert', random: Random): string {
  const ends = [...content.matchAll(/(?<=[\s\])>])(?:Tj|TJ|ET|BT|re|l|S|f|Q|q|cm|Tm|Td|EMC)\s/g)].map(({ 0: word, index }) => index + word.length)
  if (ends.length < 3) return content
  const at = random.int(0, ends.length - 2)
  const [from, to] = [ends[at], ends[Math.min(ends.length - 1, at + random.int(1, 12))]] as [number, number]
  if (kind === 'insert') return spliced(content, from, 0, `${random.pick(inserts)} `)
  if (kind === 'delete') return spliced(content, from, to - from, '')
  const place = kind === 'double' ? to : random.pick(ends)
  const stretch = content.slice(from, to)
  if (kind === 'double' || (place > from && place < to)) return spliced(content, place, 0, stretch)
  return place <= from
    ? content.slice(0, place) + stretch + content.slice(place, from) + content.slice(to)
    : content.slice(0, from) + content.slice(to, place) + stretch + content.slice(place)
}
