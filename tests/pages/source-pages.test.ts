import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/command.ts'
import { drawPlan } from '../support/drawn.ts'
import { excelFile, paragraph, sheetRow, table, wordFile } from '../support/office-files.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

async function sourceOf(name: string, bytes: Uint8Array): Promise<{ document: Document; rows: Awaited<ReturnType<typeof drawPlan>>['warehouse'] }> {
  const path = join(temporary.path, name)
  writeFileSync(path, bytes)
  const { pages, warehouse } = await drawPlan(path)
  return { document: new JSDOM(pages.find((page) => page.path === '/source')?.main ?? '').window.document, rows: warehouse }
}

const label = { content: paragraph('取組による効果'), properties: '<w:vMerge w:val="restart"/>' }
const below = { content: '<w:p/>', properties: '<w:vMerge/>' }
const row = (...texts: string[]) => texts.map((text) => paragraph(text))
const word = wordFile(
  paragraph('第5次見本プラン') +
    paragraph('No.1 窓口の見直し') +
    table([label, ...row('令和2年度', '削減額', '4,000円')], [below, ...row('総計', '', '5,000円')], row('３カ年の評価（総括）※A, B, C, D の評価を記載', 'A')),
)

describe('a Word document in 原文', () => {
  let source: Awaited<ReturnType<typeof sourceOf>>
  beforeAll(async () => {
    source = await sourceOf('word.docx', word)
  })

  it('is shown as its tables, merged cells merged, each cell by its name', () => {
    const { document } = source
    expect([...document.querySelectorAll('.source-page h2')].map((head) => head.textContent)).toEqual(['段落1–2', '表1'])
    const cell = document.querySelector('#page-2 td')
    expect([cell?.textContent, cell?.getAttribute('rowspan'), cell?.getAttribute('title')]).toEqual(['取組による効果', '2', '表1 行1 枠1'])
  })

  it('has each number once, and in its cell', () => {
    const { document, rows } = source
    for (const { figure_no, source_cell } of rows.table('figures')) {
      const [mark, ...others] = document.querySelectorAll(`#n${figure_no}`)
      expect(others).toEqual([])
      expect(mark?.closest('td')?.getAttribute('title')).toBe(source_cell)
    }
    expect(rows.table('figures').map(({ source_cell, value }) => [source_cell, value])).toContainEqual(['表1 行2 枠4', 5000])
  })

  it('has the anchors of lines and items that other pages lead to', () => {
    const { document, rows } = source
    const written = rows.table('sourceLines').filter(({ text }) => text.trim() !== '')
    expect(written.filter(({ line_no }) => document.querySelectorAll(`#L${line_no}`).length !== 1)).toEqual([])
    expect(document.querySelector('#item-1')?.closest('td')?.textContent).toBe('No.1 窓口の見直し')
  })
})

it('a workbook in 原文 is shown sheet by sheet', async () => {
  const rows = sheetRow(1, { A: 'No.1 窓口の見直し' }) + sheetRow(2, { A: '取組による効果', B: '令和2年度', C: '削減額', D: '4,000円' })
  const { document } = await sourceOf('book.xlsx', excelFile({ 個票: { rows, merged: ['A1:D1'] } }))
  expect(document.querySelector('.source-page h2')?.textContent).toBe('個票')
  expect([...document.querySelectorAll('#page-1 td')].map((cell) => [cell.getAttribute('title'), cell.getAttribute('colspan'), cell.textContent])).toEqual([
    ['個票!A1', '4', 'No.1 窓口の見直し'],
    ['個票!A2', null, '取組による効果'],
    ['個票!B2', null, '令和2年度'],
    ['個票!C2', null, '削減額'],
    ['個票!D2', null, '4,000円'],
  ])
})
