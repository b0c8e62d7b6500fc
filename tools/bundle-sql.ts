import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const engine = join('node_modules', '@duckdb', 'duckdb-wasm', 'dist')

/** Puts the script of the page sql into a site: `sql.js` with parts that are loaded when asked for, and DuckDB's own files. */
export async function bundleSql(output: string): Promise<void> {
  await build({
    entryPoints: { sql: 'src/sql/main.ts' },
    outdir: output,
    chunkNames: 'sql/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  })
  await mkdir(join(output, 'duckdb'), { recursive: true })
  await copyFile(join(engine, 'duckdb-eh.wasm'), join(output, 'duckdb', 'duckdb-eh.wasm'))
  await copyFile(join(engine, 'duckdb-browser-eh.worker.js'), join(output, 'duckdb', 'duckdb-browser-eh.worker.js'))
}
