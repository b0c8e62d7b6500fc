import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from './generate/prng.ts'

const version = '9.6.1'
const packages = ['@stryker-mutator/core', '@stryker-mutator/vitest-runner']
const folder = join('build', 'mutation')
const report = join(folder, 'report.json')
const leastScore = 88

type Counts = Record<'killed' | 'left', number>

const rooms = ['document', 'vocabulary', 'structure', 'records', 'ledger', 'checks'].map((name) => join('loaders', name))
const linesOfStretch = 10

/**
 * Changes the reader and the rules in thousands of small ways and counts the changes that no test notices. Words are
 * Stryker's own, such as `--mutate loaders/checks/run.ts`; all of it takes a night, `--sample 100 --seed 1` tries as many
 * stretches of ten lines, chosen at random among all lines. Exit code 1 below the least score.
 */
export async function main(words: string[]): Promise<number> {
  if (!isInstalled() && !install()) return 1
  const { sample, seed } = parseArgs({ args: words, options: { sample: { type: 'string' }, seed: { type: 'string' } }, strict: false }).values
  if (sample !== undefined) return mutate(['--mutate', stretches(Number(sample), Number(seed ?? 1)).join(','), '--force'])
  return mutate(words)
}

/** Stretches of lines of the rooms, each line of them as likely to be chosen as any other. */
function stretches(count: number, seed: number): string[] {
  const random = new Random(seed)
  const files = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
  const all = files
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((path) => {
      const lines = readFileSync(path, 'utf8').split('\n').length
      return Array.from({ length: Math.ceil(lines / linesOfStretch) }, (_, index) => `${path}:${index * linesOfStretch + 1}-${(index + 1) * linesOfStretch}`)
    })
  return Array.from({ length: Math.min(count, all.length) }, () => all.splice(random.int(0, all.length - 1), 1)).flat()
}

function mutate(words: readonly string[]): number {
  rmSync(report, { force: true })
  const run = spawnSync(
    process.execPath,
    [join(moduleOf('@stryker-mutator/core'), 'bin', 'stryker.js'), 'run', join('tools', 'mutation', 'stryker.mjs'), ...words],
    {
      stdio: 'inherit',
    },
  )
  if (run.status !== 0) {
    process.stderr.write('変異試験を終えられない。上の出力を見る\n')
    return 1
  }
  return existsSync(report) ? tellScore() : 0
}

function moduleOf(name: string): string {
  return join(folder, 'node_modules', ...name.split('/'))
}

function isInstalled(): boolean {
  return packages.every((name) => {
    try {
      return JSON.parse(readFileSync(join(moduleOf(name), 'package.json'), 'utf8')).version === version
    } catch {
      return false
    }
  })
}

/** Installs Stryker beside the project, which runs it with its own vitest. */
function install(): boolean {
  mkdirSync(folder, { recursive: true })
  const words = ['install', '--prefix', folder, '--legacy-peer-deps', '--save-exact', ...packages.map((name) => `${name}@${version}`)]
  const { status } = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.stderr.write(`Strykerを${folder}に入れられない。npmのレジストリにつながる所で実行する\n`)
  return status === 0
}

/** Prints the share of changes noticed by file and over all files of the report. */
function tellScore(): number {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as { files: Record<string, { mutants: { status: string }[] }> }
  const rows = Object.entries(files).map(([path, { mutants }]) => ({ path, counts: countOf(mutants) }))
  for (const { path, counts } of rows) process.stdout.write(`${scoreOf(counts).toFixed(1).padStart(5)} ${path} (${counts.left}件が残る)\n`)
  const all = rows.reduce((sum, { counts }) => ({ killed: sum.killed + counts.killed, left: sum.left + counts.left }), { killed: 0, left: 0 })
  const score = scoreOf(all)
  process.stdout.write(`変異得点 ${score.toFixed(2)} (${all.killed + all.left}件のうち${all.killed}件に気づいた)。${leastScore}以上でよい\n`)
  return score >= leastScore ? 0 : 1
}

function countOf(mutants: readonly { status: string }[]): Counts {
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  return { killed: count('Killed', 'Timeout'), left: count('Survived', 'NoCoverage') }
}

/** Percent; what has no mutants is wholly tested. */
function scoreOf({ killed, left }: Counts): number {
  return killed + left === 0 ? 100 : (100 * killed) / (killed + left)
}
