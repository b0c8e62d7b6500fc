import type { Table } from '../records/table.ts'
import { type Row, tables } from '../tables.ts'
import { daysOfYears } from '../vocabulary/fiscal-years.ts'
import { packageTitle } from './datapackage.ts'
import type { FileEntry } from './file-entry.ts'
import type { TableRows } from './rows.ts'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'https://www.iana.org/assignments/media-types/text/csv',
  parquet: 'https://www.iana.org/assignments/media-types/application/vnd.apache.parquet',
  json: 'https://www.iana.org/assignments/media-types/application/json',
}

/** The program that read the documents. */
export interface Tool {
  name: string
  version: string
}

/**
 * The warehouse for a data catalogue (https://www.w3.org/TR/vocab-dcat-3/) as JSON-LD: the whole as a dataset whose parts
 * are the tables, each with its files; and, in PROV, which documents (named by their hash) it was derived from, by which
 * version of the program. Addresses are relative to this file.
 */
export function dcat(rows: TableRows, files: readonly FileEntry[], tool: Tool): object {
  return {
    '@context': context,
    '@graph': [wholeDataset(rows, files), ...Object.values<Table>(tables).map((table) => tableDataset(table, files)), ...provenance(rows.plans, tool)],
  }
}

function wholeDataset(rows: TableRows, files: readonly FileEntry[]): object {
  const plans = rows.plans
  return {
    '@id': '#dataset',
    '@type': 'dcat:Dataset',
    'dct:identifier': plans.map(({ plan_id }) => plan_id).join(' '),
    'dct:title': japanese(packageTitle(rows)),
    'dct:description': japanese('行政改革プランの取組実績を、根拠の位置とともに表にしたもの'),
    'dct:language': { '@id': 'http://id.loc.gov/vocabulary/iso639-1/ja' },
    'dcat:keyword': ['行政改革', '取組実績'].map(japanese),
    ...described('dct:spatial', plans.flatMap(municipality)),
    ...described('dct:temporal', plans.flatMap(period)),
    'dct:hasPart': Object.values<Table>(tables).map(({ name }) => ({ '@id': `#${name}` })),
    'dcat:distribution': files.filter(({ path }) => !path.includes('/')).map(distribution),
    'prov:wasDerivedFrom': plans.map((plan) => ({ '@id': documentUri(plan) })),
    'prov:wasGeneratedBy': { '@id': '#ingest' },
  }
}

function tableDataset({ name, title, grain }: Table, files: readonly FileEntry[]): object {
  return {
    '@id': `#${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': japanese(title),
    'dct:description': japanese(grain),
    'dct:isPartOf': { '@id': '#dataset' },
    'dcat:distribution': files.filter(({ path }) => path === `parquet/${name}.parquet` || path === `csv/${name}.csv`).map(distribution),
  }
}

function distribution({ path, bytes, sha256 }: FileEntry): object {
  const type = mediaTypes[path.replace(/^.*\./, '')]
  return {
    '@type': 'dcat:Distribution',
    'dct:title': path,
    'dcat:accessURL': { '@id': path },
    'dcat:downloadURL': { '@id': path },
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
    ...(type && { 'dcat:mediaType': { '@id': type } }),
    'spdx:checksum': checksum(sha256),
  }
}

function provenance(plans: TableRows['plans'], { name, version }: Tool): object[] {
  return [
    {
      '@id': '#ingest',
      '@type': 'prov:Activity',
      'prov:used': plans.map((plan) => ({ '@id': documentUri(plan) })),
      'prov:wasAssociatedWith': { '@id': '#tool' },
    },
    { '@id': '#tool', '@type': ['prov:SoftwareAgent', 'schema:SoftwareApplication'], 'schema:name': name, 'schema:softwareVersion': version },
    ...plans.map((plan) => ({
      '@id': documentUri(plan),
      '@type': 'prov:Entity',
      'dct:title': japanese(plan.source_name),
      'spdx:checksum': checksum(plan.source_sha256),
    })),
  ]
}

/** A document named by its bytes (RFC 6920). */
function documentUri({ source_sha256 }: Row<'plans'>): string {
  return `ni:///sha-256;${Buffer.from(source_sha256, 'hex').toString('base64url')}`
}

function checksum(sha256: string): object {
  return {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
  }
}

function municipality({ municipality, municipality_code }: Row<'plans'>): object[] {
  if (municipality === null) return []
  return [{ '@type': 'dct:Location', 'schema:name': japanese(municipality), ...(municipality_code !== null && { 'dct:identifier': municipality_code }) }]
}

function period({ first_fiscal_year, last_fiscal_year }: Row<'plans'>): object[] {
  const days = daysOfYears(first_fiscal_year, last_fiscal_year)
  if (!days) return []
  const day = (value: string) => ({ '@type': 'xsd:date', '@value': value })
  return [{ '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(days.start), 'dcat:endDate': day(days.end) }]
}

function described(name: string, values: readonly object[]): object {
  return values.length === 0 ? {} : { [name]: values }
}

function japanese(text: string): object {
  return { '@language': 'ja', '@value': text }
}
