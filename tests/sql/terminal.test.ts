import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readQuestions } from '../../src/questions/question-files.ts'
import { readArguments } from '../../tools/sql/arguments.ts'
import { main } from '../../tools/sql.ts'
import { bytesOf, type Ended, query, runIngest, runMain, temporaryFolder, writeFiles } from '../support/command.ts'
import { digestPath, root } from '../support/plans.ts'

const temporary = temporaryFolder()
const warehouse = join(temporary.path, 'warehouse')
beforeAll(async () => {
  expect((await runIngest(digestPath, '--out', warehouse)).status).toBe(0)
})
afterAll(temporary.remove)

/** Runs `npm run sql` on the built-in plan, in this process. */
function sql(words: readonly string[]): Promise<Ended> {
  return runMain(main, [...words, '--warehouse', warehouse])
}

/** Runs it as its users do, with lines as if they were typed. */
function converse(words: readonly string[], input: string): Ended {
  const command = [join(root, 'tools/run.mjs'), 'tools/sql.ts', ...words, '--warehouse', warehouse]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', input })
  return { status, stdout, stderr }
}

describe('npm run sql', () => {
  it('says of a warehouse that another version wrote what to do', async () => {
    const older = join(temporary.path, 'older')
    mkdirSync(older)
    const instance = await DuckDBInstance.create(join(older, 'reform.duckdb'))
    const connection = await instance.connect()
    await connection.run("CREATE TABLE plans AS SELECT 'a' AS plan_id")
    connection.closeSync()
    instance.closeSync()
    const { status, stderr } = await runMain(main, ['select 1', '--warehouse', older])
    expect([status, stderr]).toEqual([1, `${older} はこのツールの別の版が書いたものである。npm run ingest でもう一度書き出す\n`])
  })

  it('prints a table, numbers at the right, full-width characters two wide', async () => {
    const { status, stdout } = await sql(["select '収納' as 名, 5 as n union all select 'a', 12"])
    expect([status, stdout]).toEqual([0, '名     n\n────  ──\n収納   5\na     12\n(2行)\n'])
  })

  it('answers a ready question by its name, with a choice', async () => {
    const { stdout } = await sql(['--question', 'effect-changes', '--item', '21', '--csv'])
    expect(stdout).toBe(
      [
        '項目番号,項目名,年度,効果額_円,前年度_円,増減_円,増減率_percent,原文の行',
        '21,病院事業の経営健全化,2020,110000000,,,,508',
        '21,病院事業の経営健全化,2021,4732000,110000000,-105268000,,509',
        '21,病院事業の経営健全化,2022,406172000,4732000,401440000,,510',
        '',
      ].join('\r\n'),
    )
  })

  it('answers a ready question by its title, as JSON with all digits', async () => {
    const { stdout } = await sql(['--question', '公表値と再計算値の差', '--item', '19', '--json'])
    expect(JSON.parse(stdout)[0]).toMatchObject({ 結果: '一致', 公表値: 1794443829, 再計算値: 1794443829, 年度: null })
    expect((await sql(['select 9007199254740993 as n, 1.50 as d, [1, NULL] as l', '--json'])).stdout).toBe(
      '[\n  {"n": 9007199254740993, "d": 1.50, "l": [1, null]}\n]\n',
    )
  })

  it('shows control characters in a table and in errors, and hands them on to programs', async () => {
    const { stdout } = await sql([`select chr(27) || '[2J消' as a, chr(155) || '1m' || chr(13) as b`])
    expect(stdout).toBe('a          b\n─────────  ───────\n\\x1b[2J消  \\x9b1m\n(1行)\n')
    expect((await sql([`select (chr(27) || ']0;題名' || chr(7))::integer`])).stderr).toContain('「\\x1b]0;題名\\x07」')
    expect((await sql(['select chr(27) as a', '--csv'])).stdout).toBe('a\r\n\x1b\r\n')
  })

  it('writes CSV that Excel does not run, numbers as they are', async () => {
    const { stdout } = await sql(["select '=1+1' as \"@SUM(1)\", '''-2' as b, -5 as c, -1.50 as d, ['=1'] as e", '--csv'])
    expect(stdout).toBe("'@SUM(1),b,c,d,e\r\n'=1+1,''-2,-5,-1.50,[=1]\r\n")
  })

  it('writes Parquet', async () => {
    const file = join(temporary.path, 'ratings.parquet')
    expect(await sql(['--question', 'ratings-and-effects', '--parquet', file])).toEqual({ status: 0, stdout: '', stderr: `${file}: 22行\n` })
    expect(await query(`SELECT count(*) AS n FROM '${file}' WHERE 評価 = 'A'`)).toEqual([{ n: '5' }])
  })

  it('says an error with its place, and writes nothing', async () => {
    expect(await sql(['select *\nfrom nothing'])).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^2行6桁: 「nothing」という表はない。/) })
    expect((await sql(['drop table items'])).stderr).toContain('表は読み取りだけ')
  })

  describe('reaches nothing but the tables', () => {
    const out = join(temporary.path, 'out')
    const wal = join(warehouse, 'reform.duckdb.wal')
    const noFiles = /^(?:\d+行\d+桁: )?ここからは外部のファイルや拡張を読まない。ファイルにも書かない。/

    it.each([
      `copy (select 1) to '${out}'`,
      `copy (select 1) to '${join(warehouse, 'manifest.json')}' (format csv)`,
      `copy (select 1) to '${wal}' (format csv)`,
      `copy (select 1) to '${join(warehouse, 'reform.duckdb')}' (format csv, use_tmp_file false)`,
      `explain analyze copy (select 1) to '${wal}' (format csv)`,
      `export database '${out}'`,
      `attach '${out}' as other`,
      `call enable_logging(storage = 'file', storage_path = '${out}')`,
      "create persistent secret kept (type http, bearer_token 'x')",
      "select * from read_text('/etc/passwd')",
      "select * from glob('/etc/*')",
      "select * from 'https://127.0.0.1/a.parquet'",
      'install httpfs',
      'load httpfs',
    ])('not with %s', async (statement) => {
      const before = bytesOf(temporary.path)
      expect(await sql([statement])).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(noFiles) })
      expect(bytesOf(temporary.path)).toEqual(before)
    })

    it.each(['set enable_external_access = true', "set disabled_filesystems = ''", 'reset lock_configuration'])(
      'for good, also after %s',
      async (statement) => {
        expect((await sql([statement])).stderr).toBe('設定は変えられない。\n')
      },
    )

    it.each([
      ["select * from read_text('/etc/passwd')", noFiles],
      [`select 1) to '${out}'; select (2`, /文法に合わない/],
      [`copy (select 1) to '${out}'`, noFiles],
    ])('but the file of --parquet: not with %s', async (statement, reason) => {
      const file = join(temporary.path, 'kept.parquet')
      writeFileSync(file, 'kept')
      const before = bytesOf(temporary.path)
      expect(await sql([statement, '--parquet', file])).toMatchObject({ status: 1, stderr: expect.stringMatching(reason) })
      expect(bytesOf(temporary.path)).toEqual(before)
    })
  })

  it('writes Parquet over a file, leaving others of like names', async () => {
    const folder = writeFiles(join(temporary.path, 'over'), { 'a.parquet': 'old', 'tmp_a.parquet': 'kept' })
    expect((await sql(['select 1 as n', '--parquet', join(folder, 'a.parquet')])).status).toBe(0)
    expect(await query(`SELECT n FROM '${join(folder, 'a.parquet')}'`)).toEqual([{ n: 1 }])
    expect([readdirSync(folder).sort(), readFileSync(join(folder, 'tmp_a.parquet'), 'utf8')]).toEqual([['a.parquet', 'tmp_a.parquet'], 'kept'])
  })

  it.each([
    ['folder', 'no/such/a.parquet'],
    ['place', '.'],
  ])('says that a file cannot be written where there is no %s for it', async (_, path) => {
    const { status, stderr } = await sql(['select 1', '--parquet', join(temporary.path, path)])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^「.*」に書けない。/)])
  })

  it.each([
    ['is no database', '買い物の覚え書き'],
    ['was cut', undefined],
  ])('says that a database %s', async (_, content) => {
    const folder = join(temporary.path, 'broken')
    const bytes = content ?? readFileSync(join(warehouse, 'reform.duckdb')).subarray(0, 9000)
    writeFiles(folder, { 'reform.duckdb': bytes })
    const { status, stderr } = await runMain(main, ['select 1', '--warehouse', folder])
    expect([status, stderr]).toEqual([
      1,
      `${join(folder, 'reform.duckdb')} を開けない。壊れているか、ほかのプログラムが書いている。npm run ingest で作り直す\n`,
    ])
  })

  it('converses without a query: statements over lines, questions, errors that do not end it', () => {
    const { status, stdout, stderr } = converse(['--csv'], 'select 1\n  as a;\nselekt;\n.question effect-changes\n\nselect 2 as b')
    expect(stdout).toMatch(/^a\r\n1\r\n項目番号,[\s\S]*\r\nb\r\n2\r\n$/)
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^1行1桁: 「selekt」/)])
  })

  it('prints the result of each statement, and the place of an error in the whole text', async () => {
    const text = "create temp table t as select 1 as n;\nselect n from t; select ';' as b"
    expect(await sql([text, '--csv'])).toEqual({ status: 0, stdout: 'Count\r\n1\r\n\nn\r\n1\r\n\nb\r\n;\r\n', stderr: '' })
    expect(await sql(['select 1 as a;\nselect 2 as b; selec 3; select 4', '--csv'])).toEqual({
      status: 1,
      stdout: 'a\r\n1\r\n\nb\r\n2\r\n',
      stderr: expect.stringMatching(/^2行16桁: 「selec」/),
    })
    const file = join(temporary.path, 'last.parquet')
    expect((await sql(['select 1 as n; select 2 as n', '--parquet', file])).status).toBe(0)
    expect(await query(`SELECT n FROM '${file}'`)).toEqual([{ n: 2 }])
  })

  it('takes values for the parameters of one’s own query', async () => {
    const text = "select title from items where item_no = $item and plan_id = $plan and '$item' <> ''"
    expect((await sql([text, '--item', '21', '--csv'])).stdout).toBe('title\r\n病院事業の経営健全化\r\n')
    expect(await sql(['select $nothing'])).toMatchObject({ status: 1, stderr: expect.stringContaining('値がない') })
  })

  it.each(['--help', '-h'])('tells how it is used when asked: %s', async (word) => {
    expect(await sql([word])).toEqual({ status: 0, stdout: expect.stringMatching(/^使い方: npm run sql/), stderr: '' })
  })

  it('tells how it is used where its words are off', async () => {
    const { status, stdout, stderr } = await sql(['--nope'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^読めない引数がある。\n使い方: npm run sql[\s\S]*collections-by-claim +債権別の収納/)
  })

  it.each([
    [['select 1', 'select 2'], /問い合わせは1つだけ/],
    [['select 1', '--question', 'effect-changes'], /どちらか1つにする/],
    [['--question', 'nothing'], /「nothing」という問いはない。/],
    [['--question', 'ratings-and-effects', '--year', '2020'], /--year \(年度\) で絞れる問いではない。/],
    [['--question', 'effect-changes', '--item', 'x'], /--item には数字を書く。/],
    [['select 1', '--csv', '--json'], /どれか1つにする/],
  ])('does not take %j', (words, reason) => {
    expect(readArguments(words, readQuestions())).toMatch(reason)
  })
})
