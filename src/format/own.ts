/** What a list has under a name of its own: nothing for one that every object inherits, such as `constructor`. */
export function own<V>(list: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(list, name) ? list[name] : undefined
}
