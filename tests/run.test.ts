import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './support/command.ts'
import { root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
let project: string
let projects = 0

const words = () => [join(project, 'tools/run.mjs'), 'hello.ts', 'あ']
const bundle = () => join(project, 'build/hello.cjs')
const built = () => readdirSync(join(project, 'build'))

/** A command that prints a word and its own. */
function writeCommand(word: string, at = new Date('2020-04-01')): void {
  writeFileSync(join(project, 'word.ts'), `export const word: string = '${word}'\n`)
  utimesSync(join(project, 'word.ts'), at, at)
}

function run(): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words(), { encoding: 'utf8' })
  return { status, stdout, stderr }
}

beforeEach(() => {
  projects += 1
  project = join(temporary.path, String(projects))
  mkdirSync(join(project, 'tools'), { recursive: true })
  copyFileSync(join(root, 'tools/run.mjs'), join(project, 'tools/run.mjs'))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'package-lock.json'), '{}')
  writeFileSync(
    join(project, 'hello.ts'),
    "import { word } from './word.ts'\nexport const main = (words: string[]): number => {\n  process.stdout.write(word + words.join())\n  return 3\n}\n",
  )
  writeCommand('first')
})

describe('a command', () => {
  it('runs with its words and exit code, and leaves one bundle and what was compiled of it', () => {
    expect(run()).toEqual({ status: 3, stdout: 'firstあ', stderr: '' })
    expect(built()).toEqual(['hello.cjs', 'hello.cjs.compiled'])
  })

  it('is bundled once where nothing changes', () => {
    const past = new Date('2020-04-02')
    for (const name of ['hello.ts', 'tools/run.mjs', 'package-lock.json']) utimesSync(join(project, name), past, past)
    run()
    const before = readFileSync(bundle())
    utimesSync(bundle(), past, past)
    writeFileSync(bundle(), before.toString().replace('"first"', '"same bundle"'))
    expect(run().stdout).toBe('same bundleあ')
  })

  it.each(['2020-04-02', '2019-04-01'])('is bundled again where a source is another one, of %s', (date) => {
    run()
    writeCommand('second', new Date(date))
    expect(run().stdout).toBe('secondあ')
  })

  it('is bundled again where its bundle is not whole', () => {
    run()
    truncateSync(bundle(), 200)
    expect(run()).toEqual({ status: 3, stdout: 'firstあ', stderr: '' })
  })

  it('runs where what was compiled of it is damaged, and compiles it again', () => {
    run()
    const whole = readFileSync(`${bundle()}.compiled`)
    for (const damaged of [whole.subarray(0, 400), Buffer.alloc(400, whole), Buffer.alloc(0)]) {
      damaged.fill(7, Math.min(100, damaged.length))
      writeFileSync(`${bundle()}.compiled`, damaged)
      expect(run()).toEqual({ status: 3, stdout: 'firstあ', stderr: '' })
      expect(readFileSync(`${bundle()}.compiled`).length).toBeGreaterThan(500)
    }
  })

  it('imports what a package asks for while it runs, the second time too', () => {
    writeFileSync(join(project, 'hello.ts'), "export const main = async () => (await import('node:path')).sep.length + 3\n")
    expect([run(), run()]).toEqual(Array.from({ length: 2 }, () => ({ status: 4, stdout: '', stderr: '' })))
  })

  it.skipIf(process.platform === 'win32')('does its work though who reads it goes away after the first line', () => {
    writeFileSync(
      join(project, 'hello.ts'),
      `import { writeFileSync } from 'node:fs'
export const main = async () => {
  for (let line = 0; line < 100; line++) {
    process.stdout.write('x'.repeat(100_000) + '\\n')
    process.stderr.write('y\\n')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  writeFileSync(process.argv[1] + '.done', '')
  return 0
}`,
    )
    const [run = '', ...rest] = words()
    const { stdout, stderr } = spawnSync('sh', ['-c', '"$@" 2>&1 | head -c 1', 'sh', process.execPath, run, ...rest], { encoding: 'utf8' })
    expect([stdout.length, stderr, readdirSync(join(project, 'tools')).sort()]).toEqual([1, '', ['run.mjs', 'run.mjs.done']])
  })

  it.skipIf(!existsSync('/dev/full'))('fails with a sentence where its words cannot be written', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, ...words()], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([1, '結果を書けない (ENOSPC)。書き先の空きと権限を確かめる\n'])
  })

  it('says where it cannot be bundled', () => {
    writeFileSync(join(project, 'build'), '大事な覚え書き')
    const reason = `コマンドを用意できない: ${join(project, 'build')} に書けない。空きと権限を確かめるか、書ける場所に写して実行する\n`
    expect([run(), readFileSync(join(project, 'build'), 'utf8')]).toEqual([{ status: 1, stdout: '', stderr: reason }, '大事な覚え書き'])
  })

  it('may run many times at once', async () => {
    const outputs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const child = spawn(process.execPath, words(), { stdio: ['ignore', 'pipe', 'ignore'] })
        let output = ''
        child.stdout.on('data', (data) => {
          output += data
        })
        return new Promise((resolve) => child.once('close', (code) => resolve([code, output])))
      }),
    )
    expect(outputs).toEqual(Array.from({ length: 6 }, () => [3, 'firstあ']))
    expect(built()).toEqual(['hello.cjs', 'hello.cjs.compiled'])
  })

  it('runs after one that was killed at any instant', async () => {
    for (let milliseconds = 40; milliseconds <= 280; milliseconds += 80) {
      writeCommand(`after ${milliseconds} ms`, new Date(Date.parse('2020-04-01') + milliseconds * 1000))
      const child = spawn(process.execPath, words(), { stdio: 'ignore' })
      const exit = new Promise((resolve) => child.once('exit', resolve))
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
      await exit
      expect(run()).toEqual({ status: 3, stdout: `after ${milliseconds} msあ`, stderr: '' })
    }
  })
})
