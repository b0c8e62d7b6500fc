// Runs a TypeScript command: `node tools/run.mjs FILE.ts ARGS…`. Bundles it with esbuild into build/ when a source has
// changed since, so that a run costs little more than plain Node.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const entry = process.argv[2]
const bundle = join(root, 'build', `${basename(entry, '.ts')}.mjs`)
const inputsFile = `${bundle}.json`

function isFresh() {
  if (!existsSync(bundle) || !existsSync(inputsFile)) return false
  const built = statSync(bundle).mtimeMs
  return JSON.parse(readFileSync(inputsFile, 'utf8')).every((input) => existsSync(join(root, input)) && statSync(join(root, input)).mtimeMs <= built)
}

if (!isFresh()) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@duckdb/node-bindings*', 'esbuild', 'jsdom', 'playwright-core', '@sparticuz/chromium'],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)" },
    metafile: true,
    logLevel: 'error',
  })
  writeFileSync(inputsFile, JSON.stringify([...Object.keys(metafile.inputs), 'package-lock.json']))
}
const { main } = await import(pathToFileURL(bundle))
process.exitCode = await main(process.argv.slice(3))
