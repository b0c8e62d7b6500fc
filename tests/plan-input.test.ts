import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../loaders/disk-files.ts'
import { formatMessages } from '../loaders/document/messages.ts'
import { openPlan } from '../loaders/plan-input.ts'
import { query, runIngest, temporaryFolder, writeFiles } from './support/command.ts'
import { documentText } from './support/documents.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (...names: string[]) => join(temporary.path, ...names)

const document = documentText({ rating: 'A' })
let folders = 0

/** A folder of a plan whose plan.json is an object with a document, or a text. */
function planFolder(plan: object | string): string {
  const text = typeof plan === 'string' ? plan : JSON.stringify({ document: 'document.txt', ...plan })
  folders += 1
  return writeFiles(at(`${folders}`, 'plan'), { 'plan.json': text, 'document.txt': document })
}

/** What is said of a folder, without its path; empty where it is read. */
async function said(folder: string): Promise<string> {
  const { report, input } = await openPlan(folder, diskFiles, 2 ** 20)
  expect(input === undefined).toBe(report.hasErrors)
  return formatMessages(report).replaceAll(`${folder}/`, '')
}

const invalid = (reason: string) => `plan.json:1:1: エラー: ${reason} [invalid-plan]\n`

describe('a value of plan.json', () => {
  it.each([
    [{ plan_no: 99_999_999_999 }, '"plan_no" は1から999までの整数で書く'],
    [{ same_as: ['17'] }, '"same_as" は {"16": "osaki-plan5/17"} のように、この文書の項目番号に、同じ項目の「プランIDかシリーズ/項目番号」を書く'],
    [{ same_as: { 16: 17 } }, '"same_as" は {"16": "osaki-plan5/17"} のように、この文書の項目番号に、同じ項目の「プランIDかシリーズ/項目番号」を書く'],
    [{ same_as: { 16: '17' } }, '"same_as" は {"16": "osaki-plan5/17"} のように、この文書の項目番号に、同じ項目の「プランIDかシリーズ/項目番号」を書く'],
    [{ series: 5 }, '"series" は文字列で書く'],
    [{ plan_no: 0 }, '"plan_no" は1から999までの整数で書く'],
    [{ plan_no: 1.5 }, '"plan_no" は1から999までの整数で書く'],
    [{ plan_no: '5' }, '"plan_no" は1から999までの整数で書く'],
    [{ title: '計'.repeat(301) }, '"title" は300字までで書く (301字ある)'],
    [{ municipality: ['見本市'] }, '"municipality" は文字列で書く'],
    [{ municipality_code: '42153' }, '"municipality_code" は6桁の数字を引用符で囲んで書く'],
    [{ municipality_code: 42_153 }, '"municipality_code" は文字列で書く'],
    [{ edition: 'draft' }, '"edition" は published、digest、sample のどれか'],
    [{ source_name: 'a\0b' }, '"source_name" に文字でないものがある'],
    [{ title: '\ud800' }, '"title" に文字でないものがある'],
    [{ document: 5 }, '"document" は文字列で書く'],
    [{ licence: 'CC BY 4.0' }, '"licence" はSPDXの名前 (CC-BY-4.0 など) か、http:// か https:// で始まるアドレスで書く'],
    [{ licence: 'ftp://example.jp/licence' }, '"licence" はSPDXの名前 (CC-BY-4.0 など) か、http:// か https:// で始まるアドレスで書く'],
    [{ publisher: { name: '見本市' } }, '"publisher" は文字列で書く'],
    [{ contact: '財政課 <0220-00-0000>' }, '"contact" は「名前 <メールかWebのアドレス>」か、そのどちらかで書く'],
    [{ contact: '財政課 <zaisei@example.jp> 係' }, '"contact" は「名前 <メールかWebのアドレス>」か、そのどちらかで書く'],
    [{ published_on: '2023-02-29' }, '"published_on" は1900年からの実在する日を 2023-03-31 のように書く'],
    [{ published_on: '令和5年3月31日' }, '"published_on" は1900年からの実在する日を 2023-03-31 のように書く'],
    [{ issued: '1899-12-31' }, '"issued" は1900年からの実在する日を 2023-03-31 のように書く'],
    [{ issued: '2024-04-01', modified: '2024-03-31' }, '"modified" は "issued" より前の日にできない'],
    [{ source_url: 'javascript:alert(1)' }, '"source_url" は http:// か https:// で始まるアドレスで書く'],
    [{ source_url: 'www.example.jp' }, '"source_url" は http:// か https:// で始まるアドレスで書く'],
    [{ source_url: 'https://user:word@example.jp/' }, '"source_url" は http:// か https:// で始まるアドレスで書く'],
    [{ theme: '計'.repeat(301) }, '"theme" は300字までで書く (301字ある)'],
    [{ update_cycle: '毎年' }, '"update_cycle" は monthly、quarterly、semiannual、annual、biennial、triennial、irregular、never のどれか'],
    [{ document: ' ' }, '"document" に文書のファイル名がない'],
    ['[]', 'JSONのオブジェクトとして読めない'],
    ['['.repeat(1_000_000), 'JSONのオブジェクトとして読めない'],
  ])('%.60j is refused by its name', async (plan, reason) => {
    expect(await said(planFolder(plan))).toBe(invalid(reason))
  })

  it('is said with all others that are wrong', async () => {
    const [planNo, title, end] = (await said(planFolder({ plan_no: -1, title: 5 }))).split('\n')
    expect([planNo, title, end]).toEqual([expect.stringContaining('"plan_no"'), expect.stringContaining('"title"'), ''])
  })

  it.each([
    { plan_no: 999, title: '計'.repeat(300), municipality_code: '042153' },
    { plan_no: null, title: null },
    { licence: 'CC0-1.0', contact: '財政課 <zaisei@example.jp>', published_on: '2024-02-29', update_cycle: 'annual' },
    { licence: 'https://example.jp/terms', contact: 'https://example.jp/form', issued: '2024-04-01', modified: '2024-04-01' },
    { licence: null, publisher: ' ', contact: '財政課', source_url: null, theme: '行政改革', update_cycle: '' },
  ])('may be %.60j', async (plan) => {
    expect(await said(planFolder(plan))).toBe('')
  })
})

describe('plan.json', () => {
  it.each([
    ['a title of 9 MB', { title: '計'.repeat(3_000_000) }],
    ['much beside what is read', { note: 'x'.repeat(2 ** 20) }],
  ])('with %s is refused unread', async (_, plan) => {
    expect(await said(planFolder(plan))).toMatch(/^plan\.json:1:1: エラー: \d+バイトある。上限は1048576バイト \[file-too-large\]\n$/)
  })

  it.skipIf(process.platform === 'win32').each([
    ['a pipe', (path: string) => spawnSync('mkfifo', [path])],
    ['a device without end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('that is %s is refused, and so is such a document', async (_, make) => {
    const [plan, other] = [writeFiles(at('kinds', `${++folders}`), { 'document.txt': document }), at('kinds', `${++folders}`)]
    make(join(plan, 'plan.json'))
    expect(await said(plan)).toBe('plan.json:1:1: エラー: ふつうのファイルではない [unreadable-file]\n')
    writeFiles(other, { 'plan.json': '{"document": "document"}' })
    make(join(other, 'document'))
    expect(await said(other)).toMatch(/ふつうのファイルではない|"document" はこのフォルダの中/)
  })

  it.skipIf(!existsSync('/dev/zero'))('is not needed to refuse a document that is a device', async () => {
    const { status, stderr } = await runIngest('/dev/zero', '--out', at('out'))
    expect([status, stderr]).toEqual([1, '/dev/zero:1:1: エラー: ふつうのファイルではない [unreadable-file]\n'])
  })
})

describe('the document that plan.json names', () => {
  const outside = invalid('"document" はこのフォルダの中のファイル名で書く。外の文書は、そのファイルをコマンドに直接書く')

  it.each(['../other.txt', 'below/../../other.txt', '..', '/etc/hostname', '../plan/../other.txt'])('is not looked for at %s', async (name) => {
    const folder = planFolder({ document: name })
    writeFiles(join(folder, '..'), { 'other.txt': document })
    expect(await said(folder)).toBe(outside)
  })

  it('is not followed out of the folder by a link', async () => {
    const folder = planFolder({ document: 'linked/other.txt' })
    writeFiles(join(folder, '../elsewhere'), { 'other.txt': document })
    symlinkSync('../elsewhere', join(folder, 'linked'))
    expect(await said(folder)).toBe(outside)
  })

  it.each(['below/../document.txt', './document.txt', '..document.txt', 'below/document.txt'])('may be %s', async (name) => {
    const folder = planFolder({ document: name })
    writeFiles(folder, { 'below/document.txt': document, '..document.txt': document })
    expect(await said(folder)).toBe('')
  })

  it('may be linked within a folder that is itself a link', async () => {
    const folder = planFolder({ document: 'linked.txt' })
    symlinkSync('document.txt', join(folder, 'linked.txt'))
    symlinkSync('plan', join(folder, '../plan-link'))
    expect(await said(join(folder, '../plan-link'))).toBe('')
  })
})

describe('a number of a document that is larger than any count', () => {
  const runOn = (text: string) => runIngest(join(writeFiles(at('large'), { 'large.txt': text }), 'large.txt'), '--out', at('large-out'))

  it('is no number of a plan', async () => {
    expect(await runOn(document.replace('第5次', '第99999999999次'))).toMatchObject({ status: 0, stderr: '' })
    expect(await query('SELECT plan_no FROM plans', at('large-out/reform.duckdb'))).toEqual([{ plan_no: null }])
  })

  it.each([
    ['people asked', { years: { 令和2年度: '・職員99999999999人を対象に尋ね、946人から回答。' } }, '4:14: エラー: 「対象者」'],
    ['participants', { years: { 令和2年度: '(1) 職員研修（庁内研修） 新人研修（99999999999人）' } }, '4:28: エラー: 「受講者」'],
  ])('is refused where it counts %s', async (_, item, said) => {
    const { status, stderr } = await runOn(documentText(item))
    expect(status).toBe(1)
    expect(stderr).toContain(`large.txt:${said}にしては数字が大きすぎる [number-too-long]`)
  })
})
