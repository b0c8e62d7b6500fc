/** A function of one object that is computed once for each object and remembered as long as the object lives. */
export function cached<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const values = new WeakMap<K, V>()
  return (key) => {
    const found = values.get(key)
    if (found !== undefined) return found
    const value = compute(key)
    values.set(key, value)
    return value
  }
}
