const key = 'sql-history'
const most = 50

/** The queries that were run on this machine, the last one first; they never leave it. */
export function readHistory(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : []
  } catch {
    return []
  }
}

/** Adds a query; one that was run before moves to the front. */
export function addToHistory(sql: string): void {
  store([sql, ...readHistory().filter((entry) => entry !== sql)].slice(0, most))
}

/** Forgets all queries. */
export function clearHistory(): void {
  localStorage.removeItem(key)
}

function store(entries: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(entries))
  } catch {
    // a browser that stores nothing keeps no history
  }
}
