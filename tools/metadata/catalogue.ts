import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabularies } from '../../loaders/warehouse/dcat-values.ts'
import type { Finding, Require } from './finding.ts'
import { shaclShapes } from './shapes.ts'

/** Packages of the npm registry that the check needs; of a vocabulary the one that lists its terms. */
export const catalogueLibraries = [
  'jsonld@9.0.0',
  'rdf-validate-shacl@0.6.5',
  '@vocabulary/dcat@1.0.5',
  '@vocabulary/prov@1.0.6',
  '@vocabulary/dcterms@1.0.6',
  '@vocabulary/foaf@1.0.6',
  '@vocabulary/skos@1.0.6',
  '@vocabulary/vcard@1.1.0',
] as const

const listed = ['dcat', 'prov', 'dcterms', 'foaf', 'skos', 'vcard'] as const
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

interface Term {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
  value: string
  language?: string
  datatype?: { value: string }
}

interface Quad {
  subject: Term
  predicate: Term
  object: Term
}

interface JsonLdLibrary {
  toRDF(document: object, options?: { base: string }): Promise<Quad[]>
}

/** The statements of a catalogue, read with an address of its file, and how many there are without one. */
interface Statements {
  quads: readonly Quad[]
  withoutBase: number
}

/**
 * Holds the catalogue of a warehouse to its standards: no statement is lost where it is read without an address, every term
 * is one that its vocabulary defines, and what DCAT-AP demands is there but for what `unsaid` names, as `class property`.
 * `aside` is the folder where the libraries are.
 */
export async function checkCatalogue(
  require: Require,
  { aside, warehouse, unsaid }: { aside: string; warehouse: string; unsaid: readonly string[] },
): Promise<Finding> {
  const jsonld = require('jsonld') as JsonLdLibrary
  const catalogue = JSON.parse(readFileSync(join(warehouse, 'dcat.jsonld'), 'utf8')) as object
  const { quads, withoutBase } = await statementsOf(jsonld, catalogue)
  const { held, unknown } = termsOf(quads, aside)
  const breaches = await breachesOf(require, quads, await jsonld.toRDF(shaclShapes(vocabularies)))
  const lost = quads.length - withoutBase
  return {
    name: 'DCAT',
    holds: `${quads.length}個の文はアドレスがなくても${withoutBase}個、語${held}個はどれも語彙にあり、DCAT-APの形のとおり${inWords(unsaid)}`,
    problems: [
      ...(lost === 0 ? [] : [`アドレスがないと${lost}個の文が消える`]),
      ...unknown.map((term) => `語彙にない語: ${term}`),
      ...differences(breaches, unsaid),
    ],
  }
}

function inWords(unsaid: readonly string[]): string {
  return unsaid.length === 0 ? '' : ` (plan.json が言わない ${unsaid.join('、')} のほか)`
}

function differences(breaches: readonly string[], unsaid: readonly string[]): string[] {
  const found = breaches.filter((breach) => !unsaid.includes(breach)).map((breach) => `DCAT-APの形に合わない: ${breach}`)
  return [...found, ...unsaid.filter((each) => !breaches.includes(each)).map((each) => `あると思わなかった: ${each}`)]
}

async function statementsOf(jsonld: JsonLdLibrary, document: object): Promise<Statements> {
  const withoutBase = await jsonld.toRDF(document)
  const quads = await jsonld.toRDF(document, { base: 'https://example.org/dcat.jsonld' })
  return { quads, withoutBase: withoutBase.length }
}

/** How many terms are of the vocabularies that are listed here, and which of them are not defined there. */
function termsOf(quads: readonly Quad[], aside: string): { held: number; unknown: string[] } {
  const defined = new Set(listed.flatMap((vocabulary) => definedTerms(aside, vocabulary)))
  const spaces = [...defined].map((term) => term.replace(/[^/#]*$/, ''))
  const used = new Set(quads.map(({ predicate, object }) => (predicate.value === type ? object.value : predicate.value)))
  const held = [...used].filter((term) => spaces.includes(term.replace(/[^/#]*$/, '')))
  return { held: held.length, unknown: held.filter((term) => !defined.has(term)) }
}

function definedTerms(aside: string, vocabulary: string): string[] {
  const file = join(aside, 'node_modules', '@vocabulary', vocabulary, `${vocabulary}.nq`)
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line) => /^<(?<term>[^>]+)> /.exec(line)?.groups?.term ?? [])
}

interface Factory {
  namedNode(value: string): object
  blankNode(value: string): object
  literal(value: string, kind: string | object | undefined): object
  quad(subject: object, predicate: object, object: object): object
}

interface ShaclResult {
  path?: { value: string } | null
  sourceShape?: unknown
  focusNode?: { value: string } | null
}

interface Validator {
  validate(data: object): { results: ShaclResult[] } | Promise<{ results: ShaclResult[] }>
}

/** Where a catalogue is not of its shapes: class and property, each once. */
async function breachesOf(require: Require, quads: readonly Quad[], shapes: readonly Quad[]): Promise<string[]> {
  const { default: Shacl } = require('rdf-validate-shacl') as { default: new (shapes: object) => Validator }
  const { results } = await new Shacl(datasetOf(require, shapes)).validate(datasetOf(require, quads))
  const types = quads.filter(({ predicate }) => predicate.value === type)
  const classOf = new Map(types.map(({ subject, object }) => [subject.value.replace(/^_:/, ''), object.value]))
  const breaches = results.map(({ focusNode, path }) => {
    return `${shortened(classOf.get(focusNode?.value ?? '') ?? '')} ${shortened(path?.value ?? '')}`
  })
  return [...new Set(breaches)].sort()
}

function shortened(address: string): string {
  const [prefix, space] = Object.entries(vocabularies).find(([, space]) => address.startsWith(space)) ?? ['', '']
  return prefix === '' ? address : `${prefix}:${address.slice(space.length)}`
}

/** Statements as a dataset of RDF/JS. */
function datasetOf(require: Require, quads: readonly Quad[]): object {
  const { default: factory } = require('@rdfjs/data-model') as { default: Factory }
  const { default: datasets } = require('@rdfjs/dataset') as { default: { dataset(quads: object[]): object } }
  const term = ({ termType, value, language, datatype }: Term): object => {
    if (termType === 'NamedNode') return factory.namedNode(value)
    if (termType === 'BlankNode') return factory.blankNode(value.replace(/^_:/, ''))
    return factory.literal(value, language || (datatype && factory.namedNode(datatype.value)))
  }
  const quad = ({ subject, predicate, object }: Quad) => factory.quad(term(subject), term(predicate), term(object))
  return datasets.dataset(quads.map(quad))
}
