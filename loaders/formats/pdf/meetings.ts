/** Letters before and after a meeting that are compared, the most first. */
const reaches: readonly (readonly [number, number])[] = [
  [4, 2],
  [2, 1],
  [1, 1],
  [2, 0],
]

/** Where Latin words and digits meet others within lines, and whether with a blank: a line end hides whether there was one. */
export class Meetings {
  /** how many more times with a blank than without */
  readonly #counts = new Map<string, number>()

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      for (let start = 1; start < line.length; start++) {
        const isAfterBlank = line[start - 1] === ' '
        const end = isAfterBlank ? start - 1 : start
        if (end === 0 || line[start] === ' ' || !canHaveBlank(line.charAt(end - 1), line.charAt(start))) continue
        for (const key of keysOf(line.slice(Math.max(0, end - 8), end), line.slice(start, start + 4))) this.#count(key, isAfterBlank)
      }
    }
  }

  #count(key: string, hasBlank: boolean): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + (hasBlank ? 1 : -1))
  }

  /** Whether the words at which two lines meet have a blank between them in most places; undefined where they meet nowhere. */
  haveBlank(before: string, line: string): boolean | undefined {
    const count = keysOf(before.slice(-8), line.slice(0, 4))
      .map((key) => this.#counts.get(key) ?? 0)
      .find((one) => one !== 0)
    return count === undefined ? undefined : count > 0
  }
}

/** Whether a blank may stand between two letters: one is Latin, and they are not in one number. */
export function canHaveBlank(before: string, after: string): boolean {
  return (isAscii(before) || isAscii(after)) && !(isDigit(before) && isDigit(after))
}

function isAscii(char: string): boolean {
  return char >= '!' && char <= '~'
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

/** The letters around a meeting, digits made alike, and in the shorter ones all letters of Japanese. */
function keysOf(before: string, after: string): string[] {
  const [end, start] = [before, after].map((one) => one.replace(/\p{Nd}+/gu, '0')) as [string, string]
  return reaches.map(([left, right]) => {
    const key = `${end.slice(-left)}|${start.slice(0, right)}`
    return left + right > 2 ? key : key.replace(/\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hiragana}/gu, '字')
  })
}
