import { child, childValue, type Element, elements, textOf } from '../xml.ts'

/** What a paragraph says: its lines, the text boxes that are anchored in it, and letters that are not read. */
export interface ParagraphText {
  lines: string[]
  boxes: Element[]
  /** crossed out by a tracked change, hidden, or reading aids */
  outside: string
}

/** Elements whose letters are no text: tracked deletions and what was moved away, the older form of an alternative, properties, codes of fields. */
const outside = new Set(['del', 'moveFrom', 'delText', 'rt'])
const skipped = new Set(['Fallback', 'pPr', 'rPr', 'instrText', 'delInstrText', 'fldData', 'sectPr', 'rubyPr'])
const signs: Readonly<Record<string, string>> = { tab: ' ', noBreakHyphen: '-', softHyphen: '', ptab: ' ' }

/** The mark that stands in the text where a footnote or endnote is named by its id. */
export type MarkNote = (kind: 'footnote' | 'endnote', id: string) => string

/** The text of a paragraph. */
export function readParagraph(paragraph: Element, markNote: MarkNote): ParagraphText {
  const text: ParagraphText = { lines: [''], boxes: [], outside: '' }
  readInto(text, paragraph, markNote)
  return text
}

function readInto(text: ParagraphText, element: Element, markNote: MarkNote): void {
  for (const one of elements(element)) {
    if (outside.has(one.name)) text.outside += textOf(one)
    else if (one.name === 't') append(text, textOf(one))
    else if (one.name === 'br' || one.name === 'cr') breakLine(text, one)
    else if (one.name in signs) append(text, signs[one.name] as string)
    else if (one.name === 'sym') append(text, symbol(one))
    else if (one.name === 'footnoteReference') append(text, markNote('footnote', one.attributes.id ?? ''))
    else if (one.name === 'endnoteReference') append(text, markNote('endnote', one.attributes.id ?? ''))
    else if (one.name === 'txbxContent') text.boxes.push(one)
    else if (one.name === 'r' && isHidden(one)) text.outside += textOf(one)
    else if (!skipped.has(one.name)) readInto(text, one, markNote)
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

/** Whether a run is not to be seen. */
function isHidden(run: Element): boolean {
  const properties = child(run, 'rPr')
  const vanish = child(properties, 'vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(childValue(properties, 'vanish') ?? '')
}
