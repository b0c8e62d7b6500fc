// Runs a TypeScript command: `node tools/run.mjs FILE.ts ARGS…`. Bundles it with esbuild into build/ when a source has
// changed since, so that a run costs little more than plain Node. A bundle's last line says what it was made of: it is
// one file that one rename puts in place, so that runs side by side, or killed ones, never leave half of it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const entry = process.argv[2]
const bundle = join(root, 'build', `${basename(entry, '.ts')}.mjs`)
const mark = '\n//# inputs '

function mtimeOf(input) {
  return statSync(join(root, input), { throwIfNoEntry: false })?.mtimeMs
}

/** Whether every input has the time that the bundle was made with. */
function isFresh() {
  try {
    const text = readFileSync(bundle, 'utf8')
    const inputs = JSON.parse(text.slice(text.lastIndexOf(mark) + mark.length))
    return Object.entries(inputs).every(([input, mtimeMs]) => mtimeOf(input) === mtimeMs)
  } catch {
    return false
  }
}

/** An input that changed while it was bundled gets no time, so that the next run bundles again. */
async function makeBundle() {
  const startMs = Date.now()
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@duckdb/node-bindings*', 'esbuild', 'jsdom', 'playwright-core', '@sparticuz/chromium'],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)" },
    metafile: true,
    logLevel: 'error',
  })
  const times = [...Object.keys(metafile.inputs), 'package-lock.json'].map((input) => [input, mtimeOf(input)])
  const inputs = Object.fromEntries(times.map(([input, mtimeMs]) => [input, mtimeMs < startMs ? mtimeMs : null]))
  writeBundle(`${outputFiles[0].text}${mark}${JSON.stringify(inputs)}\n`)
}

/** What cannot be written is said, and nothing of it left. */
function writeBundle(text) {
  const made = `${bundle}.${process.pid}`
  try {
    mkdirSync(dirname(bundle), { recursive: true })
    writeFileSync(made, text)
    renameSync(made, bundle)
  } catch {
    process.stderr.write(`コマンドを用意できない: ${dirname(bundle)} に書けない。空きと権限を確かめるか、書ける場所に写して実行する\n`)
    if (existsSync(made)) rmSync(made)
    process.exit(1)
  }
}

/** Who reads only the first lines has no use for the rest, but the work is done; what cannot be said otherwise is a failure. */
function sayUnheard(error) {
  if (error.code === 'EPIPE') return
  process.stderr.write(`結果を書けない (${error.code})。書き先の空きと権限を確かめる\n`)
  process.on('exit', () => {
    process.exitCode = 1
  })
}

process.stdout.on('error', sayUnheard)
process.stderr.on('error', () => {})
if (!isFresh()) await makeBundle()
const { main } = await import(pathToFileURL(bundle))
process.exitCode = await main(process.argv.slice(3))
