import { textEms } from '../../loaders/document/text-width.ts'

/** Signs that do not begin a line. */
const closing = /^[、。，．・：；？！）」』】〕々ー,.)]/

/** Text cut into lines of at most so many ems, for SVG, which does not wrap; Japanese has no spaces to break at, so nearly any letter may end a line. */
export function wrapText(text: string, ems: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of text.replace(/\s+/g, ' ').trim()) {
    if (line !== '' && textEms(line + letter) > ems && !closing.test(letter)) {
      lines.push(line.trimEnd())
      line = ''
    }
    if (line !== '' || letter !== ' ') line += letter
  }
  return line === '' ? lines : [...lines, line]
}

/** The same as one text with line ends, as Plot takes it. */
export function wrapLabel(text: string, ems: number): string {
  return wrapText(text, ems).join('\n')
}
