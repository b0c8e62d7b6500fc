/** Letters of a text, blanks aside. */
export function countLetters(text: string): number {
  return text.match(/\S/g)?.length ?? 0
}

/** Lines without empty ones at either end. */
export function withoutEmptyEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1)
}
