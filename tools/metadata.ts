import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { main as ingest } from '../loaders/main.ts'
import { installAside } from './aside.ts'

const aside = resolve('build', 'metadata')
const packages = ['datapackage@1.1.10', 'jsonld@9.0.0', '@vocabulary/dcat@1.0.5', '@vocabulary/prov@1.0.6', '@vocabulary/dcterms@1.0.6']
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/**
 * Holds the metadata of a warehouse to the libraries of their standards: the Data Package to its profile, and its CSV files
 * to the fields it names; the catalogue (DCAT, PROV) to JSON-LD and to its vocabularies. Resolves to 1 where one is wrong.
 */
export async function main(): Promise<number> {
  const refusal = installAside(aside, packages)
  if (refusal !== undefined) {
    process.stdout.write(`飛ばした (${refusal})\n`)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'metadata-'))
  try {
    const warehouse = join(folder, 'warehouse')
    if ((await ingest([join('data', 'osaki-plan5'), '--out', warehouse])) !== 0) return 1
    const require = createRequire(join(aside, 'package.json'))
    const results = [await checkDataPackage(require, warehouse, folder), await checkCatalogue(require, warehouse)]
    return results.every(Boolean) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function say(name: string, done: string, problems: readonly string[]): boolean {
  process.stdout.write(`${name}: ${problems.length === 0 ? done : problems.join('\n  ')}\n`)
  return problems.length === 0
}

interface Field {
  type: string
  missingValues?: string[]
  constraints: { required?: boolean }
}

interface Descriptor {
  resources: { path: string; schema: { fields: Field[] } }[]
}

interface PackageLibrary {
  validate(descriptor: Descriptor): Promise<{ errors: Error[] }>
  Package: {
    load(descriptor: Descriptor, options: { basePath: string }): Promise<{ resources: { name: string; read(): Promise<unknown[]> }[] }>
  }
}

/** The library knows version 1: lists are read as text, a field's own `missingValues` as a field that may be empty, and CSV without the mark of byte order. */
async function checkDataPackage(require: NodeJS.Require, warehouse: string, folder: string): Promise<boolean> {
  const { validate, Package } = require('datapackage') as PackageLibrary
  const descriptor = JSON.parse(readFileSync(join(warehouse, 'datapackage.json'), 'utf8')) as Descriptor
  const { errors } = await validate(structuredClone(descriptor))
  const plain = join(folder, 'plain')
  cpSync(join(warehouse, 'csv'), join(plain, 'csv'), { recursive: true, dereference: true })
  for (const name of readdirSync(join(plain, 'csv'))) {
    const file = join(plain, 'csv', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  }
  for (const field of descriptor.resources.flatMap(({ schema }) => schema.fields)) {
    if (field.type === 'list') field.type = 'string'
    if (field.missingValues) field.constraints.required = false
  }
  let rows = 0
  const problems = errors.map(({ message }) => message)
  for (const resource of (await Package.load(descriptor, { basePath: plain })).resources) {
    try {
      rows += (await resource.read()).length
    } catch (error) {
      problems.push(`${resource.name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return say('Data Package', `プロファイルのとおり、${descriptor.resources.length}表${rows}行が列の定義のとおり`, problems)
}

interface Quad {
  predicate: { value: string }
  object: { value: string }
}

/** Every term of the catalogue from DCAT, PROV and Dublin Core is one that its vocabulary defines. */
async function checkCatalogue(require: NodeJS.Require, warehouse: string): Promise<boolean> {
  const jsonld = require('jsonld') as { toRDF(document: object, options: { base: string }): Promise<Quad[]> }
  const quads = await jsonld.toRDF(JSON.parse(readFileSync(join(warehouse, 'dcat.jsonld'), 'utf8')), { base: 'https://example.org/' })
  const defined = new Set(['dcat', 'prov', 'dcterms'].flatMap(definedTerms))
  const spaces = [...defined].map((term) => term.replace(/[^/#]*$/, ''))
  const used = new Set(quads.flatMap(({ predicate, object }) => (predicate.value === type ? [object.value] : [predicate.value])))
  const held = [...used].filter((term) => spaces.includes(term.replace(/[^/#]*$/, '')))
  const unknown = held.filter((term) => !defined.has(term))
  return say(
    'DCAT',
    `${quads.length}個の三つ組、DCAT・PROV・Dublin Coreの語${held.length}個はどれも語彙にある`,
    unknown.map((term) => `語彙にない語: ${term}`),
  )
}

function definedTerms(vocabulary: string): string[] {
  const lines = readFileSync(join(aside, 'node_modules', '@vocabulary', vocabulary, `${vocabulary}.nq`), 'utf8').split('\n')
  return lines.flatMap((line) => /^<(?<term>[^>]+)> /.exec(line)?.groups?.term ?? [])
}
