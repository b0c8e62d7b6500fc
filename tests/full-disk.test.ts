import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, ingestCommand, runIngest, temporaryFolder, writeFiles } from './support/command.ts'
import { documentText } from './support/documents.ts'
import { digestPath, root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const [run, entry] = ingestCommand

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
