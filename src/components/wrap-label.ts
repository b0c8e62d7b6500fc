/** A label broken into lines of at most so many full-width characters; Latin letters and digits count half. */
export function wrapLabel(text: string, most: number): string {
  const lines = ['']
  let used = 0
  for (const character of text) {
    const size = (character.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1
    if (used + size > most) {
      lines.push('')
      used = 0
    }
    lines.push((lines.pop() ?? '') + character)
    used += size
  }
  return lines.join('\n')
}
