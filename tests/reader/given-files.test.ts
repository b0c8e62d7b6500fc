import { describe, expect, it } from 'vitest'
import { GivenFiles, plansOf } from '../../src/reader/given-files.ts'

const given = (...paths: readonly string[]) => paths.map((path) => ({ path, file: new Blob([path]) }))
const pdf = { program: () => Promise.reject(new Error('no PDF')) }
const files = new GivenFiles(given('plan5/plan.json', 'plan5/r6/text.txt', 'draft.v2.docx', '.docx'), pdf)

describe('the plans that given files are', () => {
  it.each([
    [
      ['a.docx', 'b.pdf'],
      ['a.docx', 'b.pdf'],
    ],
    [
      ['plan5/plan.json', 'plan5/text.txt', 'plan5/r6/more.txt', 'draft.docx'],
      ['plan5', 'draft.docx'],
    ],
    [
      ['all/plan5/plan.json', 'all/plan5/text.txt', 'all/r7.pdf', 'all/.DS_Store', 'all/Thumbs.db', 'all/~$r7.docx'],
      ['all/plan5', 'all/r7.pdf'],
    ],
    [['plan.json', 'text.txt'], ['plan']],
    [['.DS_Store'], []],
  ])('of %j are %j', (paths, plans) => {
    expect(plansOf(given(...paths)).paths).toEqual(plans)
  })
})

describe('given files', () => {
  it('are files and the folders that their paths name', async () => {
    expect(await Promise.all(['plan5', 'plan5/r6', 'plan5/plan.json', 'plan', 'none'].map((path) => files.find(path)))).toEqual([
      'folder',
      'folder',
      'file',
      undefined,
      undefined,
    ])
  })

  it('have the names that ingest gives to plans', async () => {
    const names = await Promise.all(['plan5', 'draft.v2.docx', '.docx'].map(async (path) => (await files.placeOf(path)).name))
    expect(names).toEqual(['plan5', 'draft.v2', '.docx'])
    expect((await files.placeOf('plan5/r6/text.txt')).folders).toEqual(['r6', 'plan5'])
  })

  it.each([
    ['text.txt', false, 'plan5/text.txt'],
    ['./r6//text.txt', false, 'plan5/r6/text.txt'],
    ['r6/../text.txt', false, 'plan5/text.txt'],
    ['../draft.docx', true, 'plan5/../draft.docx'],
    ['r6/../../draft.docx', true, 'plan5/../draft.docx'],
    ['/etc/passwd', true, 'plan5/etc/passwd'],
  ])('say where a name of a folder leads: %s', async (name, leaves, path) => {
    expect(await files.leavesFolder('plan5', name)).toBe(leaves)
    expect(files.inFolder('plan5', name)).toBe(path)
  })

  it('are read up to a size, and have their hash', async () => {
    expect(await files.read('.docx', 5)).toEqual(new TextEncoder().encode('.docx'))
    expect(await files.read('.docx', 4)).toEqual({ ruleId: 'file-too-large', reason: '5バイトある。上限は4バイト' })
    expect(await files.read('none', 5)).toEqual({ ruleId: 'unreadable-file', reason: 'ファイルがない' })
    expect(files.hash(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
