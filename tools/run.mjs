// Runs a TypeScript command: `node tools/run.mjs FILE.ts ARGS…`. Bundles it with esbuild into build/ when a source has
// changed since, and keeps what V8 compiled of it, so that a run costs little more than plain Node. A bundle's last line
// says what it was made of: it is one file that one rename puts in place, so that runs side by side, or killed ones,
// never leave half of it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

const root = join(import.meta.dirname, '..')
const entry = process.argv[2]
const bundle = join(root, 'build', `${basename(entry, '.ts')}.cjs`)
const compiled = `${bundle}.compiled`
const mark = '\n//# inputs '

function mtimeOf(input) {
  return statSync(join(root, input), { throwIfNoEntry: false })?.mtimeMs
}

/** The bundle, where every input has the time that it was made with. */
function freshBundle() {
  try {
    const text = readFileSync(bundle, 'utf8')
    const inputs = JSON.parse(text.slice(text.lastIndexOf(mark) + mark.length))
    return Object.entries(inputs).every(([input, mtimeMs]) => mtimeOf(input) === mtimeMs) ? text : undefined
  } catch {
    return undefined
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
    format: 'cjs',
    target: 'node20',
    // V8 forgets who imports for a function that an earlier run compiled
    supported: { 'dynamic-import': false },
    external: ['@duckdb/node-bindings*', 'esbuild', 'jsdom', 'playwright-core', '@sparticuz/chromium'],
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
    metafile: true,
    logLevel: 'error',
  })
  const times = [...Object.keys(metafile.inputs), 'tools/run.mjs', 'package-lock.json'].map((input) => [input, mtimeOf(input)])
  const inputs = Object.fromEntries(times.map(([input, mtimeMs]) => [input, mtimeMs < startMs ? mtimeMs : null]))
  const text = `${outputFiles[0].text}${mark}${JSON.stringify(inputs)}\n`
  if (!put(bundle, text)) {
    process.stderr.write(`コマンドを用意できない: ${dirname(bundle)} に書けない。空きと権限を確かめるか、書ける場所に写して実行する\n`)
    process.exit(1)
  }
  return text
}

/** Puts a file in its place at once; whether it could be written, of which nothing is left otherwise. */
function put(path, content) {
  const made = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(made, content)
    renameSync(made, path)
    return true
  } catch {
    if (existsSync(made)) rmSync(made)
    return false
  }
}

const hashLength = 32

/** The hash of a bundle and what was compiled of it: V8 itself does not notice that it is given another's, or half of it. */
function hashOf(text, data) {
  return createHash('sha256').update(text).update(data).digest()
}

/** What V8 compiled of a bundle in an earlier run. */
function readCompiled(text) {
  try {
    const bytes = readFileSync(compiled)
    const data = bytes.subarray(hashLength)
    return hashOf(text, data).equals(bytes.subarray(0, hashLength)) ? data : undefined
  } catch {
    return undefined
  }
}

/** Runs the command of a bundle. What is compiled by its end is kept for the next run, where it can be written. */
async function runBundle(text) {
  const cachedData = readCompiled(text)
  const wrapped = `(function (require, module, exports, __filename, __dirname) {${text}\n})`
  const script = new Script(wrapped, { filename: bundle, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(createRequire(bundle), module, module.exports, bundle, dirname(bundle))
  process.exitCode = await module.exports.main(process.argv.slice(3))
  if (cachedData && !script.cachedDataRejected) return
  const data = script.createCachedData()
  put(compiled, Buffer.concat([hashOf(text, data), data]))
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
await runBundle(freshBundle() ?? (await makeBundle()))
