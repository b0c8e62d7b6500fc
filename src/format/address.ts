/** A part of an address with its escapes as the characters they stand for; where they stand for none, the part as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
