import type { Place } from '../../loaders/document/source.ts'

/** A row's or message's provenance columns. */
export interface Placed {
  source_line: number
  source_column: number
  source_end_line: number
  source_end_column: number
}

/** A comment, a document type, or a tag whose attributes are names with or without a value: not words that stand in < >. */
const markup = /<!--[^<>]*-->|<!doctype\s[^<>]*>|<\/?[a-z][\w:-]*(?:\s+[a-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*\s*\/?>/gi

const inlineTag = /^<\/?(?:a|abbr|b|em|font|i|s|small|span|strong|sub|sup|u)\b/i
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const inlineMask = '\u0001'
const blockMask = '\u0002'
const blocks = new RegExp(`(?<=\\d[,.]?)[${inlineMask}${blockMask}]*${blockMask}[${inlineMask}${blockMask}]*(?=[,.]?\\d)`, 'g')
const masks = new RegExp(`[${inlineMask}${blockMask}]+`, 'g')

/** A document as its reader must see it, worked out apart from the reader: lines, offsets, characters outside markup. */
export class Text {
  readonly lines: readonly string[]
  /** the text folded, markup and characters without a width taken out character for character */
  readonly #masked: string
  readonly #starts: number[] = []

  constructor(readonly raw: string) {
    this.lines = raw.split(/\r\n|\n|\r/)
    for (const match of `\n${raw}`.matchAll(/\r\n|\n|\r/g)) this.#starts.push(Math.max(0, match.index + match[0].length - 1))
    this.#masked = fold(maskNested(raw.replace(markup, masksOf).replace(unseen, () => inlineMask)))
  }

  /** The offset of a line and column, undefined where the document has none such. */
  offset(line: number, column: number): number | undefined {
    const length = this.lines[line - 1]?.length
    return length === undefined || column < 1 || column > length + 1 ? undefined : (this.#starts[line - 1] as number) + column - 1
  }

  /** The offsets of a row's place, undefined where it is none of the document or empty. */
  range(row: Placed): readonly [from: number, to: number] | undefined {
    const from = this.offset(row.source_line, row.source_column)
    const to = this.offset(row.source_end_line, row.source_end_column)
    return from === undefined || to === undefined || to <= from ? undefined : [from, to]
  }

  /** What stands outside markup between two offsets, folded; a blank where block markup parts two digits. */
  outsideMarkup(from = 0, to = this.raw.length): string {
    return this.#masked.slice(from, to).replace(blocks, ' ').replace(masks, '')
  }

  /** The matches of a global pattern outside markup, with the offset of each. */
  matches(pattern: RegExp): { offset: number; found: string }[] {
    const offsets = new Uint32Array(this.raw.length)
    let length = 0
    for (let at = 0; at < this.raw.length; at++) if (this.#masked[at] !== inlineMask) offsets[length++] = at
    const text = this.#masked.replaceAll(inlineMask, '')
    return [...text.matchAll(pattern)].map((match) => ({ offset: offsets[match.index] as number, found: match[0] }))
  }
}

function masksOf(tag: string): string {
  return (inlineTag.test(tag) ? inlineMask : blockMask).repeat(tag.length)
}

/** Masks what is markup once the masks inside it are gone, and holds no number, until there is none. */
function maskNested(text: string): string {
  const masked = text.replace(/<[^<>]*>/g, (found) => {
    const left = found.replace(masks, '')
    return left.length < found.length && left.replace(markup, '') === '' && !/\p{Nd}/u.test(left) ? masksOf(left).charAt(0).repeat(found.length) : found
  })
  return masked === text ? text : maskNested(masked)
}

/** Full-width ASCII and blanks made plain. */
export function fold(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0\u0085\u2028\u2029]/g, ' ')
}

/** Words without blanks, but for a blank inside a line between two digits; kana composed. */
export function squeeze(text: string): string {
  return fold(text)
    .replace(/(?<=\d)[^\S\n\r]+(?=\d)/g, '\u0001')
    .replace(/\s/g, '')
    .normalize('NFC')
}

/** A vfile place as provenance columns, for messages. */
export function placed(place: Place): Placed {
  return { source_line: place.start.line, source_column: place.start.column, source_end_line: place.end.line, source_end_column: place.end.column }
}
