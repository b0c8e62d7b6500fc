import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { coverSheet } from '../../src/files/workbook/cover-sheet.ts'
import { publicationFacts } from '../../src/format/publication.ts'
import { temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const said = {
  document: 'document.txt',
  licence: 'CC-BY-4.0',
  publisher: '見本市',
  contact: '行政管理課 <https://city.example.jp/form>',
  published_on: '2023-08-01',
  issued: '2023-09-01',
  modified: '2023-10-02',
  source_url: 'https://city.example.jp/plan?a=1&b=2',
  update_cycle: 'annual',
}
const plan = writeFiles(join(temporary.path, 'mihon'), { 'plan.json': JSON.stringify(said), 'document.txt': documentText({ rating: 'A' }) })

describe('how the data are published', () => {
  it('is said in Japanese, with the addresses it leads to', async () => {
    expect(publicationFacts((await drawPlan(plan)).warehouse.plan)).toEqual([
      { name: '公表者', words: '見本市' },
      { name: '文書の公表日', words: '令和5年8月1日' },
      { name: '文書の公表ページ', words: said.source_url, address: said.source_url },
      { name: 'データのライセンス', words: 'CC-BY-4.0', address: 'https://spdx.org/licenses/CC-BY-4.0' },
      { name: '問い合わせ先', words: said.contact, address: 'https://city.example.jp/form' },
      { name: 'データの公開日', words: '令和5年9月1日' },
      { name: 'データの更新日', words: '令和5年10月2日' },
      { name: '更新の頻度', words: '毎年' },
    ])
  })

  it('is not said where plan.json does not', async () => {
    expect(publicationFacts((await drawPlan(digestPath)).warehouse.plan)).toEqual([])
  })

  it('stands on the page about the site, and on the cover of the Excel file', async () => {
    const { pages, warehouse } = await drawPlan(plan)
    const about = String(pages.find(({ path }) => path === '/about')?.main)
    expect(about).toContain('<dt>文書の公表ページ</dt><dd><a rel="external" href="https://city.example.jp/plan?a=1&amp;b=2">')
    expect(about).toContain('<p>データ: <a rel="external" href="https://spdx.org/licenses/CC-BY-4.0">CC-BY-4.0</a>。')
    const row = coverSheet(warehouse, undefined).rows.find(([label]) => label?.value === 'データのライセンス')
    expect(row?.[1]).toEqual({ value: 'CC-BY-4.0', target: { address: 'https://spdx.org/licenses/CC-BY-4.0' } })
  })
})
