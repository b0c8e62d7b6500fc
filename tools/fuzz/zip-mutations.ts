import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from '../generate/prng.ts'
import { cutOff, flipped, replacedOne, spliced } from './changes.ts'

/** Numbers in attributes that ask for more than there is. */
const numbers = ['0', '-1', '1', '7', '20', '16384', '1048576', '99999999999', '1e9', '']
/** What breaks XML, or means something else in it. */
const inserts = ['<', '>', '&', '&#49;', '&x;', ']]>', '<!DOCTYPE a [<!ENTITY x "1">]>', '<w:p>', '</w:p>', '<c r="A1"/>', '\u0000', '\n', '9', '，', '円']
/** Those that leave XML what it is come oftener, since a reader gets further with them. */
const kinds = ['number', 'number', 'number', 'attribute', 'attribute', 'attribute', 'delete', 'double', 'swap', 'swap', 'insert', 'cut'] as const
const numberInAttribute = /(?<==")-?\d+(?=")|(?<=r="[A-Z]{1,3})\d+(?=")|(?<=:[A-Z]{1,3})\d+(?=")/g
const element = /<[^<>]*>/g

/** Zip files that begin as one: its bytes changed or cut off, or its parts changed and packed again. */
export class ZipMutations {
  readonly #parts: Readonly<Record<string, Uint8Array>>
  readonly #names: readonly string[]

  constructor(private readonly bytes: Uint8Array) {
    this.#parts = unzipSync(bytes)
    this.#names = Object.keys(this.#parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  }

  /** The file after one to four changes. */
  mutated(random: Random): Uint8Array {
    if (random.chance(0.2)) return flipped(this.bytes, random, 40)
    if (random.chance(0.06)) return cutOff(this.bytes, random)
    const parts: Record<string, Uint8Array> = { ...this.#parts }
    for (let change = random.int(1, 4); change > 0; change--) {
      const name = random.pick(this.#names)
      const part = parts[name]
      if (random.chance(0.04)) delete parts[name]
      else if (part) parts[name] = strToU8(changed(strFromU8(part), random))
    }
    return zipSync(parts, { level: 1 })
  }
}

/** XML with a number, an element or a stretch of it changed, mostly so that it stays XML. */
function changed(xml: string, random: Random): string {
  const kind = random.pick(kinds)
  if (kind === 'cut') return xml.slice(0, random.int(0, xml.length))
  if (kind === 'insert') return spliced(xml, random.int(0, xml.length), 0, random.pick(inserts))
  if (kind === 'number') return replacedOne(xml, /(?<=>[^<]*)\d+/g, random, (found) => found.replace(/\d/g, () => String(random.int(0, 9))))
  if (kind === 'attribute') return replacedOne(xml, numberInAttribute, random, () => random.pick(numbers))
  return withElements(xml, kind, random)
}

/** An element with all that it holds, or a tag alone, taken out, doubled or put in the place of another. */
function withElements(xml: string, kind: 'delete' | 'double' | 'swap', random: Random): string {
  const tags = [...xml.matchAll(element)]
  if (tags.length < 3) return xml
  const stretch = () => stretchAt(xml, random.pick(tags).index)
  const first = stretch()
  const text = xml.slice(first.from, first.to)
  if (kind === 'delete') return spliced(xml, first.from, text.length, '')
  if (kind === 'double') return spliced(xml, first.to, 0, text)
  const other = stretch()
  const [before, after] = first.from <= other.from ? [first, other] : [other, first]
  if (before.to > after.from) return xml
  return (
    xml.slice(0, before.from) + xml.slice(after.from, after.to) + xml.slice(before.to, after.from) + xml.slice(before.from, before.to) + xml.slice(after.to)
  )
}

/** From a tag to the next that closes one of its name. */
function stretchAt(xml: string, from: number): { from: number; to: number } {
  const end = xml.indexOf('>', from) + 1
  const name = /^<([\w:]+)[^<>]*[^/]>$/.exec(xml.slice(from, end))?.[1]
  const closing = name === undefined ? -1 : xml.indexOf(`</${name}>`, end)
  return { from, to: closing < 0 ? end : closing + `</${name}>`.length }
}
