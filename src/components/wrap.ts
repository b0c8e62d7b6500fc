/** Signs that do not begin a line. */
const closing = /^[、。，．・：；？！）」』】〕々ー,.)]/

/** Text cut into lines of at most so many full-width characters; ASCII counts as half. For SVG, which does not wrap. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    const size = /[\x20-\x7e]/.test(character) ? 0.55 : 1
    if (line !== '' && used + size > width && !closing.test(character)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += size
  }
  return line === '' ? lines : [...lines, line]
}
