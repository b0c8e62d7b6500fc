/** The longest query that an address may hold, in UTF-16 code units; one's own may be longer, but cannot be linked to. */
export const longestQuery = 20_000

/** A query with the values of its parameters by their names. */
export interface Asked {
  sql: string
  values?: Readonly<Record<string, string>>
}

/** The query that an address holds after its #, with the values that it holds as `$name`; undefined where it holds none. */
export function readAddress(hash: string): Asked | 'too long' | undefined {
  const held = new URLSearchParams(hash.startsWith('#') ? hash.slice(1) : hash)
  const sql = held.get('q')
  if (sql === null) return undefined
  const values = [...held].flatMap(([name, value]) => (name.startsWith('$') ? [[name.slice(1), value] as const] : []))
  if (sql.length + values.join('').length > longestQuery) return 'too long'
  return values.length === 0 ? { sql } : { sql, values: Object.fromEntries(values) }
}

/** The end of the address of a query; none where the query is too long for one. */
export function addressOf(sql: string, values: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(values)
  if (sql.length + given.join('').length > longestQuery) return ''
  return `#${new URLSearchParams([['q', sql], ...given.map(([name, value]) => [`$${name}`, value])])}`
}
