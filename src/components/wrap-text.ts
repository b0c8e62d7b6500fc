/** About how wide a text is, in ems: letters of the Latin script are taken as a little over half an em. */
export function textEms(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterEms(letter), 0)
}

/** A name broken into lines that are at most so many ems wide; Japanese has no spaces to break at, so any letter may end a line. */
export function wrapText(text: string, ems: number): string[] {
  const lines = ['']
  let used = 0
  for (const letter of text.replace(/\s+/g, ' ').trim()) {
    const isFull = used + letterEms(letter) > ems && !/[、。，．）」』ー]/.test(letter)
    if (isFull) {
      lines.push('')
      used = 0
    }
    if (used === 0 && letter === ' ') continue
    lines[lines.length - 1] += letter
    used += letterEms(letter)
  }
  return lines
}

function letterEms(letter: string): number {
  return letter.charCodeAt(0) < 0x250 ? 0.58 : 1
}
