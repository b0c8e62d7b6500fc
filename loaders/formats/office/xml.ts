import { SaxesParser } from 'saxes'
import { FormatRefusal } from '../refusal.ts'

/** An element without the prefixes of its names: attributes, and what it holds in order. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

const deepest = 200
/** Elements of one element that is kept as a tree. */
const mostElements = 500_000
const chunk = 2 ** 16

/**
 * Goes through a part and gives each element of some names, with all that it holds; elements within such ones are not given
 * again. A document type is refused, since a part of an office file has none.
 */
export function eachElement(bytes: Uint8Array, names: readonly string[], take: (element: Element) => void): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: Element[] = []
  let depth = 0
  let elements = 0
  parser.on('error', () => {
    throw notXml()
  })
  parser.on('doctype', () => {
    throw notXml()
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw notXml()
    const local = localName(name)
    if (open.length === 0 && !names.includes(local)) return
    if (++elements > mostElements) throw new FormatRefusal('zip-too-large', `1つの表の部品が${mostElements}個を超える。取組実績一覧の文書ではない`)
    const element: Element = { name: local, attributes: localNames(attributes as Record<string, string>), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => open.at(-1)?.children.push(text))
  parser.on('closetag', () => {
    depth -= 1
    const closed = open.pop()
    if (!closed || open.length > 0) return
    elements = 0
    take(closed)
  })
  const decoder = decoderOf(bytes)
  for (let from = 0; from < bytes.length; from += chunk) parser.write(decoder.decode(bytes.subarray(from, from + chunk), { stream: true }))
  parser.close()
}

/** The root of a small part as a tree. */
export function readTree(bytes: Uint8Array, root: string): Element {
  let found: Element | undefined
  eachElement(bytes, [root], (element) => {
    found ??= element
  })
  if (!found) throw notXml()
  return found
}

/** The name of the outermost element of a part; undefined where it is no XML. */
export function rootName(bytes: Uint8Array): string | undefined {
  const head = decoderOf(bytes).decode(bytes.subarray(0, chunk), { stream: true })
  const name = /<(?![?!])([^\s/>]+)/.exec(head)?.[1]
  return name === undefined ? undefined : localName(name)
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = {}
  for (const name in attributes) local[localName(name)] = attributes[name] as string
  return local
}

function notXml(): FormatRefusal {
  return new FormatRefusal('damaged-file', 'ファイルの中身が壊れている。Word・Excelで開いて保存し直す')
}

/** The first element of a name that an element holds directly. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element && elements(element).find((found) => found.name === name)
}

/** The elements that an element holds directly, those of a name or all. */
export function elements({ children }: Element, name?: string): Element[] {
  return children.filter((one): one is Element => typeof one !== 'string' && (name === undefined || one.name === name))
}

/** The `val` of an element's child of a name. */
export function childValue(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.val
}

/** All text in an element. */
export function textOf(element: Element): string {
  return element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}
