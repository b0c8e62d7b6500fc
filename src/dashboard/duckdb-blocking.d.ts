/** DuckDB-Wasm as it runs within a worker of one's own; its package names no types for it. */
declare module 'duckdb-blocking' {
  export * from '@duckdb/duckdb-wasm/blocking'

  import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking'
  export const BROWSER_RUNTIME: DuckDBRuntime
}
