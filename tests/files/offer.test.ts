import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Row, tables } from '../../loaders/tables.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { offerFiles, siteOfWarehouse } from '../../src/files/offer.ts'
import { workbookOfPlan } from '../../src/files/offered.ts'
import { readme } from '../../src/files/readme.ts'
import { bytesOf, filesBelow, runIngest, sha256, temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText, type ItemText } from '../support/documents.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
const site = 'https://example.jp/reform/'
let offered: Map<string, Uint8Array>
let zipped: Map<string, Uint8Array>
let plan: Row<'plans'>

beforeAll(async () => {
  expect((await runIngest(digestPath, '--out', out)).status).toBe(0)
  const warehouse = await openWarehouse(out)
  plan = warehouse.plan
  offered = await offerFiles(out, [plan], new Map([[plan.plan_id, await workbookOfPlan(warehouse, site)]]), site)
  zipped = new Map(Object.entries(unzipSync(bytesIn(offered, 'reform.zip'))))
})
afterEach(() => vi.unstubAllEnvs())
afterAll(temporary.remove)

/** The path of a small document of a plan. */
function document(planId: string, item: ItemText): string {
  return join(writeFiles(join(temporary.path, planId), { [`${planId}.txt`]: documentText(item) }), `${planId}.txt`)
}

async function offer(warehouse: string, address?: string): Promise<Map<string, Uint8Array>> {
  const { plans } = await openWarehouse(warehouse)
  const workbooks = new Map<string, Uint8Array>()
  for (const { plan_id } of plans) workbooks.set(plan_id, await workbookOfPlan(await openWarehouse(warehouse, plan_id), address))
  return offerFiles(warehouse, plans, workbooks, address)
}

function bytesIn(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  return files.get(path) as Uint8Array
}

function textIn(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return strFromU8(bytesIn(files, path))
}

interface Distribution {
  'dcat:downloadURL': { '@id': string }
  'dcat:byteSize': { '@value': string }
  'spdx:checksum': { 'spdx:checksumValue': { '@value': string } }
}

interface Catalogue {
  '@graph': ({ '@id': string; '@type': string } & Partial<Distribution>)[]
}

/** The files that a catalogue offers: their address, size and hash. */
function distributions(files: ReadonlyMap<string, Uint8Array>): { address: string; bytes: string; hash: string }[] {
  const { '@graph': graph } = JSON.parse(textIn(files, 'dcat.jsonld')) as Catalogue
  const found = graph.filter((node): node is (typeof graph)[number] & Distribution => node['@type'] === 'dcat:Distribution')
  return found.map((node) => ({
    address: node['dcat:downloadURL']['@id'],
    bytes: node['dcat:byteSize']['@value'],
    hash: node['spdx:checksum']['spdx:checksumValue']['@value'],
  }))
}

describe('the files that the site offers', () => {
  it('are those of the warehouse, byte for byte but for what describes them, and what the site makes', () => {
    const made = ['reform.xlsx', 'reform.zip', 'README.txt', 'LICENSE.txt']
    expect([...offered.keys()].sort()).toEqual([...filesBelow(out), ...made].sort())
    const hashes = bytesOf(out)
    const changed = Object.entries(hashes).filter(([path, hash]) => hash !== sha256(bytesIn(offered, path)))
    expect(changed.map(([path]) => path)).toEqual(['dcat.jsonld', 'manifest.json'])
  })

  it.each([
    ['the site', () => offered],
    ['the zip', () => zipped],
  ])('are named by the manifest of %s with their sizes and hashes', (_, files) => {
    const { files: named } = JSON.parse(textIn(files(), 'manifest.json')) as { files: { path: string; bytes: number; sha256: string }[] }
    expect(named.map(({ path }) => path).sort()).toEqual([...files().keys()].filter((path) => path !== 'manifest.json').sort())
    for (const { path, bytes, sha256: hash } of named)
      expect([path, bytes, hash]).toEqual([path, bytesIn(files(), path).length, sha256(bytesIn(files(), path))])
  })

  it.each([
    ['the site', () => offered, ['reform.duckdb', 'reform.xlsx', 'reform.zip']],
    ['the zip', () => zipped, ['reform.duckdb', 'reform.xlsx']],
  ])('are in the catalogue of %s with address, size and hash', (_, files, whole) => {
    const found = distributions(files())
    const paths = found.map(({ address }) => address.replace(`${site}files/`, ''))
    expect(paths.filter((path) => !path.includes('/'))).toEqual(whole)
    const holding = [...files().keys()].filter((path) => /\.(?:csv|parquet|duckdb|xlsx|zip)$/.test(path))
    expect(paths.toSorted()).toEqual(holding.toSorted())
    found.forEach(({ bytes, hash }, index) => {
      const file = bytesIn(files(), paths[index] as string)
      expect([paths[index], bytes, hash]).toEqual([paths[index], String(file.length), sha256(file)])
    })
  })

  it.each([
    ['https://example.jp/reform', 'https://example.jp/reform/'],
    ['', undefined],
  ])('are for the site that the ingest was told of: REFORM_SITE=%s', async (said, address) => {
    vi.stubEnv('REFORM_SITE', said)
    const folder = join(temporary.path, 'told-out')
    expect((await runIngest(document('told', { rating: 'A' }), '--out', folder)).status).toBe(0)
    expect(await siteOfWarehouse(folder)).toBe(address)
  })

  it('give each Excel file to the plan that it is of, the first under the name that it has alone', async () => {
    const both = join(temporary.path, 'both')
    expect((await runIngest(document('first', { rating: 'B' }), document('second', { rating: 'A' }), '--out', both)).status).toBe(0)
    const files = await offer(both)
    const { '@graph': graph } = JSON.parse(textIn(files, 'dcat.jsonld')) as Catalogue
    const excelOf = (plan: string) => JSON.stringify(graph.find((node) => node['@id'] === `#plan/${plan}`)).match(/#file\/[^"]*\.xlsx/g)
    expect([excelOf('first'), excelOf('second')]).toEqual([['#file/reform.xlsx'], ['#file/reform-second.xlsx']])
    expect([...files.keys()].filter((path) => path.endsWith('.xlsx'))).toEqual(['reform.xlsx', 'reform-second.xlsx'])
    expect(textIn(files, 'README.txt')).toContain('\nreform-second.xlsx  同じもの (')
  })
})

describe('the readme and the licence in the zip', () => {
  it('say what each table is, in the words of the dictionary', () => {
    const lines = textIn(zipped, 'README.txt').split('\n')
    for (const { name, title, grain } of Object.values(tables)) expect(lines).toContain(`${name}  ${title}: ${grain}`)
  })

  it('name every other file of the zip', () => {
    const text = textIn(zipped, 'README.txt')
    const unnamed = [...zipped.keys()].filter((path) => path !== 'README.txt' && !text.includes(path.replace(/\/.*\./, '/*.')))
    expect(unnamed).toEqual([])
  })

  it('say how a number is traced, and under which terms all may be used, in both languages', () => {
    const [japanese = '', english = ''] = textIn(zipped, 'README.txt').split(/\n={10,}\n/)
    for (const text of [japanese, english]) {
      expect(text).toContain('source_end_column')
      expect(text).toContain('figures.figure_no')
      expect(text).toContain('MIT')
    }
    expect(japanese).toContain('大崎市 第5次集中改革プラン')
    expect(japanese).not.toMatch(/データ: /)
    expect(textIn(zipped, 'LICENSE.txt')).toBe(readFileSync('LICENSE', 'utf8'))
  })

  it('name the licence of the data where plan.json says it', () => {
    const said = { ...plan, title: '見本市プラン', licence: 'CC-BY-4.0' }
    expect(readme([said], true)).toMatch(/\nデータ: CC-BY-4\.0\n[\s\S]*\nData: CC-BY-4\.0\n/)
    expect(readme([plan, said], true)).toMatch(/\nデータ \(見本市プラン\): CC-BY-4\.0\n[\s\S]*\nData \(見本市プラン\): CC-BY-4\.0\n/)
  })
})
