import { hexToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '../document/hash.ts'
import type { UpdateCycle } from '../document/publication.ts'
import { isRecord } from '../formats/json.ts'
import type { Row } from '../tables.ts'
import { daysOfYears } from '../vocabulary/fiscal-years.ts'
import { agent, checksum, concept, contactPoint, date, japanese, said, vocabularies } from './dcat-values.ts'
import { addressOf, type FileEntry, filesFolder } from './file-entry.ts'
import { alike, keywords, licenceAddress, packageDescription } from './package-words.ts'
import { csvFiles } from './published.ts'

/** The name of the description among the files that it describes. */
export const dcatName = 'dcat.jsonld'

/** What a file that holds the tables is, by the end of its name. */
const formats: Readonly<Record<string, { name: string; mediaType: string; isUnregistered?: true }>> = {
  csv: { name: 'CSV', mediaType: 'text/csv' },
  parquet: { name: 'Parquet', mediaType: 'application/vnd.apache.parquet' },
  xlsx: { name: 'Excel', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  zip: { name: 'ZIP', mediaType: 'application/zip' },
  duckdb: { name: 'DuckDB', mediaType: 'application/octet-stream', isUnregistered: true },
}

const frequencies = {
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  semiannual: 'ANNUAL_2',
  annual: 'ANNUAL',
  biennial: 'BIENNIAL',
  triennial: 'TRIENNIAL',
  irregular: 'IRREG',
  never: 'NEVER',
} as const satisfies { [C in UpdateCycle]: string }

/** The program that read the documents. */
export interface Tool {
  name: string
  version: string
}

/** A file that is offered; of one plan alone where it names that. */
export interface OfferedFile extends FileEntry {
  planId?: string
}

/** What a catalogue is made of; `site` is the address where the files will be, below `files/`. */
export interface CatalogueContent {
  plans: readonly Row<'plans'>[]
  files: readonly OfferedFile[]
  tool: Tool
  site: string | undefined
}

/**
 * The plans and their files for a data catalogue (https://www.w3.org/TR/vocab-dcat-3/, by the profile DCAT-AP) as
 * JSON-LD: a dataset for each plan with its files; and, in PROV, which document (named by its hash) it was derived from, by
 * which version of the program. What `plan.json` does not say is left out. With a site every id is absolute. Without one
 * ids are relative to this file, with a base that holds for these documents alone (arcp, an address within an archive
 * wherever that is), so that who reads the file as RDF loses no statement.
 */
export function dcat(content: CatalogueContent): object {
  const { plans, files, tool, site } = content
  const toId = idsOf(site)
  const held = files.filter(({ path }) => formatOf(path) !== undefined)
  return {
    '@context': { ...(site === undefined && { '@base': baseOf(plans) }), ...vocabularies },
    '@graph': [
      catalogue(content, toId),
      ...plans.map((plan) => dataset(plan, held, toId)),
      ...held.map((file) => distribution(file, plans, toId)),
      ...provenance(plans, tool, toId),
    ],
  }
}

/** The address of the site that a catalogue was made for; undefined where there was none, or it is no catalogue of ours. */
export function siteOfCatalogue(catalogue: unknown): string | undefined {
  const graph = isRecord(catalogue) ? catalogue['@graph'] : undefined
  const nodes: unknown[] = Array.isArray(graph) ? graph : []
  const homepage = nodes.filter(isRecord).find((node) => node['@type'] === 'dcat:Catalog')?.['foaf:homepage']
  const address = isRecord(homepage) ? homepage['@id'] : undefined
  return typeof address === 'string' ? address : undefined
}

/** The id of a file by its path, or of a node of the description by its fragment. */
type ToId = (path: string) => string

function idsOf(site: string | undefined): ToId {
  if (site === undefined) return (path) => path
  const folder = `${site}${filesFolder}/`
  return (path) => `${folder}${path.startsWith('#') ? dcatName : ''}${path}`
}

/** A base that no other plans share: a UUID made of theirs and the hashes of their documents. */
function baseOf(plans: readonly Row<'plans'>[]): string {
  const said = plans.map(({ plan_id, source_sha256 }) => `${plan_id}\n${source_sha256}\n`).join('')
  const hash = sha256(new TextEncoder().encode(said))
  const uuid = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5')
  return `arcp://uuid,${uuid}/${dcatName}`
}

function catalogue({ plans, site }: CatalogueContent, toId: ToId): object {
  const publisher = alike(plans, 'publisher')
  return {
    '@id': toId('#catalog'),
    '@type': 'dcat:Catalog',
    'dct:title': japanese('行政改革プランの取組実績'),
    'dct:description': japanese(packageDescription),
    'dct:language': language,
    ...(publisher !== null && { 'dct:publisher': agent(publisher) }),
    ...(site !== undefined && { 'foaf:homepage': { '@id': site } }),
    'dcat:dataset': plans.map((plan) => ({ '@id': planId(plan, toId) })),
  }
}

function dataset(plan: Row<'plans'>, files: readonly OfferedFile[], toId: ToId): object {
  const own = files.filter((file) => file.planId === undefined || file.planId === plan.plan_id)
  return {
    '@id': planId(plan, toId),
    '@type': 'dcat:Dataset',
    'dct:identifier': plan.plan_id,
    'dct:title': japanese(plan.title ?? plan.plan_id),
    'dct:description': japanese(`${packageDescription}。${editionNotes[plan.edition ?? 'published']}`),
    'dct:language': language,
    'dcat:keyword': keywords.map(japanese),
    ...municipality(plan),
    ...period(plan),
    ...published(plan),
    'dcat:distribution': own.map(({ path }) => ({ '@id': fileId(path, toId) })),
    'prov:wasDerivedFrom': { '@id': documentUri(plan) },
    'prov:wasGeneratedBy': { '@id': toId('#ingest') },
  }
}

/** What a catalogue has to know of a document that is not the published one. */
const editionNotes = {
  published: '',
  digest: '公表された文書の要約版から読み取った',
  sample: '見本の文書から読み取った。実在の自治体のものではない',
} as const satisfies { [E in NonNullable<Row<'plans'>['edition']>]: string }

/** What `plan.json` says of how the data are published. */
function published(plan: Row<'plans'>): object {
  return {
    ...said(plan.issued, (day) => ({ 'dct:issued': date(day) })),
    ...said(plan.modified, (day) => ({ 'dct:modified': date(day) })),
    ...said(plan.publisher, (name) => ({ 'dct:publisher': agent(name) })),
    ...said(plan.contact, (text) => ({ 'dcat:contactPoint': contactPoint(text) })),
    ...said(plan.licence, (licence) => ({ 'dct:license': { '@id': licenceAddress(licence) } })),
    ...said(plan.source_url, (address) => ({ 'dcat:landingPage': { '@id': address } })),
    ...said(plan.theme, (theme) => ({ 'dcat:theme': concept(theme) })),
    ...said(plan.update_cycle, (cycle) => ({ 'dct:accrualPeriodicity': { '@id': frequencyScheme + frequencies[cycle] } })),
  }
}

const frequencyScheme = 'http://publications.europa.eu/resource/authority/frequency/'
const language = { '@id': 'http://id.loc.gov/vocabulary/iso639-1/ja' }

/** A file; its licence is that of its plan, or of all plans where they have the same. */
function distribution(file: OfferedFile, plans: readonly Row<'plans'>[], toId: ToId): object {
  const { path, bytes, sha256, planId } = file
  const format = formatOf(path)
  const table = tableOf(path)
  const holds = plans.filter(({ plan_id }) => planId === undefined || planId === plan_id)
  return {
    '@id': fileId(path, toId),
    '@type': 'dcat:Distribution',
    'dct:title': japanese(table ? `${table.title} (${format?.name})` : path),
    ...(table && { 'dct:description': japanese(table.grain) }),
    'dcat:accessURL': { '@id': toId(addressOf(path)) },
    'dcat:downloadURL': { '@id': toId(addressOf(path)) },
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${format?.mediaType}` },
    ...(format?.isUnregistered && { 'dct:format': { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': format.name } }),
    ...said(alike(holds, 'licence'), (name) => ({ 'dct:license': { '@id': licenceAddress(name) } })),
    'spdx:checksum': checksum(sha256),
  }
}

function formatOf(path: string) {
  return formats[path.replace(/^.*\./, '')]
}

/** What a file holds where it holds one table or view alone. */
function tableOf(path: string): { title: string; grain: string } | undefined {
  const file = csvFiles.find(({ name, table }) => [`csv/${name}.csv`, `parquet/${table.name}.parquet`].includes(path))
  return file && { title: file.title, grain: file.table.grain }
}

function planId({ plan_id }: Row<'plans'>, toId: ToId): string {
  return toId(`#plan/${encodeURIComponent(plan_id)}`)
}

function fileId(path: string, toId: ToId): string {
  return toId(`#file/${addressOf(path)}`)
}

function provenance(plans: readonly Row<'plans'>[], { name, version }: Tool, toId: ToId): object[] {
  return [
    {
      '@id': toId('#ingest'),
      '@type': 'prov:Activity',
      'prov:used': plans.map((plan) => ({ '@id': documentUri(plan) })),
      'prov:wasAssociatedWith': { '@id': toId('#tool') },
    },
    {
      '@id': toId('#tool'),
      '@type': ['prov:SoftwareAgent', 'schema:SoftwareApplication'],
      'schema:name': name,
      'schema:softwareVersion': version,
    },
    ...plans.map((plan) => ({
      '@id': documentUri(plan),
      '@type': 'prov:Entity',
      'dct:title': japanese(plan.source_name),
      ...said(plan.published_on, (day) => ({ 'dct:issued': date(day) })),
      ...said(plan.source_url, (address) => ({ 'foaf:page': { '@id': address } })),
      'spdx:checksum': checksum(plan.source_sha256),
    })),
  ]
}

/** A document named by its bytes (RFC 6920). */
function documentUri({ source_sha256 }: Row<'plans'>): string {
  const base64 = btoa(String.fromCharCode(...hexToBytes(source_sha256)))
  return `ni:///sha-256;${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

function municipality({ municipality, municipality_code }: Row<'plans'>): object {
  if (municipality === null && municipality_code === null) return {}
  const name = said(municipality, (name) => ({ 'schema:name': japanese(name) }))
  const code = said(municipality_code, (code) => ({ 'dct:identifier': code }))
  return { 'dct:spatial': { '@type': 'dct:Location', ...name, ...code } }
}

function period({ first_fiscal_year, last_fiscal_year }: Row<'plans'>): object {
  const days = daysOfYears(first_fiscal_year, last_fiscal_year)
  if (!days) return {}
  const span = { 'dcat:startDate': date(days.start), 'dcat:endDate': date(days.end) }
  return { 'dct:temporal': { '@type': 'dct:PeriodOfTime', ...span } }
}
