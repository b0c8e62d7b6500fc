import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { explained } from '../loaders/warehouse/refusal.ts'

/**
 * Libraries whose newest version Framework would ask the registry for, although no page uses them; an empty cache
 * folder of any version answers it, so that a build needs no network and is the same tomorrow.
 */
const implicitLibraries = [
  'react',
  'react-dom',
  'minisearch',
  'htl',
  'isoformat',
  'd3',
  'd3-dsv',
  'lodash',
  'leaflet',
  'mapbox-gl',
  'echarts',
  'arquero',
  'apache-arrow',
  'parquet-wasm',
  'topojson-client',
  'exceljs',
  'jszip',
  'sql.js',
  'katex',
  'mermaid',
  'vega',
  'vega-lite',
  'vega-lite-api',
  '@observablehq/plot',
  '@observablehq/inputs',
  '@observablehq/sample-datasets',
  '@duckdb/duckdb-wasm',
  '@uwdata/vgplot',
  '@viz-js/viz',
]

/**
 * Has Framework write a shell for each kind of page into a folder, and the style; `kinds` are the paths of the pages that
 * there are several of. No word goes to anyone outside; rejects with Framework's own words where it fails.
 */
export async function makeShells(folder: string, kinds: readonly string[]): Promise<void> {
  await prepareCache()
  const command = join('node_modules', '@observablehq', 'framework', 'dist', 'bin', 'observable.js')
  const env = { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: '1', REFORM_SHELLS: JSON.stringify({ folder, kinds }) }
  const child = spawn(process.execPath, [command, 'build'], { env, stdio: 'pipe' })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`サイトを組み立てられない:\n${Buffer.concat(said)}`))))
  })
}

/** Makes the folders that keep Framework from asking the registry; rejects with an `OutputError` where they may not be made. */
async function prepareCache(): Promise<void> {
  const cache = join('src', '.observablehq', 'cache')
  try {
    await Promise.all(implicitLibraries.map((name) => mkdir(join(cache, '_npm', `${name}@0.0.0`), { recursive: true })))
  } catch (error) {
    throw explained(cache, error)
  }
}
