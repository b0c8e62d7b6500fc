import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip, type ZlibOptions } from 'node:zlib'
import { type BuildOptions, build, type OnResolveArgs, type OnResolveResult, type OutputFile, type Plugin } from 'esbuild'
import { readMunicipalities } from '../loaders/municipalities-input.ts'
import { readMartQueries } from '../loaders/warehouse/marts.ts'
import type { Bundled } from '../src/dashboard/bundled.ts'
import { readLicence } from '../src/files/offer.ts'
import { singleStyle } from './single-style.ts'
import { readColours } from './site-context.ts'

/** Files of a site by their path from its root. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>

const common = { bundle: true, write: false, minify: true, target: 'es2022', logLevel: 'error' } as const satisfies BuildOptions
const engine = join('node_modules', '@duckdb', 'duckdb-wasm', 'dist')

/**
 * The scripts of a site: classic ones, the reader's worker and PDFium's program as scripts that are loaded when asked for, and for the page of SQL
 * modules that are, with DuckDB's own files.
 */
export async function bundleScripts(): Promise<SiteFiles> {
  const made = await Promise.all([
    bundleClassic('src/comfort.ts', 'comfort.js', 'siteComfort'),
    bundleClassic('src/explore/main.ts', 'explore.js'),
    bundleClassic('src/search/main.ts', 'search.js', 'siteSearch'),
    bundleClassic('src/sql/start.ts', 'sql-start.js'),
    bundleClassic('src/reader/main.ts', 'reader.js', 'siteReader'),
    bundleReader(),
    bundleDashboard(),
    bundleSql(),
    ...['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'].map(
      async (name) => [[`duckdb/${name}`, await readFile(join(engine, name))]] as [string, Uint8Array][],
    ),
  ])
  return new Map(made.flat())
}

/** A script in one file that any page may load, from a shared folder too; what it exports is the global of the name given. */
async function bundleClassic(entry: string, name: string, globalName?: string): Promise<[string, Uint8Array][]> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [entry],
    format: 'iife',
    ...(globalName !== undefined && { globalName }),
    plugins: [shakenLibraries],
  })
  return outputFiles.map(({ contents }) => [name, contents])
}

/**
 * The worker that reads documents, and the program of PDFium, each as a script that puts it into the page as text: a page that was opened as
 * a file may load scripts, and nothing else.
 */
async function bundleReader(): Promise<[string, Uint8Array][]> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['src/reader/worker.ts'],
    format: 'iife',
    platform: 'browser',
    // PDFium makes an address of its program, which it is given and never loads
    define: { 'import.meta.url': '"file:///"' },
  })
  const program = await readFile(join('node_modules', '@embedpdf', 'pdfium', 'dist', 'pdfium.wasm'))
  return [
    ['reader/worker.js', scriptOf('readerWorker', textOf(outputFiles))],
    ['reader/pdfium.js', scriptOf('readerProgram', program.toString('base64'))],
  ]
}

/** The worker that draws the pages of what was read, and the program of DuckDB, packed, as scripts of the same kind. */
async function bundleDashboard(): Promise<[string, Uint8Array][]> {
  const { rows: municipalities } = await readMunicipalities(join('data', 'municipalities.csv'))
  const bundled: Bundled = {
    martQueries: readMartQueries(),
    municipalities,
    colours: [...(await readColours())],
    singleStyle: await singleStyle(),
    licence: Buffer.from(await readLicence()).toString(),
  }
  const made = build({
    ...common,
    entryPoints: ['src/dashboard/worker.ts'],
    format: 'iife',
    platform: 'browser',
    alias: { 'duckdb-blocking': join(process.cwd(), engine, 'duckdb-browser-blocking.mjs') },
    define: { bundled: JSON.stringify(bundled) },
  })
  const program = await packed(await readFile(join(engine, 'duckdb-eh.wasm')))
  return [
    ['reader/dashboard.js', scriptOf('dashboardWorker', textOf((await made).outputFiles))],
    ['reader/duckdb.js', scriptOf('dashboardProgram', program.toString('base64'))],
  ]
}

/** The lowest level: the higher ones save little and take seconds of every build. */
function packed(bytes: Uint8Array): Promise<Buffer> {
  return promisify<Uint8Array, ZlibOptions, Buffer>(gzip)(bytes, { level: 1 })
}

function textOf(files: readonly OutputFile[]): string {
  return files.map(({ text }) => text).join('')
}

/** A script that gives a text to the global of a name. */
function scriptOf(name: string, text: string): Uint8Array {
  return new TextEncoder().encode(`var ${name} = ${JSON.stringify(text)}\n`)
}

async function bundleSql(): Promise<[string, Uint8Array][]> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { sql: 'src/sql/main.ts' },
    outdir: 'site',
    chunkNames: 'sql/[name]-[hash]',
    splitting: true,
    format: 'esm',
  })
  const root = join(process.cwd(), 'site')
  return outputFiles.map(({ path, contents }) => [path.slice(root.length + 1).replaceAll('\\', '/'), contents])
}

/**
 * Libraries of which a page uses a small part, and whose modules do nothing but define: the rest is left out of its
 * script. So is the parser with which Arquero compiles expressions: the pages' policy lets nothing be compiled.
 */
const shakenLibraries: Plugin = {
  name: 'shaken-libraries',
  setup({ onResolve, onLoad, resolve }) {
    const namespace = 'shaken'
    const shake = async ({ path, resolveDir, kind, pluginData }: OnResolveArgs): Promise<OnResolveResult | undefined> => {
      if (pluginData === namespace) return undefined
      const { path: found, errors } = await resolve(path, { resolveDir, kind, pluginData: namespace })
      return { path: found, errors, namespace, sideEffects: false }
    }
    onResolve({ filter: /^arquero$/ }, shake)
    onResolve({ filter: /^\./, namespace }, shake)
    onLoad({ filter: /^/, namespace }, async ({ path }) => ({ contents: await readFile(path), resolveDir: dirname(path) }))
    onLoad({ filter: /[\\/]node_modules[\\/]acorn[\\/]/ }, () => ({ contents: 'export const parse = undefined' }))
  },
}
