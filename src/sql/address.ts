/** The query that an address holds after its #; undefined where it holds none. */
export function readAddress(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('q') ?? undefined
}

/** The end of the address of a query. */
export function addressOf(sql: string): string {
  return `#${new URLSearchParams({ q: sql })}`
}
