const digit = /\p{Nd}/gu

/** Digits of a text, half and full width. */
export function countDigits(text: string): number {
  return text.match(digit)?.length ?? 0
}
