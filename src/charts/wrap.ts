/** Signs that do not begin a line. */
const closing = /^[、。，．・：；？！）」』】〕々ー,.)]/

/** About how wide a text is, in ems: letters of the Latin script are taken as a little over half an em. */
export function textEms(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterEms(letter), 0)
}

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

function letterEms(letter: string): number {
  return letter.charCodeAt(0) < 0x250 ? 0.58 : 1
}
