import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { temporaryFolder } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { paragraph, wordFile } from '../support/office-files.ts'
import { words, writePdf } from '../support/pdf-writer.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const text = documentText({
  years: { 令和2年度: '・説明会を3回開いた。', 令和3年度: '・説明会を4回開いた。' },
  achieved: '○市民の理解が進んだ。',
  effects: ['令和2年度\t削減額\t12千円', '令和3年度\t削減額\t13千円'],
  rating: 'B',
})

/** The pages of the site of a file. */
async function pagesOf(name: string, bytes: Uint8Array): Promise<DrawnPage[]> {
  const path = join(temporary.path, name)
  await writeFile(path, bytes)
  return (await drawPlan(path)).pages
}

/** All pages of the site of a file, with their heads and feet. */
async function siteOf(name: string, bytes: Uint8Array): Promise<string> {
  return (await pagesOf(name, bytes)).map((page) => [page.main, page.header, page.footer].join('\n')).join('\n')
}

const lines = text.split('\n').filter((line) => line !== '')
const pdf = writePdf([
  {
    content: lines
      .map((line, index) =>
        line
          .split('\t')
          .map((cell, column) => words(10 + 130 * column, 285 - 15 * index, cell))
          .join(''),
      )
      .join(''),
  },
])
const word = wordFile(lines.map((line) => paragraph(line.replaceAll('\t', ' '))).join(''))

describe('a place', () => {
  it('is a page where the document is a PDF', async () => {
    const site = await siteOf('plan.pdf', pdf)
    expect(site).toMatch(/title="PDF 1頁">PDF 1頁</)
    expect(site).toContain('頁は PDF の何枚目か')
    expect(site).not.toMatch(/原文\d+(?:–\d+)?行|>\d+行<|行番号は/)
  })

  it('is a paragraph or cell where it is a Word file', async () => {
    const site = await siteOf('plan.docx', word)
    expect(site).toMatch(/title="段落\d+">段落\d+</)
    expect(site).toContain('場所はファイルの中のセル、段落、表の行')
    expect(site).not.toMatch(/原文\d+(?:–\d+)?行|>\d+行<|行番号は/)
  })

  it('is a line where it is a text', async () => {
    const { pages } = await drawDocument(text)
    const site = pages.map(({ main, footer }) => main + footer).join('\n')
    expect(site).toMatch(/title="原文\d+行">\d+行</)
    expect(site).toContain('行番号は読み取った文書の行')
  })
})

describe('the digits of a file', () => {
  it('are accounted for on the page of checks', async () => {
    const checks = (await pagesOf('digits.pdf', pdf)).find(({ path }) => path === '/checks')
    const digits = text.match(/\d/g)?.length ?? 0
    expect(checks?.cards.find(({ id }) => id === 'digits')?.finding).toBe(`ファイルの数字${digits}字は、すべて行方が分かる`)
    const cells = [...(checks?.main.split('id="digits"')[1] ?? '').matchAll(/data-heading="字"[^>]*>(\d+)</g)].map(([, count]) => Number(count))
    expect(cells).toHaveLength(5)
    expect(cells.slice(0, 4).reduce((sum, count) => sum + count, 0)).toBe(digits)
    expect(cells[4]).toBe(digits)
  })

  it('are not where the document is a text', async () => {
    const { pages } = await drawDocument(text)
    expect(pages.find(({ path }) => path === '/checks')?.cards.map(({ id }) => id)).not.toContain('digits')
  })
})
