import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { offerFiles } from '../../src/files/offer.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawSite } from '../../src/pages/site.ts'
import { siteContext } from '../../tools/site-context.ts'
import { runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { harumi } from '../support/editions.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

/** The pages of a warehouse of some files. */
async function draw(name: string, ...files: string[]): Promise<DrawnPage[]> {
  const out = join(temporary.path, name)
  await runIngest(...files.map((file) => join(temporary.path, file)), '--out', out)
  const warehouse = await openWarehouse(out)
  return drawSite(await siteContext(warehouse, await offerFiles(out, warehouse.plans, new Map())))
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const pageOf = (pages: readonly DrawnPage[], path: string) => pages.find((page) => page.path === path) as DrawnPage

beforeAll(() => writeFiles(temporary.path, harumi))

describe('a site of several documents', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    pages = await draw('many', 'r5.txt', 'r6.txt', 'next.txt')
  })

  it('shows the first of the plans, and says on every page which of how many it is', () => {
    expect(pages.filter(({ header }) => !words(header).includes('第6次はるみ市集中改革プラン 取組実績'))).toEqual([])
    expect(pages.filter(({ header }) => !words(header).includes('プランを選ぶ (2件のうち1件目)'))).toEqual([])
  })

  it('lists the documents, and which of them count', () => {
    const rows = [...pageOf(pages, '/about').main.matchAll(/<tr>.*?<\/tr>/gs)]
      .map(([row]) => words(row.replaceAll('</td>', '|')))
      .filter((row) => /\.txt/.test(row))
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatch(/第6次はるみ市集中改革プラン.*r5\.txt.*令和5年度.*前の版/)
    expect(rows[1]).toMatch(/r6\.txt.*令和6年度.*現行の版。このページが示すプラン/)
    expect(rows[2]).toMatch(/第7次はるみ市集中改革プラン.*next\.txt.*令和8年度.*現行の版/)
  })

  it('counts on the page of data the rows that the files hold', () => {
    const data = words(pageOf(pages, '/data').main)
    expect(data).toContain('読み込んだ文書3件のうち現行の版2件の行がある')
    expect(data).toContain('改革項目1件に1行。6行。')
  })
})

it('a site of one document says nothing of others', async () => {
  const pages = await draw('one', 'r6.txt')
  expect(pages.filter(({ header, main }) => /プランを選ぶ|読み込んだ文書</.test(header + main))).toEqual([])
})
