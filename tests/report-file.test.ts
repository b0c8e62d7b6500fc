import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestPlans } from '../loaders/ingest.ts'
import { runIngest, sha256, temporaryFolder } from './support/command.ts'
import { documentText } from './support/documents.ts'
import { digestPath } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (...names: string[]) => join(temporary.path, ...names)

/** The texts of an Excel file in the order in which they first stand in it. */
function textsOf(path: string): string[] {
  const shared = strFromU8(unzipSync(readFileSync(path))['xl/sharedStrings.xml'] as Uint8Array)
  return [...shared.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text)
}

describe('the proof-reading list', () => {
  it('of the built-in document: two numbers that differ, a missing page once, two repeats without counterpart', async () => {
    const { proofs } = await ingestPlans([digestPath], 2 ** 26)
    const list = proofs[0] ?? []
    expect(list.map(({ kind, itemNo, published, computed }) => [kind, itemNo, published, computed])).toEqual([
      ['differs', 21, 626_073_000, 520_904_000],
      ['differs', 10, 97, 97.6],
      ['missing', 17, null, null],
      ['missing', 2, null, null],
      ['missing', 3, null, null],
    ])
    expect(list[0]).toMatchObject({ place: '511行6桁', itemTitle: '病院事業の経営健全化' })
    expect(list[0]?.against).toContain('(508行')
    expect(list[2]?.message).toContain('令和2年度の実績、令和3年度の実績、令和4年度の実績')
  })

  it('names what could not be read with its words and its item', async () => {
    const path = at('draft.txt')
    writeFileSync(path, documentText({ effects: ['令和2年度\t削減額\t4,000円', '令和9x年\t何か\t12円', '総計\t5,000円'], rating: 'A' }))
    const { proofs } = await ingestPlans([path], 2 ** 26)
    const list = proofs[0] ?? []
    const unread = list.filter(({ kind }) => kind === 'unread')
    expect(unread.map(({ itemNo, place, words }) => [itemNo, place, words])).toContainEqual([1, '4行11桁', '12円'])
  })

  it('of what is no results document is what was said of it', async () => {
    const path = at('other.txt')
    writeFileSync(path, 'こんにちは\n')
    const { proofs } = await ingestPlans([path], 2 ** 26)
    expect(proofs).toHaveLength(1)
    expect(proofs[0]).toMatchObject([{ kind: 'unread', itemNo: null, published: null }])
  })
})

describe('--report', () => {
  it('writes an Excel file, without --out nothing else, the same bytes each time', async () => {
    const [first, second] = [at('一覧.xlsx'), at('again.xlsx')]
    const before = readdirSync(temporary.path).length
    expect((await runIngest(digestPath, '--report', first)).status).toBe(0)
    expect(readdirSync(temporary.path)).toHaveLength(before + 1)
    expect((await runIngest(digestPath, '--report', second)).status).toBe(0)
    expect(sha256(readFileSync(first))).toBe(sha256(readFileSync(second)))
    const texts = textsOf(first)
    expect(texts).toContain('効果額の総計と各年度の合計 (円)が合わない: 公表 626,073,000、計算 520,904,000')
    expect(texts).toContain('511行6桁')
    expect(texts.filter((text) => text.includes('ファイルの数字'))).toEqual([
      'ファイルの数字1447字 = 表に入った799字 + 理由のある648字 + 読めない0字 + 本文の外の0字',
    ])
  })

  it('says what is wrong with a document that cannot be read, and exits with 1', async () => {
    const path = at('bad.txt')
    writeFileSync(path, 'こんにちは\n')
    expect((await runIngest(path, '--report', at('bad.xlsx'), '--out', at('bad'))).status).toBe(1)
    expect(textsOf(at('bad.xlsx'))).toContain('できなかった')
    expect(existsSync(at('bad'))).toBe(false)
  })

  it.each([
    ['is the document itself', 'mine.xlsx'],
    ['is a folder', 'folder.xlsx'],
    ['is in a folder that is not there', 'nowhere/list.xlsx'],
  ])('is refused where it %s', async (_what, name) => {
    const own = at('mine.xlsx')
    copyFileSync(join(digestPath, 'document.txt'), own)
    if (name === 'folder.xlsx') await import('node:fs/promises').then(({ mkdir }) => mkdir(at(name), { recursive: true }))
    const run = await runIngest(own, '--report', at(name))
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('--report の')
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(join(digestPath, 'document.txt'), 'utf8'))
  })

  it('wants a name that ends in .xlsx', async () => {
    expect((await runIngest(digestPath, '--report', at('list.csv'))).status).toBe(2)
  })
})
