import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build as bundle, type Plugin } from 'esbuild'
import { JSDOM } from 'jsdom'
import { drawWith } from '../src/charts/plot.ts'
import { lightColours } from '../src/charts/standalone-svg.ts'
import { openWarehouse, type Warehouse } from '../src/data/warehouse.ts'
import type { SiteContext } from '../src/evidence/page-context.ts'
import { Facts } from '../src/facts/facts.ts'
import { filesFolder } from '../src/files/names.ts'
import { describeOffered, offerFiles } from '../src/files/offer.ts'
import type { DrawnPage } from '../src/pages/draw.ts'
import type { Page } from '../src/pages/page.ts'
import { instancePath } from '../src/pages/page.ts'
import { pages } from '../src/pages/pages.ts'
import { drawSite } from '../src/pages/site.ts'
import { documentRecords } from '../src/search/document-records.ts'
import { pageRecords } from '../src/search/page-records.ts'
import { bundleSql } from './bundle-sql.ts'
import { finishPage } from './finish-page.ts'
import { writeSearchIndex } from './search-index.ts'

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

/** Builds the site from a warehouse; rejects with the builder's own words where it fails. */
export async function buildSite({ warehouse, output }: BuildOptions): Promise<void> {
  const opened = await openWarehouse(warehouse)
  const paths = pagePaths(opened)
  await rm(output, { recursive: true, force: true })
  await prepareCache()
  const shell = runFramework({ title: siteTitle(opened), output, paths })
  const scripts = bundleScripts()
  const offered = await offerFiles(opened, warehouse, siteAddress())
  const drawn = drawSite(await siteContext(opened, offered))
  await shell
  await Promise.all(drawn.map((page) => writePage(output, page, siteTitle(opened))))
  await writeAll(output, new Map([...offered].map(([path, bytes]) => [join(filesFolder, path), bytes])))
  await writeAll(output, await scripts)
  await bundleSql(output)
  await writeSearchIndex([...documentRecords(opened), ...pageRecords(drawn.filter(({ path }) => !path.slice(1).includes('/')))], join(output, 'pagefind'))
}

function siteTitle({ plan }: Warehouse): string {
  return plan.title ?? plan.plan_id
}

/** The addresses of pages that there are several of. */
function pagePaths(warehouse: Warehouse): string[] {
  return pages.flatMap((page: Page) => page.instances?.(warehouse).map((params) => instancePath(page, params)) ?? [])
}

/** What the pages are drawn from; charts are drawn without a browser. */
async function siteContext(warehouse: Warehouse, offered: ReadonlyMap<string, Uint8Array>): Promise<Omit<SiteContext, 'uses'>> {
  drawWith(new JSDOM('').window.document)
  const styleSheets = ['node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'src/style.css']
  const colours = lightColours(await Promise.all(styleSheets.map((path) => readFile(path, 'utf8'))))
  return { warehouse, facts: new Facts(warehouse), offered: describeOffered(offered), colours }
}

/** A page in its shell, and the files that stand beside it. */
async function writePage(output: string, page: DrawnPage, title: string): Promise<void> {
  const path = join(output, `${page.path}.html`)
  await writeFile(path, finishPage(await readFile(path, 'utf8'), page, title))
  await writeAll(output, page.files)
}

async function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** Where the site will be published, for the links of files that leave it; it ends with a slash. */
function siteAddress(): string | undefined {
  const address = process.env.REFORM_SITE
  if (address === undefined || address === '') return undefined
  return address.endsWith('/') ? address : `${address}/`
}

/** Makes the folders that keep Framework from asking the registry. */
async function prepareCache(): Promise<void> {
  const cache = join('src', '.observablehq', 'cache')
  await Promise.all(implicitLibraries.map((name) => mkdir(join(cache, '_npm', `${name}@0.0.0`), { recursive: true })))
}

/** Has Framework make the shell of every page, with no word to anyone outside. */
function runFramework(shell: { title: string; output: string; paths: readonly string[] }): Promise<void> {
  const command = join('node_modules', '@observablehq', 'framework', 'dist', 'bin', 'observable.js')
  const env = { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: '1', REFORM_SHELL: JSON.stringify(shell) }
  const child = spawn(process.execPath, [command, 'build'], { env, stdio: 'pipe' })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`サイトを組み立てられない:\n${Buffer.concat(said)}`))))
  })
}

/** The scripts of the site by name. */
async function bundleScripts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = await Promise.all([
    bundleScript('src/comfort.ts', 'comfort.js'),
    bundleScript('src/explore/main.ts', 'explore.js'),
    bundleScript('src/search/main.ts', 'search.js', 'esm'),
  ])
  return new Map(made)
}

/** Bundles a script of the site into one file. */
async function bundleScript(entry: string, name: string, format: 'iife' | 'esm' = 'iife'): Promise<[string, Uint8Array]> {
  const { outputFiles } = await bundle({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: 'es2022',
    logLevel: 'error',
    plugins: [shakenLibraries],
  })
  return [name, (outputFiles[0] as { contents: Uint8Array }).contents]
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
