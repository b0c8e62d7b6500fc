import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build as bundle, type Plugin } from 'esbuild'
import { withUses } from '../src/cards/source-uses.ts'
import { openWarehouse, type Warehouse } from '../src/data/warehouse.ts'
import { joinUses, usesInTables, usesOnPage } from '../src/evidence/uses.ts'
import { filesFolder } from '../src/files/folder.ts'
import { offerFiles } from '../src/files/offer.ts'
import { documentRecords } from '../src/search/document-records.ts'
import { pageRecords } from '../src/search/page-records.ts'
import type { SearchRecord } from '../src/search/record.ts'
import { recordsPath, recordsScript } from '../src/search/records-script.ts'
import { bundleSql } from './bundle-sql.ts'
import { finishPage } from './finish-page.ts'

/** What a build reads and writes: the warehouse folder, and the folder of the finished site. */
export interface BuildOptions {
  warehouse: string
  output: string
}

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

const sourcePage = 'source.html'
const besidePages = join('src', '.observablehq', 'files')

/** Builds the site from a warehouse; rejects with the builder's own words where it fails. */
export async function buildSite({ warehouse, output }: BuildOptions): Promise<void> {
  await prepareCache()
  await rm(output, { recursive: true, force: true })
  await prepareFiles(warehouse)
  await runFramework(['build'], { warehouse, output })
  await finishSite(output, besidePages)
  const opened = await openWarehouse(warehouse)
  await addUses(output, opened)
  await writeSearchRecords(output, opened)
}

/** Puts what the site offers where the pages look for it while they are drawn. */
export async function prepareFiles(warehouse: string): Promise<void> {
  await rm(besidePages, { recursive: true, force: true })
  await offerFiles(warehouse, join(besidePages, filesFolder), siteAddress())
}

/** Where the site will be published, for the links of files that leave it; it ends with a slash. */
function siteAddress(): string | undefined {
  const address = process.env.REFORM_SITE
  if (address === undefined || address === '') return undefined
  return address.endsWith('/') ? address : `${address}/`
}

/** Empties Framework's cache but for the folders that keep it from asking the registry. */
export async function prepareCache(): Promise<void> {
  const cache = join('src', '.observablehq', 'cache')
  await rm(cache, { recursive: true, force: true })
  await Promise.all(implicitLibraries.map((name) => mkdir(join(cache, '_npm', `${name}@0.0.0`), { recursive: true })))
}

/** Runs Framework with no word to anyone outside. */
export function runFramework(words: readonly string[], { warehouse, output }: BuildOptions): Promise<void> {
  const command = join('node_modules', '@observablehq', 'framework', 'dist', 'bin', 'observable.js')
  const env = { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: '1', REFORM_WAREHOUSE: warehouse, REFORM_OUTPUT: output, REFORM_FILES: besidePages }
  const child = spawn(process.execPath, [command, ...words], { env, stdio: words[0] === 'build' ? 'pipe' : 'inherit' })
  const said: Buffer[] = []
  child.stdout?.on('data', (chunk) => said.push(chunk))
  child.stderr?.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`サイトを組み立てられない:\n${Buffer.concat(said)}`))))
  })
}

/** Completes the built pages: files of the cards, the script that adds comfort, and what Framework leaves out of a page. */
async function finishSite(output: string, files: string): Promise<void> {
  if (existsSync(files)) await cp(files, output, { recursive: true })
  await bundleScript('src/comfort.ts', join(output, 'comfort.js'))
  await bundleScript('src/explore/main.ts', join(output, 'explore.js'))
  await bundleSql(output)
  await bundleScript('src/search/main.ts', join(output, 'search.js'), 'siteSearch')
  const names = (await readdir(output, { recursive: true })).filter((name) => name.endsWith('.html'))
  for (const name of names) {
    const path = join(output, name)
    await writeFile(path, finishPage(await readFile(path, 'utf8'), '../'.repeat(name.split(/[/\\]/).length - 1) || './'))
  }
}

/** Says in the source view where each number is used: on which of the built pages, and in which tables. */
async function addUses(output: string, warehouse: Warehouse): Promise<void> {
  const names = (await readdir(output, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.html'))
  const pages = names.filter((name) => name !== sourcePage).sort()
  const onPages = await Promise.all(pages.map(async (name) => usesOnPage(name, await readFile(join(output, name), 'utf8'))))
  const path = join(output, sourcePage)
  await writeFile(path, withUses(await readFile(path, 'utf8'), joinUses([...onPages, usesInTables(warehouse)])))
}

/** Writes what the search of the plan can find, for its script to load. */
async function writeSearchRecords(output: string, warehouse: Warehouse): Promise<void> {
  const { plan_id } = warehouse.plan
  const records = [...documentRecords(warehouse), ...(await readPageRecords(output))]
  const path = join(output, recordsPath(plan_id))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, recordsScript(plan_id, records))
}

/** The cards of the site's pages, for the search; those of the items' pages say again what the document's texts say. */
async function readPageRecords(output: string): Promise<SearchRecord[]> {
  const names = (await readdir(output)).filter((name) => name.endsWith('.html')).sort()
  const pages = await Promise.all(names.map(async (name) => pageRecords(name, await readFile(join(output, name), 'utf8'))))
  return pages.flat()
}

/** Bundles a script of the site into one classic script; what it exports is the global of the name given. */
async function bundleScript(entry: string, outfile: string, globalName?: string): Promise<void> {
  await bundle({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    ...(globalName !== undefined && { globalName }),
    target: 'es2022',
    logLevel: 'error',
    plugins: [shakenLibraries],
  })
}

/**
 * Libraries of which a page uses a small part, and whose modules do nothing but define: the rest is left out of its
 * script. So is the parser with which Arquero compiles expressions: the pages' policy lets nothing be compiled.
 */
const shakenLibraries: Plugin = {
  name: 'shaken-libraries',
  setup({ onResolve, onLoad, resolve }) {
    const modules = /[\\/]node_modules[\\/](?:arquero|hyparquet-compressors)[\\/]/
    onResolve({ filter: /^(?:arquero|hyparquet-compressors)$|^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === shakenLibraries || (path.startsWith('.') && !modules.test(importer))) return undefined
      return { ...(await resolve(path, { importer, resolveDir, kind, pluginData: shakenLibraries })), sideEffects: false }
    })
    onLoad({ filter: /[\\/]node_modules[\\/]acorn[\\/]/ }, () => ({ contents: 'export const parse = undefined' }))
  },
}

/** The build command: the site of the warehouse at hand. */
export async function main(): Promise<number> {
  const options = { warehouse: process.env.REFORM_WAREHOUSE ?? 'warehouse', output: process.env.REFORM_OUTPUT ?? 'dist' }
  if (!existsSync(join(options.warehouse, 'reform.duckdb'))) {
    process.stderr.write(
      `${options.warehouse} に reform.duckdb がない。先に npm run --silent ingest -- data/osaki-plan5 --out ${options.warehouse} を実行する\n`,
    )
    return 1
  }
  await buildSite(options)
  return 0
}
