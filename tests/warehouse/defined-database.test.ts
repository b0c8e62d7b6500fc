import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDefined } from '../../loaders/warehouse/defined-database.ts'
import { temporaryFolder } from '../support/command.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (name: string) => join(temporary.path, name)

/** The bytes of a database with tables and views and no row, in a folder of its own, made with what another folder keeps. */
async function bytesOfDefined(name: string, kept: string): Promise<Buffer> {
  const path = join(at(name), 'reform.duckdb')
  mkdirSync(at(name))
  const instance = await openDefined(path, kept)
  const connection = await instance.connect()
  const views = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM duckdb_views() WHERE view_name = 'facts' AND schema_name = 'main'")
  expect(views.getRows()).toEqual([[1]])
  connection.closeSync()
  instance.closeSync()
  expect(readdirSync(at(name))).toEqual(['reform.duckdb'])
  return readFileSync(path)
}

it('has the same bytes defined anew, copied from what is kept, where that is damaged, and where nothing can be kept', async () => {
  const made = await bytesOfDefined('made', at('kept'))
  const [kept = ''] = readdirSync(at('kept'))
  writeFileSync(join(at('kept'), 'defined-0123456789abcdef.duckdb'), 'of another version')
  expect((await bytesOfDefined('copied', at('kept'))).equals(made)).toBe(true)
  writeFileSync(join(at('kept'), kept), made.subarray(0, 9000))
  expect((await bytesOfDefined('mended', at('kept'))).equals(made)).toBe(true)
  expect(readdirSync(at('kept'))).toEqual([kept])
  expect(readFileSync(join(at('kept'), kept)).equals(made)).toBe(true)
  writeFileSync(at('file'), '')
  expect((await bytesOfDefined('alone', join(at('file'), 'none'))).equals(made)).toBe(true)
})
