import { shortenBlanks } from '../../loaders/document/short-blanks.ts'
import { Words } from '../../loaders/document/words.ts'

/** A text that a pattern was tried on, and the part of it that it found (all of it where it found none). */
export interface TriedText {
  text: string
  from: number
  to: number
}

/** A pattern of the reader: whether it sees texts with their blanks cut short, and some that it was tried on. */
export interface SeenPattern {
  pattern: RegExp
  isOfWords: boolean
  texts: TriedText[]
}

const mostTexts = 3
const longestText = 300

/** Every pattern that is tried while something is read, wherever it is defined, each with a few texts on which it took different ways. */
export function patternsSeenIn(read: () => void): SeenPattern[] {
  const found = new Map<string, { seen: Omit<SeenPattern, 'texts'>; texts: Map<string, TriedText> }>()
  const { exec } = RegExp.prototype
  const { match, matches } = Words.prototype
  let depth = 0
  const within = <R>(run: () => R): R => {
    depth += 1
    try {
      return run()
    } finally {
      depth -= 1
    }
  }
  Words.prototype.match = function (pattern) {
    return within(() => match.call(this, pattern))
  }
  Words.prototype.matches = function (pattern) {
    return within(() => matches.call(this, pattern))
  }
  RegExp.prototype.exec = function (text) {
    const result = exec.call(this, text)
    const key = `${depth > 0} ${this}`
    const entry = found.get(key) ?? { seen: { pattern: this, isOfWords: depth > 0 }, texts: new Map<string, TriedText>() }
    found.set(key, entry)
    keepText(entry.texts, text, result)
    return result
  }
  try {
    read()
  } finally {
    RegExp.prototype.exec = exec
    Object.assign(Words.prototype, { match, matches })
  }
  return [...found.values()].map(({ seen, texts }) => ({ ...seen, texts: [...texts.values()] }))
}

/** Keeps the shortest text of each way through a pattern, by the groups that took part. */
function keepText(texts: Map<string, TriedText>, text: string, result: RegExpExecArray | null): void {
  if (text.length === 0 || text.length > longestText) return
  let way = result ? '=' : ''
  if (result) for (const group of result.slice(1)) way += group === undefined ? '0' : '1'
  const kept = texts.get(way)
  if (kept ? kept.text.length <= text.length : texts.size >= mostTexts) return
  const from = result?.index ?? 0
  texts.set(way, { text, from, to: result ? from + result[0].length : text.length })
}

/** Finds all that a pattern finds in a text, as the reader would let it see it; how many letters that is. */
export function tryPattern({ pattern, isOfWords }: SeenPattern, text: string): number {
  const shown = isOfWords ? (shortenBlanks(text)?.text ?? text) : text
  pattern.lastIndex = 0
  if (!pattern.global) return pattern.exec(shown)?.[0].length ?? 0
  let length = 0
  for (const [found] of shown.matchAll(pattern)) length += found.length
  return length
}
