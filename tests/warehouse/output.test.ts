import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { replaceOutput } from '../../loaders/warehouse/output.ts'
import { warehouseFolder } from '../../loaders/warehouse/warehouse-folder.ts'
import { filesBelow, temporaryFolder, writeFiles } from '../support/command.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (...names: string[]) => join(temporary.path, ...names)

const uuid = '00000000-0000-4000-8000-000000000000'
const small = { 'manifest.json': '{"files": [{"path": "csv/a.csv"}]}', 'csv/a.csv': '1' }
const writeSmall = async (directory: string) => void writeFiles(directory, small)
const fail = () => Promise.reject(new Error('no tables'))
/** The names in a folder, random parts as *. */
const namesIn = (folder: string) => readdirSync(folder).map((name) => name.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '*'))

describe('an output folder', () => {
  it('is a link to its version', async () => {
    await replaceOutput(at('new/out'), warehouseFolder, writeSmall)
    expect(namesIn(at('new'))).toEqual(['.out.*', 'out'])
    expect(filesBelow(at('new/out'))).toEqual(['csv/a.csv', 'manifest.json'])
  })

  it('stays as it was where the tables cannot be written', async () => {
    await replaceOutput(at('failed/out'), warehouseFolder, writeSmall)
    const before = readdirSync(at('failed'))
    await expect(replaceOutput(at('failed/out'), warehouseFolder, fail)).rejects.toThrow('no tables')
    expect(readdirSync(at('failed'))).toEqual(before)
  })

  it('that is empty stays so where the tables cannot be written', async () => {
    mkdirSync(at('empty/out'), { recursive: true })
    await expect(replaceOutput(at('empty/out'), warehouseFolder, fail)).rejects.toThrow('no tables')
    expect([readdirSync(at('empty')), lstatSync(at('empty/out')).isDirectory()]).toEqual([['out'], true])
  })

  it('that a killed run had moved aside is put back by the next', async () => {
    writeFiles(at('aside', `.out.${uuid}.old`), small)
    await expect(replaceOutput(at('aside/out'), warehouseFolder, fail)).rejects.toThrow('no tables')
    expect([readdirSync(at('aside')), filesBelow(at('aside/out'))]).toEqual([['out'], ['csv/a.csv', 'manifest.json']])
  })

  it('that was moved aside, replaced, and only half removed stays removed', async () => {
    writeFiles(at('half', `.out.${uuid}.old`), { 'csv/a.csv': '1' })
    await expect(replaceOutput(at('half/out'), warehouseFolder, fail)).rejects.toThrow('no tables')
    expect(readdirSync(at('half'))).toEqual([])
  })

  it('leaves beside it what is not of its own making', async () => {
    const files = [`.out.${uuid}.bak`, `.out.x${uuid}`, '.out.v2', `.out.v2.${uuid}`, '.outer', 'out.old'].sort()
    writeFiles(at('beside'), Object.fromEntries(files.map((name) => [name, ''])))
    await replaceOutput(at('beside/out'), warehouseFolder, writeSmall)
    expect(readdirSync(at('beside')).filter((name) => files.includes(name))).toEqual(files)
  })

  it.each([
    ['a folder of a version', `.out.${uuid}/notes.txt`],
    ['a folder moved aside', `.out.${uuid}.old/csv/notes.txt`],
    ['a link', `.out.${uuid}.link`],
    ['a version', `.out.${uuid}`],
  ])('leaves what only has the name of %s', async (name, path) => {
    const folder = writeFiles(at('named', name), { [path]: '大事な覚え書き' })
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await replaceOutput(join(folder, 'out'), warehouseFolder, writeSmall)
    expect(write.mock.calls.flat()).toContain(`このツールのものでないファイルがあるので残した: ${join(folder, path)}\n`)
    write.mockRestore()
    expect(readFileSync(join(folder, path), 'utf8')).toBe('大事な覚え書き')
    expect(filesBelow(join(folder, 'out'))).toEqual(['csv/a.csv', 'manifest.json'])
  })

  it('leaves a version that someone has put a file into while it was replaced', async () => {
    await replaceOutput(at('noted/out'), warehouseFolder, writeSmall)
    await replaceOutput(at('noted/out'), warehouseFolder, async (directory) => {
      writeFileSync(at('noted/out/notes.txt'), '大事な覚え書き')
      await writeSmall(directory)
    })
    expect(filesBelow(at('noted')).map((path) => path.replace(/^\.out\.[^/]*/, '*'))).toContain('*/notes.txt')
    expect(filesBelow(at('noted/out'))).toEqual(['csv/a.csv', 'manifest.json'])
  })
})
