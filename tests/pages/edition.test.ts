import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText } from '../support/documents.ts'
import { drawPlan } from '../support/drawn.ts'

/** The source view of a plan with what its `plan.json` says besides the document. */
async function sourceView(said: Readonly<Record<string, string>>): Promise<DrawnPage> {
  const folder = await mkdtemp(join(tmpdir(), 'edition-'))
  try {
    await writeFile(join(folder, 'document.txt'), documentText({ no: 1, title: '見本の項目', years: { 令和2年度: '・紙を減らした。' }, rating: 'A' }))
    await writeFile(join(folder, 'plan.json'), JSON.stringify({ document: 'document.txt', ...said }))
    const { pages } = await drawPlan(folder)
    return pages.find(({ path }) => path === '/source') as DrawnPage
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

it('the view of a digest says so in the menu, on top and on paper, and leads to the published document', async () => {
  const { header, main, footer, title } = await sourceView({ edition: 'digest', municipality: '見本市', source_url: 'https://city.example/plan' })
  expect(header).toContain('>原文の要約</a>')
  expect(title).toBe('原文の要約')
  expect(main).toContain('<h1>原文の要約: 文書には何と書いてあるか</h1>')
  expect(main).toContain('見本市が公表した文書そのものではなく、その要約')
  expect(main).toContain('公表文書: <a href="https://city.example/plan"')
  expect(footer).toContain('href="https://city.example/plan"')
  expect(footer).toContain('要約版 (文章は書き直したもの)')
})

it('the view of a published document is 原文, and says where no address is known', async () => {
  const { header, main, footer } = await sourceView({ edition: 'published' })
  expect(header).toContain('>原文</a>')
  expect(main).not.toContain('その要約')
  expect(main).toContain('公表文書のアドレスは記載なし。')
  expect(footer).not.toContain('書き直した')
})
