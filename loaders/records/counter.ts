/** Counts from 1 on for each key by itself, such as the rows of a year: the next number of a key at each call. */
export function counter<K>(): (key: K) => number {
  const counts = new Map<K, number>()
  return (key) => {
    const no = (counts.get(key) ?? 0) + 1
    counts.set(key, no)
    return no
  }
}
