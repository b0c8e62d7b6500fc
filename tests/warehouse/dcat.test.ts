import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../loaders/main.ts'
import { tables } from '../../loaders/tables.ts'
import { filesBelow, temporaryFolder } from '../support/command.ts'
import { digestPath } from '../support/plans.ts'

type Node = Readonly<Record<string, unknown>> & { '@id'?: string; '@type'?: string | string[] }

/** The terms of DCAT 3, Dublin Core, PROV and SPDX that the description may use, by prefix. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  dcat: ['Dataset', 'Distribution', 'accessURL', 'byteSize', 'distribution', 'downloadURL', 'endDate', 'keyword', 'mediaType', 'startDate'],
  dct: ['Location', 'PeriodOfTime', 'description', 'hasPart', 'identifier', 'isPartOf', 'language', 'spatial', 'temporal', 'title'],
  prov: ['Activity', 'Entity', 'SoftwareAgent', 'used', 'wasAssociatedWith', 'wasDerivedFrom', 'wasGeneratedBy'],
  schema: ['SoftwareApplication', 'name', 'softwareVersion'],
  spdx: ['Checksum', 'algorithm', 'checksum', 'checksumAlgorithm_sha256', 'checksumValue'],
  xsd: ['date', 'hexBinary', 'nonNegativeInteger'],
}

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
let described: { '@context': Record<string, string>; '@graph': Node[] }

beforeAll(async () => {
  expect(await main([digestPath, '--out', out])).toBe(0)
  described = JSON.parse(readFileSync(join(out, 'dcat.jsonld'), 'utf8'))
})
afterAll(temporary.remove)

/** Every node of the description, however deep. */
function nodes(value: unknown = described['@graph']): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodes)]
}

const nodeOf = (id: string) => described['@graph'].find((node) => node['@id'] === id) as Node
const distributions = () => nodes().filter((node) => node['@type'] === 'dcat:Distribution')
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('the DCAT description', () => {
  it('uses terms of its vocabularies only', () => {
    const names = nodes().flatMap((node) => [...Object.keys(node), ...[node['@type'] ?? []].flat()])
    const terms = new Set(names.filter((name) => !name.startsWith('@')))
    const unknown = [...terms].filter((term) => !vocabularies[term.split(':')[0] as string]?.includes(term.split(':')[1] as string))
    expect(unknown).toEqual([])
    expect(Object.keys(described['@context']).sort()).toEqual(Object.keys(vocabularies).sort())
  })

  it('has a dataset for the whole, with a part for every table', () => {
    expect(nodeOf('#dataset')).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:title': { '@language': 'ja', '@value': '大崎市 第5次集中改革プラン' },
      'dct:spatial': [{ 'dct:identifier': '042153' }],
      'dct:temporal': [{ 'dcat:startDate': { '@value': '2020-04-01' }, 'dcat:endDate': { '@value': '2023-03-31' } }],
    })
    const parts = nodeOf('#dataset')['dct:hasPart'] as Node[]
    expect(parts).toHaveLength(Object.keys(tables).length)
    for (const part of parts) expect(nodeOf(part['@id'] as string)).toMatchObject({ '@type': 'dcat:Dataset', 'dct:isPartOf': { '@id': '#dataset' } })
    expect(nodeOf('#collections')).toMatchObject({ 'dct:title': { '@language': 'ja', '@value': '債権ごとの収納' } })
  })

  it('gives every file of tables with its size and hash', () => {
    const urls = distributions().map((node) => (node['dcat:downloadURL'] as Node)['@id'] as string)
    expect(urls.sort()).toEqual(filesBelow(out).filter((path) => /\.(?:duckdb|parquet|csv)$/.test(path)))
    for (const node of distributions()) {
      const path = join(out, (node['dcat:downloadURL'] as Node)['@id'] as string)
      expect(node).toMatchObject({
        'dcat:byteSize': { '@value': String(readFileSync(path).length) },
        'spdx:checksum': { 'spdx:checksumValue': { '@value': sha256(path) } },
      })
    }
  })

  it('says from which document, by its hash, and by which version it was made', () => {
    const hash = sha256(join(digestPath, 'document.txt'))
    const document = `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`
    expect(nodeOf('#dataset')['prov:wasDerivedFrom']).toEqual([{ '@id': document }])
    expect(nodeOf(document)).toMatchObject({ '@type': 'prov:Entity', 'spdx:checksum': { 'spdx:checksumValue': { '@value': hash } } })
    expect(nodeOf('#ingest')).toMatchObject({ '@type': 'prov:Activity', 'prov:used': [{ '@id': document }], 'prov:wasAssociatedWith': { '@id': '#tool' } })
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(nodeOf('#tool')).toMatchObject({ 'schema:name': 'reform-results', 'schema:softwareVersion': version })
  })

  it('refers to nodes that are there', () => {
    const known = new Set(described['@graph'].map((node) => node['@id']))
    const referred = nodes().flatMap((node) => (Object.keys(node).length === 1 && node['@id']?.startsWith('#') ? [node['@id']] : []))
    expect(referred.filter((id) => !known.has(id))).toEqual([])
  })
})
