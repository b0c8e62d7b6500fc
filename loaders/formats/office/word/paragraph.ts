import { child, childValue, type Element, elements, textOf } from '../xml.ts'

/** What a paragraph says: its lines, the text boxes that are anchored in it, and letters that are not read. */
export interface ParagraphText {
  lines: string[]
  boxes: Element[]
  images: number
  /** struck through */
  struck: string
  /** crossed out by a tracked change, hidden, or reading aids */
  outside: string
}

/** Elements whose letters are no text: tracked deletions and what was moved away, the older form of an alternative, properties, codes of fields. */
const outside = new Set(['del', 'moveFrom', 'delText', 'rt'])
const skipped = new Set(['Fallback', 'pPr', 'rPr', 'instrText', 'delInstrText', 'fldData', 'sectPr', 'rubyPr'])
const signs: Readonly<Record<string, string>> = { tab: '\t', noBreakHyphen: '-', softHyphen: '', ptab: '\t' }

/** Takes a footnote or endnote that a paragraph names by its id. */
export type NameNote = (kind: 'footnote' | 'endnote', id: string) => void

/** The text of a paragraph. */
export function readParagraph(paragraph: Element, nameNote: NameNote): ParagraphText {
  const text: ParagraphText = { lines: [''], boxes: [], images: 0, struck: '', outside: '' }
  readInto(text, paragraph, nameNote)
  return text
}

function readInto(text: ParagraphText, element: Element, nameNote: NameNote): void {
  for (const one of elements(element)) {
    if (outside.has(one.name)) text.outside += textOf(one)
    else if (one.name === 't') append(text, textOf(one))
    else if (one.name === 'br' || one.name === 'cr') breakLine(text, one)
    else if (Object.hasOwn(signs, one.name)) append(text, signs[one.name] as string)
    else if (one.name === 'sym') append(text, symbol(one))
    else if (one.name === 'footnoteReference') nameNote('footnote', one.attributes.id ?? '')
    else if (one.name === 'endnoteReference') nameNote('endnote', one.attributes.id ?? '')
    else if (one.name === 'blip' || one.name === 'imagedata') text.images += 1
    else if (one.name === 'txbxContent') text.boxes.push(one)
    else if (one.name === 'r' && hasProperty(one, ['vanish'])) text.outside += textOf(one)
    else if (one.name === 'r' && hasProperty(one, ['strike', 'dstrike'])) text.struck += textOf(one)
    else if (!skipped.has(one.name)) readInto(text, one, nameNote)
  }
}

function append(text: ParagraphText, letters: string): void {
  text.lines[text.lines.length - 1] += letters
}

function breakLine(text: ParagraphText, { attributes }: Element): void {
  if (attributes.type === undefined || attributes.type === 'textWrapping') text.lines.push('')
}

/** A letter of a font of signs; those of its own area have no meaning elsewhere. */
function symbol({ attributes: { char = '' } }: Element): string {
  const code = Number.parseInt(char, 16)
  return code >= 0xe000 && code <= 0xf8ff ? '・' : Number.isNaN(code) ? '' : String.fromCharCode(code)
}

/** Whether a run has one of some properties that are on or off. */
function hasProperty(run: Element, names: readonly string[]): boolean {
  const properties = child(run, 'rPr')
  return names.some((name) => child(properties, name) !== undefined && !['0', 'false', 'off'].includes(childValue(properties, name) ?? ''))
}

/** A paragraph whose own end a tracked change deletes goes on with the next: both as one. */
export function withNext(paragraph: Element, next: Element): Element {
  return { ...next, children: [...paragraph.children.filter((one) => typeof one === 'string' || one.name !== 'pPr'), ...next.children] }
}

/** Whether a tracked change deletes the end of a paragraph. */
export function isEndDeleted(paragraph: Element): boolean {
  return child(child(child(paragraph, 'pPr'), 'rPr'), 'del') !== undefined
}
