const scales: Readonly<Record<string, number>> = { 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8 }

/** The value of printed words in their base unit, read without the project's own reader: 406,172千円 → 406,172,000. */
export function printedValue(words: string): number {
  const unit = /(?:千|百?万|億)円/.exec(words)?.[0] ?? ''
  const [number = ''] =
    words
      .normalize('NFKC')
      .replaceAll(',', '')
      .match(/\d+(?:\.\d+)?/) ?? []
  return Math.round(Number(number) * (scales[unit] ?? 1) * 1e6) / 1e6
}
