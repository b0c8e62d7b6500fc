import { moneyUnits, printYen, smallestYen } from '../../tools/generate/money.ts'
import type { Placed } from './plans.ts'

/** A document by lines, to look up what stands at a row's place. */
export class Slices {
  readonly lines: readonly string[]
  readonly #starts: number[] = []

  constructor(private readonly text: string) {
    this.lines = text.split(/\r\n|\n|\r/)
    let at = 0
    for (const line of this.lines) {
      this.#starts.push(at)
      at += line.length + (text.startsWith('\r\n', at + line.length) ? 2 : 1)
    }
  }

  /** What stands at a row's place, as it is read: no markup, page ends or blanks, kana composed. */
  at({ source_line, source_column, source_end_line, source_end_column }: Placed): string {
    return squeezed(this.text.slice(this.#offset(source_line, source_column), this.#offset(source_end_line, source_end_column)))
  }

  /** What stands from a place on, as many characters as `words` have when squeezed. */
  startingAt(line: number | null, column: number | null, words: string): string {
    const start = this.#offset(line ?? 0, column ?? 0)
    return squeezed(this.text.slice(start, start + words.length * 4 + 1000)).slice(0, squeezed(words).length)
  }

  #offset(line: number, column: number): number {
    const start = this.#starts[line - 1]
    if (start === undefined || column < 1) throw new RangeError(`no place ${line}:${column}`)
    return start + column - 1
  }
}

/** Words without markup, page numbers and blanks, kana composed. */
export function squeezed(words: string): string {
  return words
    .replace(/<[^<>]*>/g, '')
    .replace(/[\r\n]- \d+ -(?=[\r\n])/g, '')
    .replace(/\s/g, '')
    .normalize('NFC')
}

/** Words with full-width ASCII made plain, number blanks and commas taken out, and one sign for minus. */
export function folded(words: string): string {
  return squeezed(words)
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[▲-](?=\d)/g, '△')
}

/** Every way an amount can be printed, folded. */
export function amountForms(yen: number): string[] {
  return moneyUnits.filter((unit) => yen % smallestYen(unit) === 0).map((unit) => folded(printYen(yen, unit)))
}

/** A value with its unit, folded. */
export function measureForm(value: number, unit: string | null): string {
  return `${value < 0 ? '△' : ''}${Math.abs(value)}${unit ?? ''}`
}
