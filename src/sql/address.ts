/** The longest query that an address may hold, in UTF-16 code units; one's own may be longer, but cannot be linked to. */
export const longestQuery = 20_000

/** The query that an address holds after its #; undefined where it holds none. */
export function readAddress(hash: string): { sql: string } | 'too long' | undefined {
  const sql = new URLSearchParams(hash.startsWith('#') ? hash.slice(1) : hash).get('q')
  if (sql === null) return undefined
  return sql.length > longestQuery ? 'too long' : { sql }
}

/** The end of the address of a query; none where the query is too long for one. */
export function addressOf(sql: string): string {
  return sql.length > longestQuery ? '' : `#${new URLSearchParams({ q: sql })}`
}
