import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../loaders/main.ts'
import { snippets } from '../../src/files/snippets.ts'
import { temporaryFolder } from '../support/command.ts'
import { digestPath, root } from '../support/plans.ts'

const temporary = temporaryFolder()
const folder = join(temporary.path, 'files')
/** Sums of the amounts that the document prints for each year, No.17–22, without the うち line of No.21. */
const years = { 2020: 702_487_920, 2021: 727_184_971, 2022: 1_288_499_412 }
const codeOf = (id: string) => snippets.find((snippet) => snippet.id === id)?.code ?? ''
const home = process.cwd()

beforeAll(async () => {
  expect(await main([digestPath, '--out', folder])).toBe(0)
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(home)
  temporary.remove()
})

/** Runs the statements of a block one after the other; the rows of the last. */
async function runSql(code: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  let rows: unknown[][] = []
  for (const statement of code.split(';').filter((text) => text.trim() !== '')) rows = (await connection.runAndReadAll(statement)).getRowsJson()
  connection.closeSync()
  return rows
}

/** What a program prints for a block, its digits without separators. */
function run(program: string, words: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' })
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
  return stdout.replace(/[,_](?=\d{3})/g, '')
}

const succeeds = (program: string, ...words: string[]) => spawnSync(program, words).status === 0
const skippedName = (name: string, isThere: boolean) => `${name}${isThere ? '' : ' (skipped: not installed on this machine)'}`

describe('blocks to paste', () => {
  it('of DuckDB give the effects of each year', async () => {
    expect(await runSql(codeOf('duckdb'))).toEqual(Object.entries(years).map(([year, yen]) => [Number(year), String(yen)]))
  })

  it('of DuckDB sum the facts of each year', async () => {
    expect(await runSql(codeOf('facts-sum'))).toEqual(Object.entries(years).map(([year, yen]) => [Number(year), String(yen)]))
  })

  const hasPython = succeeds('python3', '--version')
  it.skipIf(!hasPython)(skippedName('of Python without a library give the effects of each year', hasPython), () => {
    const lines = Object.entries(years).map(([year, yen]) => `${year} ${yen}\n`)
    expect(run('python3', ['-c', codeOf('python-csv')])).toBe(lines.join(''))
  })

  it('of DuckDB lead a figure to its line', async () => {
    const rows = await runSql(codeOf('duckdb-words'))
    expect(rows).toHaveLength(5)
    expect(rows[0]?.slice(0, 3)).toEqual([19, 2022, '798597550'])
    expect(String(rows[0]?.[4])).toContain('798,597,550')
  })

  it('of DuckDB part plans into folders', async () => {
    expect(await runSql(codeOf('hive'))).toEqual(Object.entries(years).map(([year, yen]) => ['osaki-plan5', Number(year), String(yen)]))
    expect(existsSync(join(folder, 'effects/plan_id=osaki-plan5'))).toBe(true)
  })

  for (const [id, library] of [
    ['python-duckdb', 'duckdb'],
    ['python-polars', 'polars'],
  ] as const) {
    const isThere = succeeds('python3', '-c', `import ${library}`)
    it.skipIf(!isThere)(skippedName(`of Python with ${library} give the effects of each year`, isThere), () => {
      const printed = run('python3', ['-c', codeOf(id)])
      for (const [year, yen] of Object.entries(years)) expect(printed).toMatch(new RegExp(`${year}\\D+${yen}\\b`))
    })
  }

  const hasR = succeeds('Rscript', '-e', 'library(arrow); library(dplyr)')
  it.skipIf(!hasR)(skippedName('of R give the effects of each year', hasR), () => {
    const printed = run('Rscript', ['-e', codeOf('r-arrow')])
    for (const [year, yen] of Object.entries(years)) expect(printed).toMatch(new RegExp(`${year}\\D+${yen}\\b`))
  })

  const aside = join(root, 'build/engines')
  const hasChdb = existsSync(join(aside, 'node_modules/chdb'))
  it.skipIf(!hasChdb)(skippedName('of ClickHouse give the effects of each year', hasChdb), async () => {
    await runSql(codeOf('hive'))
    const { query } = createRequire(join(aside, 'package.json'))('chdb') as { query(sql: string, format: string): string }
    const printed = query(codeOf('clickhouse'), 'TSV')
    expect(printed.trim().split('\n')).toEqual(Object.entries(years).map(([year, yen]) => `osaki-plan5\t${year}\t${yen}`))
  })

  it('that no test runs are marked so', () => {
    expect(snippets.filter(({ tested }) => tested !== 'always' && 'never' in tested).map(({ id }) => id)).toEqual(['power-query', 'spark', 'trino'])
  })
})
