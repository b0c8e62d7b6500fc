import type { EngineFiles } from './engine.ts'

/** The engine's files beside the page, under whatever path the site stands. */
export function engineFiles(): EngineFiles {
  const address = (path: string) => new URL(path, document.baseURI).href
  return {
    worker: address('./duckdb/duckdb-browser-eh.worker.js'),
    module: address('./duckdb/duckdb-eh.wasm'),
    database: address('./files/reform.duckdb'),
  }
}
