import type { EngineFiles } from './engine.ts'

/** The engine's files, under whatever path the site stands; `root` leads there from the page. */
export function engineFiles(root: string): EngineFiles {
  const address = (path: string) => new URL(root + path, document.baseURI).href
  return {
    worker: address('duckdb/duckdb-browser-eh.worker.js'),
    module: address('duckdb/duckdb-eh.wasm'),
    database: address('files/reform.duckdb'),
  }
}
