import type { Random } from '../generate/prng.ts'

/** A text with `removed` units from an index on taken out and others put in their place. */
export function spliced(text: string, at: number, removed: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + removed)
}

/** A text with one of the places that match a pattern changed; the text itself where none does. */
export function replacedOne(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { 0: whole, index } = random.pick(found)
  return spliced(text, index, whole.length, change(whole))
}

/** Bytes of which one to `most`, after the first four, are others. */
export function flipped(bytes: Uint8Array, random: Random, most: number): Uint8Array {
  const copy = bytes.slice()
  for (let count = random.int(1, most); count > 0; count--) copy[random.int(4, copy.length - 1)] = random.int(0, 255)
  return copy
}

/** The beginning of bytes, at least four. */
export function cutOff(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, random.int(4, bytes.length - 1))
}
