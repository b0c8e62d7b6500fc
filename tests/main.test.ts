import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../loaders/records/table.ts'
import { tables } from '../loaders/tables.ts'
import { published } from '../loaders/warehouse/published.ts'
import {
  bytesOf,
  type Ended,
  filesBelow,
  ingestCommand,
  query,
  runIngest,
  runIngestFrom,
  sha256,
  spawnIngest,
  stateOf,
  temporaryFolder,
  writeFiles,
} from './support/command.ts'
import { documentText } from './support/documents.ts'
import { digestPath, root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (...names: string[]) => join(temporary.path, ...names)

const names = Object.values<Table>(published).map(({ name }) => name)
const document = documentText({ effects: ['令和2年度\t削減額\t4,000円', '総計\t4,000円'], rating: 'A' })
const plan = (more: object = {}) => JSON.stringify({ document: 'document.txt', ...more })

/** A folder with a plan of its own. */
const planFolder = (name: string, files: Record<string, string | Uint8Array> = {}) =>
  writeFiles(at(name), { 'plan.json': plan(), 'document.txt': document, ...files })

/** A folder with the output of a small plan in `out`, a link to its version: a copy of one that was written once. */
const smallOutput = (name: string) => {
  cpSync(at('small-output'), at(name), { recursive: true, verbatimSymlinks: true })
  return at(name, 'out')
}
beforeAll(async () => {
  expect((await runIngest(planFolder('for-output'), '--out', at('small-output/out'))).status).toBe(0)
})

interface Manifest {
  files: { path: string; bytes: number; sha256: string; rows: number | null }[]
}
const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest

describe('a good run', () => {
  const out = at('good')
  let run: Ended
  beforeAll(() => {
    run = spawnIngest([digestPath, '--out', out])
  })

  it('exits 0', () => {
    expect(run.status).toBe(0)
  })

  it('says on standard output how much of the document was read', () => {
    const text = readFileSync(join(digestPath, 'document.txt'), 'utf8').replace(/<[^>]*>/g, '')
    const letters = text.match(/[\p{L}\p{Nd}]/gu)?.length
    const shares = `文の100.0% (${letters}字中${letters}字)、数字の100.0% (762個中762個) を読み取った`
    const amounts = '金額の数字78個のうち、表に入ったもの73個、文の中のもの5個。読めていないものはない'
    const balance = 'ファイルの数字1447字 = 表に入った799字 + 理由のある648字 + 読めない0字 + 本文の外の0字'
    expect(run.stdout).toBe(`osaki-plan5: ${shares}。${amounts}\n${balance}\n`)
  })

  it('says on standard error what differs and what is missing, with its place', () => {
    const lines = run.stderr.trimEnd().split('\n')
    expect(lines.every((line) => /^\S*document\.txt:\d+:\d+: 注意: .+ \[check-(?:differs|missing)\]$/.test(line))).toBe(true)
    expect(lines.filter((line) => line.endsWith('[check-differs]'))).toHaveLength(2)
  })

  it('writes the database, Parquet, CSV, what describes them and the manifest, and nothing else', () => {
    const descriptions = ['datapackage.json', 'csvw.json', 'dcat.jsonld', 'manifest.json']
    const expected = ['reform.duckdb', ...descriptions, ...names.flatMap((name) => [`parquet/${name}.parquet`, `csv/${name}.csv`]), 'csv/facts-ja.csv']
    expect(filesBelow(out)).toEqual(expected.sort())
  })

  it('names every file in the manifest with its size, sha256 and rows', async () => {
    const { files } = manifestOf(out)
    expect(files.map(({ path }) => path).sort()).toEqual(filesBelow(out).filter((path) => path !== 'manifest.json'))
    for (const { path, bytes, sha256: hash } of files) {
      const content = readFileSync(join(out, path))
      expect([path, bytes, hash]).toEqual([path, content.length, sha256(content)])
    }
    const counts = await query(
      names.map((name) => `SELECT '${name}' AS name, count(*)::INTEGER AS rows FROM ${name}`).join(' UNION ALL '),
      join(out, 'reform.duckdb'),
    )
    const rowsOf = (path: string) => files.find((file) => file.path === path)?.rows
    for (const { name, rows } of counts) expect([name, rowsOf(`parquet/${name}.parquet`), rowsOf(`csv/${name}.csv`)]).toEqual([name, rows, rows])
    expect(rowsOf('datapackage.json')).toBeNull()
  })

  it('writes the same rows to Parquet as to the database', async () => {
    const differing = names.map((name) => {
      const parquet = `read_parquet('${join(out, 'parquet', `${name}.parquet`)}')`
      const sides = [`(FROM ${name} EXCEPT ALL FROM ${parquet})`, `(FROM ${parquet} EXCEPT ALL FROM ${name})`]
      return `SELECT '${name}' AS name, (SELECT count(*) FROM ${sides[0]})::INTEGER AS missing, (SELECT count(*) FROM ${sides[1]})::INTEGER AS added`
    })
    const found = await query(differing.join(' UNION ALL '), join(out, 'reform.duckdb'))
    expect(found).toHaveLength(names.length)
    expect(found.filter(({ missing, added }) => missing !== 0 || added !== 0)).toEqual([])
  })

  it('writes CSV with a byte order mark, a head and one record a row', async () => {
    for (const { path, rows } of manifestOf(out).files.filter(({ path }) => path.endsWith('.csv'))) {
      expect(readFileSync(join(out, path)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
      const records = await query(`SELECT count(*)::INTEGER AS rows FROM read_csv('${join(out, path)}', header = true, all_varchar = true)`)
      expect([path, records]).toEqual([path, [{ rows }]])
    }
  })

  it('writes the heads of the dictionary, values and NULLs to CSV', () => {
    const [head, first] = readFileSync(join(out, 'csv/items.csv'), 'utf8').slice(1).split('\n')
    expect(head).toBe(tables.items.columns.map(({ name }) => name).join(','))
    expect(first).toMatch(/^osaki-plan5,1,多様な話し合いの場と環境づくり,まちづくり推進課,まちづくり推進課;地域振興課;関係各課,/)
    const effects = readFileSync(join(out, 'csv/effects.csv'), 'utf8').split('\n')
    expect(effects[1]).toMatch(/^osaki-plan5,17,2020,1,削減額（増収額）,68307000,,,,357,/)
  })

  it('comments every table, view and column', async () => {
    const comments = await query(
      "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'",
      join(out, 'reform.duckdb'),
    )
    const expected = Object.values<Table>(published).flatMap(({ name, columns }) => columns.map((column) => [name, column.name, column.title] as const))
    for (const [table, column, title] of expected)
      expect(String(comments.find(({ table_name, column_name }) => table_name === table && column_name === column)?.comment)).toMatch(
        new RegExp(`^${title}[: (]`),
      )
    const onTables = await query(
      "SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT internal UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'",
      join(out, 'reform.duckdb'),
    )
    expect(onTables.map(({ name }) => name).sort()).toEqual([...names, 'item_departments', 'sentences'].sort())
    expect(onTables.filter(({ comment }) => !comment)).toEqual([])
  })

  it('writes the same bytes a second time', async () => {
    expect((await runIngest(digestPath, '--out', at('again'))).status).toBe(0)
    expect(bytesOf(at('again'))).toEqual(bytesOf(out))
  })

  it('writes the same bytes in another time zone, locale and working folder', () => {
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }
    expect(spawnIngest([resolve(digestPath), '--out', at('elsewhere')], { cwd: temporary.path, env }).status).toBe(0)
    expect(bytesOf(at('elsewhere'))).toEqual(bytesOf(out))
  })

  it('replaces what an earlier run wrote, and leaves no version of it behind', async () => {
    smallOutput('twice')
    expect((await runIngest(digestPath, '--out', at('twice/out'))).status).toBe(0)
    expect(manifestOf(at('twice/out'))).toEqual(manifestOf(out))
    expect(readdirSync(at('twice'))).toHaveLength(2)
  })
})

describe('what is read', () => {
  const effects = (out: string) => query('SELECT plan_id, amount_yen FROM effects', join(out, 'reform.duckdb'))
  const plans = (out: string) => query('SELECT plan_id, title, plan_no, municipality, edition, source_name FROM plans', join(out, 'reform.duckdb'))

  it('may be several plans', async () => {
    expect((await runIngest(planFolder('first'), planFolder('second'), '--out', at('both'))).status).toBe(0)
    expect(await effects(at('both'))).toEqual([
      { plan_id: 'first', amount_yen: '4000' },
      { plan_id: 'second', amount_yen: '4000' },
    ])
  })

  it('may be a document on its own', async () => {
    const { status, stderr } = await runIngest(join(writeFiles(at('alone'), { '見本.v2.txt': document }), '見本.v2.txt'), '--out', at('alone-out'))
    expect([status, stderr]).toEqual([0, ''])
    expect(await plans(at('alone-out'))).toEqual([
      { plan_id: '見本.v2', title: '第5次見本プラン', plan_no: 5, municipality: null, edition: null, source_name: '見本.v2.txt' },
    ])
  })

  it('may be written in CP932', async () => {
    const document = Uint8Array.from([
      ...Buffer.from('No.1 A\n\t'),
      ...[0x8e, 0xe6, 0x91, 0x67, 0x82, 0xc9, 0x82, 0xe6, 0x82, 0xe9, 0x8c, 0xf8, 0x89, 0xca], // 取組による効果
      ...Buffer.from('\tR2'),
      ...[0x94, 0x4e, 0x93, 0x78], // 年度
      ...[0x09, 0xfb, 0xfc, 0x87, 0x40, 0x09], // 髙①
      ...[0x82, 0x54, 0x89, 0x7e, 0x0a], // ５円
    ])
    expect((await runIngest(planFolder('cp932', { 'document.txt': document }), '--out', at('cp932-out'))).status).toBe(0)
    expect(await query('SELECT label, amount_yen FROM effects', at('cp932-out/reform.duckdb'))).toEqual([{ label: '髙①', amount_yen: '5' }])
  })

  it('is described by plan.json', async () => {
    const said = plan({ title: '見本市プラン', plan_no: 7, municipality: '見本市', edition: 'sample', source_name: '見本' })
    expect((await runIngest(planFolder('said', { 'plan.json': said }), '--out', at('said-out'))).status).toBe(0)
    expect(await plans(at('said-out'))).toEqual([
      { plan_id: 'said', title: '見本市プラン', plan_no: 7, municipality: '見本市', edition: 'sample', source_name: '見本' },
    ])
  })

  it('has no empty text where plan.json has an empty or a blank one', async () => {
    const folders = ['', ' ', '　'].map((empty, index) => {
      const said = plan({ title: empty, municipality: empty, municipality_code: empty, edition: empty, source_name: empty })
      return planFolder(`empty-${index}`, { 'plan.json': said })
    })
    expect((await runIngest(...folders, '--out', at('empty-title-out'))).status).toBe(0)
    const read = { title: '第5次見本プラン', plan_no: 5, municipality: null, edition: null, source_name: 'document.txt' }
    expect(await plans(at('empty-title-out'))).toEqual([0, 1, 2].map((index) => ({ plan_id: `empty-${index}`, ...read })))
  })

  it.each([
    ['dotted/.', root],
    ['dotted//', root],
    ['dotted/../dotted', root],
    ['.', at('dotted')],
    ['..', at('dotted/below')],
  ])('has the name of the folder where its path is written %s', async (path, from) => {
    writeFiles(planFolder('dotted'), { 'below/a': '' })
    const given = from === root ? `${temporary.path}/${path}` : path
    const { status } = await runIngestFrom(from, given, '--out', at('dotted-out'))
    expect([status, await plans(at('dotted-out'))]).toMatchObject([0, [{ plan_id: 'dotted' }]])
  })

  it('may come with a plan.json that has a byte order mark, or is in UTF-16', async () => {
    const marked = `\ufeff${plan({ municipality: '見本市' })}`
    const folders = (['utf8', 'utf16le'] as const).map((encoding) => planFolder(encoding, { 'plan.json': Buffer.from(marked, encoding) }))
    expect((await runIngest(...folders, '--out', at('marked-out'))).status).toBe(0)
    expect(await plans(at('marked-out'))).toMatchObject([
      { plan_id: 'utf8', municipality: '見本市' },
      { plan_id: 'utf16le', municipality: '見本市' },
    ])
  })
})

describe('amounts that landed nowhere', () => {
  const ingested = (title: string) =>
    runIngest(planFolder('open', { 'document.txt': documentText({ title, effects: ['令和2年度\t増収\t90円'] }) }), '--out', at('open-out'))

  it('take the shares below 100 %, and are listed with their places', async () => {
    const { status, stdout, stderr } = await ingested('統合 1,297千円')
    const [said, balance, ...listed] = stdout.trimEnd().split('\n')
    expect(status).toBe(0)
    expect(said).toBe(
      'open: 文の85.7% (42字中36字)、数字の80.0% (5個中4個) を読み取った。金額の数字2個のうち、表に入ったもの1個、文の中のもの0個、読めていないもの1個',
    )
    expect(balance).toBe('ファイルの数字9字 = 表に入った2字 + 理由のある3字 + 読めない4字 + 本文の外の0字')
    expect(listed).toEqual([`${at('open', 'document.txt')}:2:9: 読めていない金額: 1,297千円`])
    expect(stderr).toContain('document.txt:2:9: 注意: どの表の値にもならなかった金額: 1,297千円 [unread-amount]')
  })

  it('are listed up to twenty', async () => {
    const { stdout } = await ingested(Array.from({ length: 23 }, (_, index) => `${index + 1}円`).join(' '))
    const listed = stdout.trimEnd().split('\n').slice(2)
    expect(listed).toHaveLength(21)
    expect(listed.at(-1)).toBe('読めていない金額はほかに3件')
  })
})

describe('a run that cannot read its input', () => {
  const out = at('kept/out')
  let before: object
  beforeAll(() => {
    smallOutput('kept')
    planFolder('kept/plan')
    before = stateOf(out)
  })

  it('a missing file: exits 1, names the file in one message, leaves the output alone', async () => {
    const { status, stderr } = await runIngest(at('kept/no-such.txt'), '--out', out)
    expect([status, stateOf(out), readdirSync(at('kept')).length]).toEqual([1, before, 3])
    expect(stderr).toMatch(/^\S*no-such\.txt:1:1: エラー: [^\n]* \[unreadable-file\]\n$/)
  })

  /** What is wrong with a plan, the file that is named for it, the plan's files, and the rule. */
  const bad = [
    ['a folder without plan.json', 'plan.json', { 'document.txt': document }, 'unreadable-file'],
    ['a plan.json that is no JSON', 'plan.json', { 'plan.json': '{"document": ', 'document.txt': document }, 'invalid-plan'],
    ['a plan.json that is no object', 'plan.json', { 'plan.json': '[]', 'document.txt': document }, 'invalid-plan'],
    ['a plan.json without a document', 'plan.json', { 'plan.json': '{}', 'document.txt': document }, 'invalid-plan'],
    ['a plan.json with an empty document', 'plan.json', { 'plan.json': '{"document": ""}', 'document.txt': document }, 'invalid-plan'],
    ['a plan.json with a number for a name', 'plan.json', { 'plan.json': plan({ title: 5 }), 'document.txt': document }, 'invalid-plan'],
    ['a plan.json with a name for a number', 'plan.json', { 'plan.json': plan({ plan_no: '第5次' }), 'document.txt': document }, 'invalid-plan'],
    ['a plan.json with an unknown edition', 'plan.json', { 'plan.json': plan({ edition: 'draft' }), 'document.txt': document }, 'invalid-plan'],
    ['a plan.json whose document is missing', 'document.txt', { 'plan.json': plan() }, 'unreadable-file'],
    ['an empty file', 'document.txt', { 'plan.json': plan(), 'document.txt': '' }, 'not-results-document'],
    ['a file that is no results document', 'document.txt', { 'plan.json': plan(), 'document.txt': '買い物の覚え書き\n牛乳 2本\n' }, 'not-results-document'],
    ['a file in no known encoding', 'document.txt', { 'plan.json': plan(), 'document.txt': Uint8Array.of(0x41, 0xff, 0x42) }, 'unknown-encoding'],
    [
      'a file cut inside a character',
      'document.txt',
      { 'plan.json': plan(), 'document.txt': Buffer.from(`${document}円`).subarray(0, -1) },
      'truncated-document',
    ],
    ['a line of a million characters', 'document.txt', { 'plan.json': plan(), 'document.txt': `${document}${'あ'.repeat(1_000_001)}` }, 'line-too-long'],
    ['an item that stands twice', 'document.txt', { 'plan.json': plan(), 'document.txt': documentText({ no: 1 }, { no: 1 }) }, 'duplicate-item'],
  ] as const

  it('bad plans: exits 1, names the file of each in one message, leaves the output alone', async () => {
    const folders = bad.map(([name, , files]) => writeFiles(at('bad', name.replaceAll(' ', '-')), files))
    const { status, stderr } = await runIngest(...folders, '--out', out)
    expect([status, stateOf(out), readdirSync(at('kept')).length]).toEqual([1, before, 3])
    const said = stderr.trimEnd().split('\n')
    expect(said.map((line) => line.replace(/:\d+:\d+: エラー: .*[ぁ-んァ-ヶ一-龠].* \[/, ' ['))).toEqual(
      bad.map(([, file, , rule], index) => `${join(folders[index] as string, file)} [${rule}]`),
    )
  })

  it('a file cut inside a character: says where it ends', async () => {
    const cut = Buffer.from('No.1 見本の項目\n</p>\r\n改革').subarray(0, -1)
    const { stderr } = await runIngest(planFolder('cut', { 'document.txt': cut }), '--out', out)
    expect(stderr).toBe(`${at('cut/document.txt')}:3:2: エラー: UTF-8の文字の途中でファイルが切れている [truncated-document]\n`)
  })

  it('one plan twice: names both', async () => {
    const first = planFolder('one/plan')
    const { status, stderr } = await runIngest(first, `${first}/../plan`, '--out', out)
    expect(status).toBe(1)
    expect(stderr).toContain(`/document.txt:1:1: エラー: プランID plan が ${first} と同じ [duplicate-plan]\n`)
    expect(stateOf(out)).toEqual(before)
  })

  it('a document above --max-bytes: says how large it is', async () => {
    const { status, stderr } = await runIngest(planFolder('large'), '--out', out, '--max-bytes', '10')
    expect(status).toBe(1)
    expect(stderr).toContain(`${Buffer.byteLength(document)}バイトある。上限は10バイト`)
    expect(stateOf(out)).toEqual(before)
  })

  it('one bad plan among good ones: stores none', async () => {
    expect((await runIngest(planFolder('fine'), at('no-such.txt'), '--out', out)).status).toBe(1)
    expect(stateOf(out)).toEqual(before)
  })
})

describe('words of the command that are off', () => {
  it.each([
    ['an unknown option', [digestPath, '--out', at('usage'), '--force']],
    ['no --out', [digestPath]],
    ['--out without a name', [digestPath, '--out']],
    ['no plan', ['--out', at('usage')]],
    ['a form without a name', [digestPath, '--out', at('usage'), '--form', '']],
    ['a size that is no number', [digestPath, '--out', at('usage'), '--max-bytes', 'many']],
    ['nothing', []],
  ])('%s: exits 2 with the usage, writes nothing', async (_, words) => {
    const { status, stderr } = await runIngest(...words)
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      '使い方: npm run --silent ingest -- PLAN… --out DIR [--add [--replace]] [--report FILE.xlsx] [--text FILE] [--form FILE.json] [--max-bytes N]',
    ])
    expect(existsSync(at('usage'))).toBe(false)
  })

  it('end the process with 2', () => {
    expect(spawnIngest([])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('the output folder', () => {
  const small = at('for-output')
  const refused = (reason: string, out: string) => `出力先に書けない (${reason}): ${out}。前の出力はそのまま残っている\n`
  const foreign = (out: string, path = 'notes.txt') =>
    `出力先にこのツールのものでないファイルがある: ${join(out, path)}。空のフォルダか、まだない名前を --out に指定する\n`

  it('that holds files of others is refused and left alone', async () => {
    const out = writeFiles(at('foreign/out'), { 'notes.txt': '大事な覚え書き' })
    const before = stateOf(out)
    const { status, stderr } = await runIngest(small, '--out', out)
    expect([status, stateOf(out)]).toEqual([1, before])
    expect(stderr).toBe(foreign(out))
    expect(readdirSync(at('foreign'))).toEqual(['out'])
  })

  it.each([
    ['a manifest.json', { 'manifest.json': '{"name": "web app"}', 'notes.txt': '大事な覚え書き' }],
    ['a manifest.json of another kind', { 'manifest.json': '{"files": ["notes.txt"]}', 'notes.txt': '大事な覚え書き' }],
    ['a manifest.json that names other files', { 'manifest.json': '{"files": [{"path": "a.csv"}]}', 'notes.txt': '大事な覚え書き' }],
  ])('that holds files of others and %s is refused and left alone', async (name, files) => {
    const out = writeFiles(at('web-app', name, 'out'), files)
    const before = stateOf(out)
    const { status, stderr } = await runIngest(small, '--out', out)
    expect([status, stderr, stateOf(out)]).toEqual([1, foreign(out), before])
    expect(readdirSync(join(out, '..'))).toEqual(['out'])
  })

  it('that someone has put a file into is refused and left alone', async () => {
    const out = smallOutput('noted')
    writeFiles(out, { 'csv/notes.txt': '大事な覚え書き' })
    const before = stateOf(out)
    const { status, stderr } = await runIngest(small, '--out', out)
    expect([status, stderr, stateOf(out)]).toEqual([1, foreign(out, 'csv/notes.txt'), before])
  })

  it.each([
    ['changed', 'csv/items.csv', (path: string) => appendFileSync(path, '大事な追記\n')],
    ['changed', 'reform.duckdb', (path: string) => truncateSync(path, 4096)],
    ['removed', 'parquet/items.parquet', (path: string) => rmSync(path)],
  ])('of which someone has %s %s is refused and left alone', async (_, path, change) => {
    const out = smallOutput(`edited/${path.replaceAll('/', '-')}`)
    change(join(out, path))
    const before = stateOf(out)
    const { status, stderr } = await runIngest(small, '--out', out)
    const what = `出力先に書き出した後に変えたか消したファイルがある: ${join(out, path)}。空のフォルダか、まだない名前を --out に指定する\n`
    expect([status, stderr, stateOf(out)]).toEqual([1, what, before])
  })

  it('that is a copy of a warehouse is replaced', async () => {
    cpSync(join(smallOutput('copied-from'), '.'), at('copied/out'), { recursive: true, dereference: true })
    expect(lstatSync(at('copied/out')).isDirectory()).toBe(true)
    expect((await runIngest(digestPath, '--out', at('copied/out'))).status).toBe(0)
    expect(bytesOf(at('copied/out'))).toEqual(bytesOf(at('good')))
    expect(readdirSync(at('copied')).map((name) => name.replace(/[0-9a-f-]{36}/, '*'))).toEqual(['.out.*', 'out'])
  })

  it.each([
    ['of others', 'notes'],
    ['that is no folder of its own versions', '.other.00000000-0000-4000-8000-000000000000'],
    ['that is not there', 'nowhere'],
  ])('that is a link to a folder %s is left linked', async (name, linked) => {
    const folder = writeFiles(at('linked', name), { 'notes/notes.txt': '大事な覚え書き', '.other.00000000-0000-4000-8000-000000000000/a': '' })
    const out = join(folder, 'out')
    symlinkSync(linked, out)
    const { status, stderr } = await runIngest(small, '--out', out)
    expect([status, stderr]).toEqual([1, `出力先がほかの場所へのリンクである: ${out}。ほかの名前を --out に指定する\n`])
    expect([readlinkSync(out), filesBelow(folder)]).toEqual([linked, ['.other.00000000-0000-4000-8000-000000000000/a', 'notes/notes.txt']])
  })

  it('that is a file is refused and left alone', async () => {
    writeFiles(at('file'), { out: '大事な覚え書き' })
    const { status, stderr } = await runIngest(small, '--out', at('file/out'))
    expect([status, readFileSync(at('file/out'), 'utf8'), readdirSync(at('file'))]).toEqual([1, '大事な覚え書き', ['out']])
    expect(stderr).toBe(`出力先と同じ名前のファイルがある: ${at('file/out')}。ほかの名前を --out に指定する\n`)
  })

  it.skipIf(process.platform === 'win32')('has the permissions that the user gives to new files', () => {
    const words = [process.execPath, ...ingestCommand, small, '--out', at('modes/out')]
    expect(spawnSync('sh', ['-c', 'umask 027 && exec "$@"', 'sh', ...words], { cwd: root }).status).toBe(0)
    const modeOf = (path: string) => (statSync(join(at('modes/out'), path)).mode & 0o777).toString(8)
    expect(['.', '..', 'csv', 'parquet'].map(modeOf)).toEqual(['750', '750', '750', '750'])
    expect(new Set(filesBelow(at('modes/out')).map(modeOf))).toEqual(new Set(['640']))
  })

  it.skipIf(process.getuid?.() === 0)('in a folder that may not be written is refused with its reason', async () => {
    mkdirSync(at('closed'), { mode: 0o555 })
    const { status, stderr } = await runIngest(small, '--out', at('closed/out'))
    expect([status, stderr]).toEqual([1, refused('書き込む権限がない', at('closed/out'))])
  })

  it.each([
    ['below a file', 'フォルダの途中に同じ名前のファイルがある', at('file/out/inside')],
    ['far below a file', 'フォルダの途中に同じ名前のファイルがある', at('file/out/in/side')],
    ['of 300 letters', '名前が長すぎる', at('long', 'o'.repeat(300))],
    ['below a folder of 300 letters', '名前が長すぎる', at('o'.repeat(300), 'out')],
    ['of 80 kanji, which leave no room for its versions', '名前が長すぎる', at('long', '表'.repeat(80))],
  ])('%s is refused with its reason', async (_, reason, out) => {
    writeFiles(at('file'), { out: '大事な覚え書き' })
    const { status, stderr } = await runIngest(small, '--out', out)
    expect([status, stderr]).toEqual([1, refused(reason, out)])
    expect(readFileSync(at('file/out'), 'utf8')).toBe('大事な覚え書き')
  })

  it.skipIf(!existsSync('/proc/self'))('below /proc is refused with its reason', async () => {
    const { status, stderr } = await runIngest(small, '--out', '/proc/reform/out')
    expect([status, stderr]).toEqual([1, refused('その場所にはフォルダを作れない', '/proc/reform/out')])
  })

  it('that is empty is used', async () => {
    mkdirSync(at('empty/out'), { recursive: true })
    expect((await runIngest(small, '--out', at('empty/out'))).status).toBe(0)
    expect(manifestOf(at('empty/out')).files.length).toBeGreaterThan(0)
  })

  it('below folders that are not there yet is made', async () => {
    expect((await runIngest(small, '--out', at('deep/er/out'))).status).toBe(0)
    expect(lstatSync(at('deep/er/out')).isSymbolicLink()).toBe(true)
  })

  it('leaves that of another run beside it alone, whatever their names', async () => {
    await runIngest(small, '--out', at('beside/out.v2'))
    await runIngest(small, '--out', at('beside/out'))
    expect(existsSync(at('beside/out.v2/manifest.json'))).toBe(true)
  })

  it('leaves hidden files beside it alone', async () => {
    writeFiles(at('hidden'), { '.env.local': '大事な設定' })
    await runIngest(small, '--out', at('hidden/env'))
    expect(readdirSync(at('hidden'))).toContain('.env.local')
  })
})

describe('a run that was killed', () => {
  const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid

  it('leaves a version and a lock that the next run removes', async () => {
    const out = smallOutput('killed')
    writeFiles(at('killed'), { '.out.00000000-0000-4000-8000-000000000000/reform.duckdb': '途中' })
    symlinkSync(`${deadProcess()}-1`, at('killed/.out.lock'))
    symlinkSync('.out.00000000-0000-4000-8000-000000000000', at('killed/.out.00000000-0000-4000-8000-000000000000.link'))
    const { status, stderr } = await runIngest(planFolder('after-kill'), '--out', out)
    expect([status, stderr]).toEqual([0, ''])
    expect(readdirSync(at('killed')).map((name) => (name === 'out' ? name : name.slice(0, 5)))).toEqual(['.out.', 'out'])
    expect(readdirSync(at('killed'))).not.toContain('.out.00000000-0000-4000-8000-000000000000')
  })

  it('leaves the output as it was or complete, and the next run works', async () => {
    const out = smallOutput('stopped')
    const before = bytesOf(out)
    const child = spawn(process.execPath, [...ingestCommand, digestPath, '--out', out], { cwd: root, stdio: 'ignore' })
    const exit = new Promise((resolve) => child.once('exit', resolve))
    const versions = () => readdirSync(at('stopped')).filter((name) => /^\.out\.[0-9a-f-]{36}$/.test(name))
    while (versions().length < 2 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    child.kill('SIGKILL')
    await exit
    expect([before, bytesOf(at('good'))]).toContainEqual(bytesOf(out))
    expect((await runIngest(digestPath, '--out', out)).status).toBe(0)
    expect(
      readdirSync(at('stopped'))
        .sort()
        .map((name) => basename(name).slice(0, 5)),
    ).toEqual(['.out.', 'out'])
  })
})
