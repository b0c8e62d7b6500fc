import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestPlans } from '../loaders/ingest.ts'
import { runIngest, temporaryFolder } from './support/command.ts'
import { documentText } from './support/documents.ts'
import { excelFile, paragraph, sheetRow, wordFile } from './support/office-files.ts'
import { digestPath } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (...names: string[]) => join(temporary.path, ...names)

const word = wordFile(
  ['第5次見本プラン取組実績一覧', 'No.1 窓口', '【担当課：総務課】', '【令和2年度（実績）】 ・20件を処理した。', '取組による効果', '令和2年度　削減額　5,000円']
    .map((text) => paragraph(text))
    .join(''),
)
const list = excelFile({
  一覧: {
    rows:
      sheetRow(1, { A: 'No.', B: '項目', C: '担当課', D: '年度', E: '実績', F: '効果額（円）' }) +
      sheetRow(2, { A: '1', B: '窓口', C: '総務課', D: '令和2年度', E: '・20件を処理した。', F: '5,000' }),
  },
})

/** What is read, without the places and the name of the file. */
async function valuesOf(path: string) {
  const { rows } = await ingestPlans([path], 2 ** 20)
  const { items, results, effects, figures } = rows
  const withoutPlaces = (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => !/^(?:plan_id|lineage)$|source_/.test(name)))
  return { items: items.map(withoutPlaces), results: results.map(withoutPlaces), effects: effects.map(withoutPlaces), figures: figures.map(withoutPlaces) }
}

describe('--text', () => {
  it.each([
    ['a Word file', 'plan.docx', word],
    ['a list', 'list.xlsx', list],
  ])('of %s is a text with the same rows', async (_what, name, bytes) => {
    const [path, text] = [at(name), at(`${name}.txt`)]
    writeFileSync(path, bytes)
    expect(await runIngest(path, '--text', text)).toMatchObject({ status: 0 })
    const values = await valuesOf(text)
    expect(values).toEqual(await valuesOf(path))
    expect(values.effects).toMatchObject([{ item_no: 1, fiscal_year: 2020, amount_yen: 5000 }])
    expect(values.results).toMatchObject([{ text: '20件を処理した。' }])
  })

  it('of a text file is the file, in UTF-8, beside the tables', async () => {
    expect((await runIngest(digestPath, '--text', at('digest.txt'), '--out', at('out'))).status).toBe(0)
    expect(readFileSync(at('digest.txt'), 'utf8')).toBe(readFileSync(join(digestPath, 'document.txt'), 'utf8'))
    expect(existsSync(at('out', 'manifest.json'))).toBe(true)
  })

  it('is written of what is no results document, which is refused', async () => {
    writeFileSync(at('other.docx'), wordFile(paragraph('こんにちは')))
    expect((await runIngest(at('other.docx'), '--text', at('other.txt'), '--out', at('other'))).status).toBe(1)
    expect(readFileSync(at('other.txt'), 'utf8').trim()).toBe('こんにちは')
    expect(existsSync(at('other'))).toBe(false)
  })

  it('is not written of a file that cannot be opened', async () => {
    writeFileSync(at('cut.docx'), word.subarray(0, 300))
    expect((await runIngest(at('cut.docx'), '--text', at('cut.txt'))).status).toBe(1)
    expect(existsSync(at('cut.txt'))).toBe(false)
  })

  it('is never written over the document, a folder, or where there is none', async () => {
    const own = documentText({ rating: 'A' })
    writeFileSync(at('own.txt'), own)
    mkdirSync(at('folder'))
    for (const path of [at('own.txt'), at('folder'), at('nowhere', 'text.txt')]) {
      const run = await runIngest(at('own.txt'), '--text', path)
      expect([run.status, run.stderr], path).toEqual([1, expect.stringContaining('--text の')])
    }
    const folder = at('plan')
    mkdirSync(folder)
    writeFileSync(join(folder, 'plan.json'), JSON.stringify({ ...JSON.parse(readFileSync(join(digestPath, 'plan.json'), 'utf8')), document: 'own.txt' }))
    writeFileSync(join(folder, 'own.txt'), own)
    expect((await runIngest(folder, '--text', join(folder, 'own.txt'))).stderr).toContain('文書そのもの')
    expect([readFileSync(at('own.txt'), 'utf8'), readFileSync(join(folder, 'own.txt'), 'utf8')]).toEqual([own, own])
  })

  it('wants one plan, a name, and one that is not the report’s', async () => {
    expect((await runIngest(digestPath, digestPath, '--text', at('two.txt'))).status).toBe(2)
    expect((await runIngest(digestPath, '--text', '')).status).toBe(2)
    expect((await runIngest(digestPath, '--text', at('same.xlsx'), '--report', at('same.xlsx'))).status).toBe(2)
  })
})
