import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
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

/** All pages of the site of a file, with their heads and feet. */
async function siteOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(temporary.path, name)
  await writeFile(path, bytes)
  const { pages } = await drawPlan(path)
  return pages.map((page) => [page.main, page.header, page.footer].join('\n')).join('\n')
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
