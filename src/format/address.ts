/** A part of an address with its escapes read; where they stand for no characters, the part as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
