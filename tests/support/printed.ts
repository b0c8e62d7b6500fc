const scales: Readonly<Record<string, number>> = { 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8, 万: 1e4, 千万: 1e7, 億: 1e8 }

/** The value of printed words in their base unit, read without the project's own reader: 406,172千円 → 406,172,000, 9千万 → 90,000,000. */
export function printedValue(words: string): number {
  const unit = /(?:千|百?万|億)円|(?<=\d)(?:千?万|億)$/.exec(words)?.[0] ?? ''
  const [number = ''] =
    words
      .normalize('NFKC')
      .replaceAll(',', '')
      .match(/\d+(?:\.\d+)?/) ?? []
  return Math.round(Number(number) * (scales[unit] ?? 1) * 1e6) / 1e6
}

const places: Readonly<Record<string, number>> = { 兆: 1e12, 億: 1e8, 万: 1e4, '': 1 }

/** Whole yen of the amount that words begin with, read without the project's own reader: 47億1,255万9千円から → 4,712,559,000. */
export function printedAmount(words: string): number | undefined {
  const amount = /^(?:[\d,.]+[十百千]?[万億兆]?)+円/.exec(words.normalize('NFKC').replaceAll(/\s/g, ''))?.[0]
  const parts = [...(amount ?? '').matchAll(/([\d,.]+)(千?)([百十]?)([万億兆]?)/g)].map(([, digits = '', thousand, small, large = '']) => ({
    value: Number(digits.replaceAll(',', '')) * (thousand ? 1_000 : 1) * (small === '百' ? 100 : small === '十' ? 10 : 1),
    place: places[large] ?? 1,
  }))
  if (parts.length === 0) return undefined
  // a part without a place of its own counts in that of the next: 9千5百万
  const scaled = parts.reduceRight<{ sum: number; place: number }>(
    ({ sum, place }, part) => {
      const own = part.place > 1 ? part.place : place
      return { sum: sum + part.value * own, place: own }
    },
    { sum: 0, place: 1 },
  )
  return Math.round(scaled.sum)
}
