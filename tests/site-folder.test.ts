import { lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { replaceOutput } from '../loaders/warehouse/output.ts'
import { main as build } from '../tools/build.ts'
import { siteFolder, writeManifest } from '../tools/site-folder.ts'
import { bytesOf, filesBelow, runIngest, runMain, stateOf, temporaryFolder, writeFiles } from './support/command.ts'
import { documentText } from './support/documents.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
afterEach(() => vi.unstubAllEnvs())
const at = (...names: string[]) => join(temporary.path, ...names)

const uuid = '00000000-0000-4000-8000-000000000000'
/** The first page of a site as versions without a manifest wrote it. */
const earlierPage = '<meta name="generator" content="Observable Framework v1.13.4">\n<script defer src="./comfort.js"></script>'
const earlier = { 'index.html': earlierPage, 'comfort.js': '', 'items/01.html': '', '_import/style.0.css': '', 'pagefind/wasm.ja.pagefind': '' }

async function writeSite(site: string): Promise<void> {
  writeFiles(site, { 'index.html': 'new', 'items/01.html': 'new' })
  await writeManifest(site)
}
const newSite = ['index.html', 'items/01.html', 'manifest.json']

describe('npm run build', () => {
  beforeAll(async () => {
    writeFiles(temporary.path, { 'small.txt': documentText({ rating: 'A' }) })
    expect((await runIngest(at('small.txt'), '--out', at('warehouse'))).status).toBe(0)
  })

  it.each([
    ['holds files of others', { 'notes.txt': '大事な覚え書き' }, 'notes.txt'],
    ['is a site of others', { 'index.html': '<meta name="generator" content="Observable Framework v1.13.4">' }, 'index.html'],
    ['is an earlier site with a file of others', { ...earlier, CNAME: 'example.jp' }, 'CNAME'],
    ['is an earlier site with a folder of others', { ...earlier, 'photos/1.html': '' }, 'photos/1.html'],
  ])('refuses a folder that %s, and leaves it alone', async (name, files, path) => {
    const output = writeFiles(at('refused', name, 'mydir'), files)
    const before = stateOf(output)
    vi.stubEnv('REFORM_WAREHOUSE', at('warehouse'))
    vi.stubEnv('REFORM_OUTPUT', output)
    const { status, stderr } = await runMain(build, [])
    const reason = `出力先にこのツールのものでないファイルがある: ${join(output, path)}。空のフォルダか、まだない名前を REFORM_OUTPUT に指定する\n`
    expect([status, stderr, stateOf(output)]).toEqual([1, reason, before])
    expect(readdirSync(join(output, '..'))).toEqual(['mydir'])
  })
})

it.each([['--single'], ['--single='], ['report.html']])('npm run build says how it is used where it is given %s', async (...words) => {
  const { status, stderr } = await runMain(build, words)
  expect([status, stderr]).toEqual([2, expect.stringContaining('使い方: npm run build [-- --single FILE.html]')])
})

it('npm run build says that a warehouse is broken, and builds nothing', async () => {
  vi.stubEnv('REFORM_WAREHOUSE', writeFiles(at('broken/warehouse'), { 'reform.duckdb': '買い物の覚え書き' }))
  vi.stubEnv('REFORM_OUTPUT', at('broken/dist'))
  const { status, stderr } = await runMain(build, [])
  const database = at('broken/warehouse/reform.duckdb')
  expect([status, stderr]).toEqual([1, `${database} を開けない。壊れているか、ほかのプログラムが書いている。npm run ingest で作り直す\n`])
  expect(readdirSync(at('broken'))).toEqual(['warehouse'])
})

describe('the folder of a site', () => {
  it.each([
    ['is not there', undefined],
    ['is empty', {}],
    ['is a site of an earlier version', earlier],
  ])('that %s becomes a real one, and nothing is left beside it', async (name, files) => {
    const output = at('used', name, 'dist')
    if (files) mkdirSync(writeFiles(output, files), { recursive: true })
    await replaceOutput(output, siteFolder, writeSite)
    expect([lstatSync(output).isDirectory(), filesBelow(output), readdirSync(join(output, '..'))]).toEqual([true, newSite, ['dist']])
  })

  it('is replaced by the next build', async () => {
    await replaceOutput(at('twice/dist'), siteFolder, writeSite)
    await replaceOutput(at('twice/dist'), siteFolder, async (site) => {
      writeFiles(site, { 'about.html': '' })
      await writeManifest(site)
    })
    expect([filesBelow(at('twice/dist')), readdirSync(at('twice'))]).toEqual([['about.html', 'manifest.json'], ['dist']])
  })

  it.each([
    ['a page was changed', { 'items/01.html': 'my words' }, /変えたか消した.*items\/01\.html/],
    ['a file was added', { 'items/photo.html': '' }, /ツールのものでない.*items\/photo\.html/],
    ['the list of files was changed', { 'manifest.json': '{}' }, /ツールのものでない.*index\.html/],
  ])('is left alone where %s', async (name, files, reason) => {
    const output = at('changed', name, 'dist')
    await replaceOutput(output, siteFolder, writeSite)
    const before = bytesOf(writeFiles(output, files))
    await expect(replaceOutput(output, siteFolder, writeSite)).rejects.toThrow(reason)
    expect([bytesOf(output), readdirSync(join(output, '..'))]).toEqual([before, ['dist']])
  })

  it('that is a link to elsewhere is left linked', async () => {
    writeFiles(at('linked/www'), { 'index.html': '' })
    symlinkSync('www', at('linked/dist'))
    await expect(replaceOutput(at('linked/dist'), siteFolder, writeSite)).rejects.toThrow(/ほかの場所へのリンクである/)
    expect(readdirSync(at('linked')).sort()).toEqual(['dist', 'www'])
  })

  it.each([
    ['between its two renames is put back', { [`.dist.${uuid}.old/index.html`]: earlierPage }, ['index.html'], ['dist']],
    ['while it wrote is as it was', { [`.dist.${uuid}/cards/a.csv`]: '1', 'dist/index.html': earlierPage }, ['index.html'], ['dist']],
    ['while it removed the old one is the new one', { [`.dist.${uuid}.old/cards/a.csv`]: '', 'dist/index.html': earlierPage }, ['index.html'], ['dist']],
  ])('whose build was killed %s, and the next tidies up', async (name, files, found, names) => {
    const folder = writeFiles(at('killed', name), files)
    const fail = () => Promise.reject(new Error('no pages'))
    await expect(replaceOutput(join(folder, 'dist'), siteFolder, fail)).rejects.toThrow('no pages')
    expect([filesBelow(join(folder, 'dist')), readdirSync(folder)]).toEqual([found, names])
  })
})
