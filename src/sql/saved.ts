const key = 'sql-saved'
const most = 200

/** A query that was given a name. */
export interface SavedQuery {
  name: string
  sql: string
}

/** The named queries of this machine, by name; they never leave it. */
export function readSaved(): SavedQuery[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSaved) : []
  } catch {
    return []
  }
}

function isSaved(entry: unknown): entry is SavedQuery {
  return typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string' && 'sql' in entry && typeof entry.sql === 'string'
}

/** Keeps a query under a name, in place of one that has it; says whether the browser could. */
export function saveQuery(query: SavedQuery): boolean {
  return store([...readSaved().filter(({ name }) => name !== query.name), query].slice(-most))
}

/** Forgets the query of a name. */
export function forgetQuery(name: string): void {
  store(readSaved().filter((query) => query.name !== name))
}

function store(queries: readonly SavedQuery[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify([...queries].sort((a, b) => (a.name < b.name ? -1 : 1))))
    return true
  } catch {
    return false
  }
}
