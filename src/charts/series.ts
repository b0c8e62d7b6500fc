/** The colours of series in their fixed order; `style.css` gives each its light and dark value. */
const colours = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)', 'var(--series-5)', 'var(--series-6)']

/** A colour for each key, in the order given: the same item has the same colour on every page. */
export function seriesColours<T>(keys: readonly T[]): { domain: T[]; range: string[] } {
  return { domain: [...keys], range: keys.map((_, index) => colours[index % colours.length] as string) }
}
