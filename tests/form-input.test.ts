import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { problemsOf } from '../loaders/form-shape.ts'
import type { Form, PartForm } from '../loaders/forms/form.ts'
import { reformResults } from '../loaders/forms/reform-results.ts'
import { query, runIngest, temporaryFolder, writeFiles } from './support/command.ts'
import { otherForm } from './support/other-form.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const ownLabels: readonly PartForm[] = [
  { kind: 'departments', title: '所管課', role: 'plan', holds: 'names', labels: [{ words: '所管課 {namesInCell}' }] },
  { kind: 'year', title: '実績', role: 'year', holds: 'text', labels: [{ words: '【 {year} {said}】' }] },
  { kind: 'effects', title: '効果額', role: 'money', holds: 'table', labels: [{ words: '【 効果額 】' }] },
  { kind: 'rating', title: '評価', role: 'rating', holds: 'mark', labels: [{ words: '【 評価 】' }] },
]
const ownForm: Form = {
  ...reformResults,
  id: 'own',
  title: '個票',
  item: { example: '項目 1 名前', heads: ['項目'], references: [] },
  parts: ownLabels,
  due: [{ kind: 'rating', needs: 'rating' }],
}
function ingest(name: string, form: unknown) {
  const folder = writeFiles(join(temporary.path, name), { 'document.txt': otherForm, 'form.json': typeof form === 'string' ? form : JSON.stringify(form) })
  const out = join(folder, 'out')
  const run = runIngest(join(folder, 'document.txt'), '--form', join(folder, 'form.json'), '--out', out)
  return { folder, run, rows: (sql: string) => query(sql, join(out, 'reform.duckdb')) }
}

describe('a document with a form of its own', () => {
  it('is read by the words of that form', async () => {
    const { run, rows } = ingest('own', ownForm)
    expect(await run).toMatchObject({ status: 0, stdout: expect.stringContaining('文の100.0%') })
    expect(await rows('SELECT item_no, title, lead_department, rating FROM items')).toEqual([
      { item_no: 1, title: '窓口の集約', lead_department: '市民課', rating: 'A' },
      { item_no: 2, title: '書類の電子化', lead_department: '総務課', rating: null },
    ])
    expect(await rows('SELECT item_no, fiscal_year, label, amount_yen FROM effects')).toEqual([
      { item_no: 1, fiscal_year: 2021, label: '人件費', amount_yen: '1000000' },
      { item_no: 2, fiscal_year: 2021, label: '紙代', amount_yen: '300000' },
    ])
    expect(await rows('SELECT item_no, fiscal_year, text FROM results')).toEqual([
      { item_no: 1, fiscal_year: 2021, text: '窓口を2つにまとめた。' },
      { item_no: 2, fiscal_year: 2021, text: '書類4,000枚を読み取った。' },
    ])
  })

  it('has the ratings of that form', async () => {
    const { run, rows } = ingest('scale', { ...ownForm, ratingScale: ['S', 'B'] })
    expect((await run).status).toBe(0)
    expect(await rows("SELECT item_no, outcome, message FROM checks WHERE rule = 'rating-scale'")).toEqual([
      { item_no: 1, outcome: 'differs', message: '評価Aは評価の段階 (S・B) にない' },
    ])
  })

  it('lacks what is due by that form', async () => {
    const { run, rows } = ingest('due', ownForm)
    expect((await run).stderr).toContain('No.2の「評価」がない')
    expect(await rows("SELECT item_no, message FROM checks WHERE rule = 'part-present' AND outcome = 'missing'")).toEqual([
      { item_no: 2, message: 'No.2の「評価」がない' },
    ])
  })

  it('is refused by the form that is built in, with what to do', async () => {
    const folder = writeFiles(join(temporary.path, 'built-in'), { 'document.txt': otherForm })
    const { status, stderr } = await runIngest(join(folder, 'document.txt'), '--out', join(folder, 'out'))
    expect([status, stderr.split('\n')]).toMatchObject([1, [expect.stringContaining('[not-results-document]'), '']])
    expect(stderr).toContain('見出しらしい行: 3行「項目 1 窓口の集約」、11行「項目 2 書類の電子化」')
    expect(stderr).toContain('最も近い様式「取組実績一覧」の11の部分のうち1つ (実績) の見出しがある')
    expect(stderr).toContain('--form FILE.json')
  })

  it.each([
    ['is no JSON', '{"id":', 'JSONとして読めない'],
    ['is no object', [], '"" は { } で書く'],
    ['lacks an entry', { ...ownForm, years: undefined }, '"years" がない'],
  ])('is refused where the form %s', async (name, form, reason) => {
    const { folder, run } = ingest(name, form)
    expect(await run).toEqual({ status: 1, stdout: '', stderr: `${join(folder, 'form.json')}:1:1: エラー: ${reason} [invalid-form]\n` })
  })

  it('is refused where there is no form', async () => {
    const { status, stderr } = await runIngest('document.txt', '--form', join(temporary.path, 'none.json'), '--out', join(temporary.path, 'none'))
    expect([status, stderr]).toEqual([1, `${join(temporary.path, 'none.json')}:1:1: エラー: 様式のファイルを読めない [unreadable-file]\n`])
  })
})

describe('a form that is no file of a form’s size', () => {
  const formOf = async (make: (path: string) => unknown) => {
    const form = join(writeFiles(join(temporary.path, 'sized'), { 'document.txt': otherForm }), 'form.json')
    rmSync(form, { force: true })
    make(form)
    const { status, stderr } = await runIngest(join(temporary.path, 'sized/document.txt'), '--form', form, '--out', join(temporary.path, 'sized/out'))
    return [status, stderr.replace(form, 'form.json')]
  }

  it.each([
    ['a pipe', (path: string) => spawnSync('mkfifo', [path])],
    ['a device without end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('is refused: %s', async (_, make) => {
    expect(await formOf(make)).toEqual([1, 'form.json:1:1: エラー: 様式のファイルを読めない [unreadable-file]\n'])
    rmSync(join(temporary.path, 'sized/form.json'), { recursive: true })
  })

  it('is refused: one of more than a mebibyte', async () => {
    const said = `form.json:1:1: エラー: ${2 ** 20 + 1}バイトある。上限は${2 ** 20}バイト [file-too-large]\n`
    expect(await formOf((path) => writeFileSync(path, ' '.repeat(2 ** 20 + 1)))).toEqual([1, said])
  })
})

describe('what is wrong with a form', () => {
  const labelled = (words: string): Form => ({ ...ownForm, parts: [{ ...(ownLabels[0] as PartForm), labels: [{ words: '所管' }, { words }] }] })

  it('is nothing in the form that is built in', () => {
    expect(problemsOf(reformResults)).toEqual([])
  })

  it.each<[unknown, string, string]>([
    [{ ...ownForm, colour: 'red' }, 'colour', 'という項目は様式にない'],
    [{ ...ownForm, title: '' }, 'title', 'は空でない文字列で書く'],
    [{ ...ownForm, titles: 'プラン' }, 'titles', 'は一覧 [ ] で書く'],
    [{ ...ownForm, titles: [1] }, 'titles[0]', 'は空でない文字列で書く'],
    [{ ...ownForm, words: [] }, 'words', 'は { } で書く'],
    [{ ...ownForm, words: { works: '取組' } }, 'words.works', 'は一覧 [ ] で書く'],
    [{ ...ownForm, parts: [] }, 'parts', 'は1つ以上の一覧 [ ] で書く'],
    [{ ...ownForm, item: { ...ownForm.item, heads: [] } }, 'item.heads', 'は1つ以上の一覧 [ ] で書く'],
    [{ ...ownForm, parts: [...ownLabels, ownLabels[0]] }, 'parts[4].kind', 'の departments が2度ある'],
    [{ ...ownForm, parts: [{ ...ownLabels[0], role: 'cost' }] }, 'parts[0].role', 'は plan、year、review、money、rating、closing のどれか'],
    [{ ...ownForm, notAfter: { cost: [] } }, 'notAfter.cost', 'という項目は様式にない'],
    [{ ...ownForm, due: [{ kind: 'rating', needs: 'rating', ifMoney: false }] }, 'due[0].ifMoney', 'は true と書く'],
    [labelled('所管[課'), 'parts[0].labels[1].words', 'の語「所管[課」を読めない: [ に対する ] がない'],
    [labelled('{year}と{year}'), 'parts[0].labels[1].words', 'の語「{year}と{year}」を読めない: {year} が2度ある'],
    [{ ...ownForm, item: { ...ownForm.item, heads: ['{番号}'] } }, 'item.heads[0]', 'の語「{番号}」を読めない: {番号} という語の一覧がない'],
  ])('is said with its key (%#)', (form, key, reason) => {
    expect(problemsOf(form)).toEqual([{ key, reason }])
  })
})
