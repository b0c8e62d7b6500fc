/** Rows of the same name together, in the order in which the names first come. */
export function grouped<T>(rows: readonly T[], nameOf: (row: T) => string | number): (readonly [T, ...T[]])[] {
  const groups = new Map<string | number, [T, ...T[]]>()
  for (const row of rows) {
    const group = groups.get(nameOf(row))
    if (group) group.push(row)
    else groups.set(nameOf(row), [row])
  }
  return [...groups.values()]
}
