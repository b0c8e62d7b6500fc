import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, ingestCommand, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { digestPath, root } from '../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const [run = '', entry = ''] = ingestCommand

/** A disk of 8 MiB for one script: it is gone with the script, whatever happens. */
const withSmallDisk = ['--map-root-user', '--mount', 'sh', '-eu', '-c']
const mayMount = spawnSync('unshare', [...withSmallDisk, 'mount -t tmpfs tmpfs /mnt']).status === 0

const script = `
mount -t tmpfs -o size=8m tmpfs "$folder/disk"
cp -R "$old/." "$folder/disk"
left=$(df -k "$folder/disk" | awk 'END { print $4 }')
head -c "$(( (left - free) * 1024 ))" /dev/zero > "$folder/disk/filler"
code=0
"$node" "$run" "$entry" "$large" --out "$folder/disk/out" > /dev/null 2> "$folder/stderr" || code=$?
cp -RL "$folder/disk/out" "$folder/after"
ls -A "$folder/disk" > "$folder/names"
exit $code
`

describe.skipIf(!mayMount)('a disk that is full', () => {
  const old = join(temporary.path, 'old')
  beforeAll(async () => {
    writeFiles(temporary.path, { 'small.txt': documentText({ rating: 'A' }) })
    await runIngest(join(temporary.path, 'small.txt'), '--out', join(old, 'out'))
  })

  // a warehouse of the digest takes about 1.9 MB
  it.each([0, 100, 800, 1500])('after %d KiB more: says so, leaves the old output and nothing else', (free) => {
    const folder = join(temporary.path, String(free))
    mkdirSync(join(folder, 'disk'), { recursive: true })
    const env = { ...process.env, folder, old, free: String(free), node: process.execPath, run, entry, large: digestPath }
    expect(spawnSync('unshare', [...withSmallDisk, script], { cwd: root, env }).status).toBe(1)
    const said = readFileSync(join(folder, 'stderr'), 'utf8').split('\n')
    expect(said.filter((line) => line !== '' && !line.includes(': 注意: '))).toEqual([
      `出力先に書けない (ディスクの空きが足りない): ${join(folder, 'disk/out')}。前の出力はそのまま残っている`,
    ])
    expect(bytesOf(join(folder, 'after'))).toEqual(bytesOf(join(old, 'out')))
    expect(readFileSync(join(folder, 'names'), 'utf8')).toMatch(/^\.out\.[0-9a-f-]{36}\nfiller\nout\n$/)
  })
})

describe.skipIf(process.platform === 'win32')('a limit of the size of files', () => {
  const limited = (blocks: number, out: string) =>
    spawnSync('sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, run, entry, digestPath, '--out', out], { cwd: root, encoding: 'utf8' })

  it('is said, and leaves the old output and nothing else', async () => {
    const out = join(temporary.path, 'limited', 'out')
    writeFiles(temporary.path, { 'limited.txt': documentText({ rating: 'A' }) })
    await runIngest(join(temporary.path, 'limited.txt'), '--out', out)
    const before = bytesOf(join(temporary.path, 'limited'))
    const { status, stderr } = limited(64, out)
    const said = stderr.split('\n').filter((line) => line !== '' && !line.includes(': 注意: '))
    expect([status, said]).toEqual([1, [`出力先に書けない (ファイルの大きさの上限を超えた): ${out}。前の出力はそのまま残っている`]])
    expect(bytesOf(join(temporary.path, 'limited'))).toEqual(before)
  })
})

const readOnly = `
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
cd "$root"
exec "$node" tools/run.mjs "$@"
`

describe.skipIf(!mayMount)('a checkout that may only be read', () => {
  /** A checkout of links to this one, with a folder of its own for what is built. */
  const checkout = join(temporary.path, 'checkout')
  const runIn = (...words: string[]) => {
    const env = { ...process.env, root: checkout, node: process.execPath }
    return spawnSync('unshare', [...withSmallDisk, readOnly, 'sh', ...words], { env, encoding: 'utf8' })
  }
  beforeAll(() => {
    mkdirSync(join(checkout, 'tools'), { recursive: true })
    cpSync(join(root, 'tools/run.mjs'), join(checkout, 'tools/run.mjs'))
    for (const name of ['node_modules', 'loaders', 'package.json', 'package-lock.json']) symlinkSync(join(root, name), join(checkout, name))
  })

  it('is said by a command that is not bundled yet', () => {
    const { status, stderr } = runIn('loaders/main.ts', digestPath, '--out', 'warehouse')
    const reason = `コマンドを用意できない: ${join(checkout, 'build')} に書けない。空きと権限を確かめるか、書ける場所に写して実行する\n`
    expect([status, stderr, readdirSync(checkout)]).toEqual([1, reason, ['loaders', 'node_modules', 'package-lock.json', 'package.json', 'tools']])
  })

  it('is said by one that would write into it, which writes elsewhere all the same', () => {
    spawnSync(process.execPath, ['tools/run.mjs', 'loaders/main.ts'], { cwd: checkout })
    const { status, stderr } = runIn('loaders/main.ts', digestPath, '--out', 'warehouse')
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining(`出力先に書けない (読み取り専用の場所である): ${join(checkout, 'warehouse')}。前の出力はそのまま残っている\n`),
    ])
    expect(runIn('loaders/main.ts', digestPath, '--out', join(temporary.path, 'elsewhere')).status).toBe(0)
  })
})
