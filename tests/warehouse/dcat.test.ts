import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../loaders/main.ts'
import { fullDescription } from '../../tools/metadata/full-description.ts'
import { filesBelow, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { digestPath } from '../support/plans.ts'

type Node = Readonly<Record<string, unknown>> & { '@id'?: string; '@type'?: string | string[] }

interface Described {
  '@context': Record<string, string>
  '@graph': Node[]
}

/** The terms that the description may use, by the prefixes of their vocabularies. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  dcat: [
    ...['Catalog', 'Dataset', 'Distribution', 'accessURL', 'byteSize', 'contactPoint', 'dataset', 'distribution', 'downloadURL'],
    ...['endDate', 'keyword', 'landingPage', 'mediaType', 'startDate', 'theme'],
  ],
  dct: [
    ...['Location', 'MediaTypeOrExtent', 'PeriodOfTime', 'accrualPeriodicity', 'description', 'format', 'identifier', 'issued'],
    ...['language', 'license', 'modified', 'publisher', 'spatial', 'temporal', 'title'],
  ],
  foaf: ['Agent', 'homepage', 'name', 'page'],
  prov: ['Activity', 'Entity', 'SoftwareAgent', 'used', 'wasAssociatedWith', 'wasDerivedFrom', 'wasGeneratedBy'],
  rdfs: ['label'],
  schema: ['SoftwareApplication', 'name', 'softwareVersion'],
  skos: ['Concept', 'prefLabel'],
  spdx: ['Checksum', 'algorithm', 'checksum', 'checksumAlgorithm_sha256', 'checksumValue'],
  vcard: ['Organization', 'fn', 'hasEmail', 'hasURL'],
  xsd: ['date', 'hexBinary', 'nonNegativeInteger'],
}

const temporary = temporaryFolder()
const at = (...names: string[]) => join(temporary.path, ...names)
const out = at('out')
/** Two plans, of which one says all that plan.json can say of how its data are published. */
const both = at('both')
let described: Described
let ofBoth: Described

const said = { ...fullDescription, theme: 'http://publications.europa.eu/resource/authority/data-theme/GOVE' }

function read(folder: string): Described {
  return JSON.parse(readFileSync(join(folder, 'dcat.jsonld'), 'utf8')) as Described
}

beforeAll(async () => {
  expect(await main([digestPath, '--out', out])).toBe(0)
  described = read(out)
  const text = documentText({ years: { 令和2年度: '・甲。', 令和3年度: '・乙。' }, schedule: ['窓口\t①\t①'] })
  const plan = writeFiles(at('見本 市'), { 'plan.json': JSON.stringify(said), 'document.txt': text })
  expect((await runIngest(digestPath, plan, '--out', both)).status).toBe(0)
  ofBoth = read(both)
})
afterEach(() => vi.unstubAllEnvs())
afterAll(temporary.remove)

/** Every node of a description, however deep. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodes)]
}

const nodeOf = (id: string, whole = described) => whole['@graph'].find((node) => node['@id'] === id) as Node
const ofType = (type: string, whole = described) => nodes(whole['@graph']).filter((node) => node['@type'] === type)
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const day = (value: string) => ({ '@type': 'xsd:date', '@value': value })
const japanese = (value: string) => ({ '@language': 'ja', '@value': value })

describe('the DCAT description', () => {
  it('uses terms of its vocabularies only', () => {
    const names = nodes(ofBoth['@graph']).flatMap((node) => [...Object.keys(node), ...[node['@type'] ?? []].flat()])
    const terms = new Set(names.filter((name) => !name.startsWith('@')))
    const unknown = [...terms].filter((term) => !vocabularies[term.split(':')[0] as string]?.includes(term.split(':')[1] as string))
    expect(unknown).toEqual([])
    expect(Object.keys(ofBoth['@context']).sort()).toEqual(['@base', ...Object.keys(vocabularies)].sort())
  })

  it('has a dataset for each plan in one catalogue', () => {
    expect(ofType('dcat:Catalog', ofBoth)).toHaveLength(1)
    expect(nodeOf('#catalog', ofBoth)['dcat:dataset']).toEqual([{ '@id': '#plan/osaki-plan5' }, { '@id': '#plan/%E8%A6%8B%E6%9C%AC%20%E5%B8%82' }])
    expect(ofType('dcat:Dataset', ofBoth).map((node) => node['dct:title'])).toEqual(['大崎市 第5次集中改革プラン', '見本市プラン'].map(japanese))
    expect(nodeOf('#plan/osaki-plan5')).toMatchObject({
      'dct:spatial': { 'dct:identifier': '042153', 'schema:name': japanese('大崎市') },
      'dct:temporal': { 'dcat:startDate': day('2020-04-01'), 'dcat:endDate': day('2023-03-31') },
    })
  })

  it('says of a plan what plan.json says, and nothing else', () => {
    const named = {
      'dct:license': { '@id': 'https://spdx.org/licenses/CC-BY-4.0' },
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': japanese('見本市') },
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': japanese('行政管理課'),
        'vcard:hasEmail': { '@id': 'mailto:gyosei@city.example.jp' },
      },
      'dct:issued': day('2023-09-01'),
      'dct:modified': day('2023-10-02'),
      'dcat:landingPage': { '@id': 'https://city.example.jp/plan' },
      'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' },
      'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' },
    }
    expect(nodeOf('#plan/%E8%A6%8B%E6%9C%AC%20%E5%B8%82', ofBoth)).toMatchObject(named)
    const unsaid = Object.keys(nodeOf('#plan/osaki-plan5', ofBoth)).filter((name) => name in named)
    expect(unsaid).toEqual(['dcat:theme'])
    expect(nodeOf('#catalog', ofBoth)['dct:publisher']).toBeUndefined()
    expect(ofType('dcat:Distribution', ofBoth).filter((node) => node['dct:license'])).toEqual([])
  })

  it('says of files and catalogue what all plans say alike', async () => {
    const alone = at('alone')
    expect((await runIngest(at('見本 市'), '--out', alone)).status).toBe(0)
    expect(nodeOf('#catalog', read(alone))).toMatchObject({ 'dct:publisher': { 'foaf:name': japanese('見本市') } })
    const licences = ofType('dcat:Distribution', read(alone)).map((node) => node['dct:license'])
    expect(new Set(licences.map((licence) => JSON.stringify(licence)))).toEqual(new Set(['{"@id":"https://spdx.org/licenses/CC-BY-4.0"}']))
  })

  it('says that a digest or a sample is one', () => {
    const [digest, sample] = ofType('dcat:Dataset', ofBoth).map((node) => (node['dct:description'] as Node)['@value'])
    expect([String(digest).includes('要約版から'), String(sample).includes('実在の自治体のものではない')]).toEqual([true, true])
  })

  it('gives every file of tables with its size, hash and media type', () => {
    const distributions = ofType('dcat:Distribution')
    const urls = distributions.map((node) => (node['dcat:downloadURL'] as Node)['@id'] as string)
    expect(urls.toSorted()).toEqual(filesBelow(out).filter((path) => /\.(?:duckdb|parquet|csv)$/.test(path)))
    expect(nodeOf('#plan/osaki-plan5')['dcat:distribution']).toEqual(distributions.map((node) => ({ '@id': node['@id'] })))
    for (const node of distributions) {
      const path = (node['dcat:downloadURL'] as Node)['@id'] as string
      expect(node).toMatchObject({
        '@id': `#file/${path}`,
        'dcat:byteSize': { '@value': String(readFileSync(join(out, path)).length) },
        'spdx:checksum': { 'spdx:checksumValue': { '@value': sha256(join(out, path)) } },
      })
    }
    const typeOf = (path: string) => (nodeOf(`#file/${path}`)['dcat:mediaType'] as Node)['@id']?.replace(/^.*media-types\//, '')
    expect(['csv/items.csv', 'parquet/items.parquet', 'reform.duckdb'].map(typeOf)).toEqual([
      'text/csv',
      'application/vnd.apache.parquet',
      'application/octet-stream',
    ])
    expect(nodeOf('#file/csv/collections.csv')['dct:title']).toEqual(japanese('債権ごとの収納 (CSV)'))
  })

  it('says from which document, by its hash, and by which version it was made', () => {
    const hash = sha256(join(digestPath, 'document.txt'))
    const document = `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`
    expect(nodeOf('#plan/osaki-plan5')['prov:wasDerivedFrom']).toEqual({ '@id': document })
    expect(nodeOf(document)).toMatchObject({ '@type': 'prov:Entity', 'spdx:checksum': { 'spdx:checksumValue': { '@value': hash } } })
    expect(nodeOf('#ingest')).toMatchObject({ '@type': 'prov:Activity', 'prov:used': [{ '@id': document }], 'prov:wasAssociatedWith': { '@id': '#tool' } })
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(nodeOf('#tool')).toMatchObject({ 'schema:name': 'reform-results', 'schema:softwareVersion': version })
  })

  it('refers to nodes that are there', () => {
    const known = new Set(ofBoth['@graph'].map((node) => node['@id']))
    const referred = nodes(ofBoth['@graph']).flatMap((node) => (Object.keys(node).length === 1 && node['@id']?.startsWith('#') ? [node['@id']] : []))
    expect(referred.length).toBeGreaterThan(90)
    expect(referred.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('an id of the DCAT description', () => {
  it('has a base of these documents alone where the address of the site is not known', () => {
    const base = described['@context']['@base'] as string
    expect(base).toMatch(/^arcp:\/\/uuid,[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}\/dcat\.jsonld$/)
    expect(ofBoth['@context']['@base']).not.toBe(base)
    expect(new URL('csv/items.csv', base).href).toBe(base.replace('dcat.jsonld', 'csv/items.csv'))
  })

  it('is absolute where the address of the site is known', async () => {
    vi.stubEnv('REFORM_SITE', 'https://example.jp/reform')
    expect((await runIngest(digestPath, '--out', at('sited'))).status).toBe(0)
    const sited = read(at('sited'))
    const ids = nodes(sited['@graph']).flatMap((node) => node['@id'] ?? [])
    const known = /^(?:https?|ni|mailto|spdx):/
    expect([sited['@context']['@base'], ids.filter((id) => !known.test(id))]).toEqual([undefined, []])
    expect(nodeOf('https://example.jp/reform/files/dcat.jsonld#file/csv/items.csv', sited)).toMatchObject({
      'dcat:downloadURL': { '@id': 'https://example.jp/reform/files/csv/items.csv' },
    })
    expect(ids).toContain('https://example.jp/reform/files/dcat.jsonld#plan/osaki-plan5')
  })

  it.each(['example.jp', 'ftp://example.jp/', 'https://example.jp/?a', 'https://example.jp/#a'])('is not made of REFORM_SITE=%s', async (site) => {
    vi.stubEnv('REFORM_SITE', site)
    const { status, stderr } = await runIngest(digestPath, '--out', at('refused'))
    expect([status, stderr]).toEqual([1, `REFORM_SITE は http:// か https:// で始まる、サイトを置くフォルダのアドレスにする: ${site}\n`])
    expect(filesBelow(temporary.path).filter((path) => path.startsWith('refused'))).toEqual([])
  })
})
