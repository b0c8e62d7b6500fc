import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type FSWatcher, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFrame } from '../frame.ts'
import { Random } from '../generate/prng.ts'

/** What some killed runs came to. */
export interface KillReport {
  /** runs that were ended before they were done, and those of them that had put the new output in place */
  killed: number
  replaced: number
  /** those that ended between two renames, with the old output whole beside its place */
  between: number
  problems: string[]
}

/** A command whose runs are killed, each of which would replace one output folder. */
export interface KilledCommand {
  /** makes two inputs in a folder, whose outputs differ */
  prepare(folder: string): Promise<readonly [string, string]>
  /** begins to make the output of an input */
  start(input: string, out: string): ChildProcess
  /** after how many kills the run is done once more, undisturbed */
  againEvery: number
}

interface Version {
  input: string
  /** the manifest of a run that nobody disturbed */
  manifest: string
}

const document = (yen: string) =>
  ['第5次見本プラン取組実績一覧', 'No.1 見本の項目', `取組による効果\t令和2年度\t削減額\t${yen}`, `\t総計\t削減額\t${yen}`, ''].join('\n')

/** Ingest of two small plans. */
export const killedIngest: KilledCommand = {
  prepare: (folder) => Promise.resolve([writePlan(join(folder, 'plan-0'), '4,000円'), writePlan(join(folder, 'plan-1'), '5,000円')]),
  start: (plan, out) => startCommand('loaders/main.ts', plan, '--out', out),
  againEvery: 1,
}

/** The build of the sites of two small plans, in a frame that is made already. */
export const killedBuild: KilledCommand = {
  async prepare(folder) {
    mkdirSync(join(folder, 'frame'))
    await makeFrame(join(folder, 'frame'))
    const [first, second] = await killedIngest.prepare(folder)
    return [await ingested(first), await ingested(second)]
  },
  start: (warehouse, out) => startCommand('tools/fuzz/build-in-frame.ts', warehouse, out, join(dirname(dirname(out)), 'frame')),
  againEvery: 10,
}

function writePlan(folder: string, yen: string): string {
  mkdirSync(folder)
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ document: 'document.txt' }))
  writeFileSync(join(folder, 'document.txt'), document(yen))
  return folder
}

async function ingested(plan: string): Promise<string> {
  const warehouse = `${plan}-warehouse`
  const { code, stderr } = await ended(killedIngest.start(plan, warehouse))
  if (code !== 0) throw new Error(stderr)
  return warehouse
}

/** Told of each killed run: how many there were, and what they came to so far. */
type Progress = (done: number, report: KillReport) => void

/** Kills runs of a command on one output folder at random instants; after each, looks at the output, and runs it once more. */
export async function killRuns(command: KilledCommand, runs: number, seed: number, show: Progress = () => {}): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  try {
    const kills = new Kills(command, folder, new Random(seed))
    await kills.prepare()
    for (let run = 0; run < runs; run++) {
      await kills.killOne(run)
      if (run % 10 === 9) await kills.runTwo(run)
      show(run + 1, kills.report)
    }
    return kills.report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Kills {
  readonly report: KillReport = { killed: 0, replaced: 0, between: 0, problems: [] }
  readonly #out: string
  readonly #versions: Version[] = []
  /** what an undisturbed run takes, and how often it changes the folder of the output */
  #milliseconds = 0
  #changes = 0

  constructor(
    private readonly command: KilledCommand,
    private readonly folder: string,
    private readonly random: Random,
  ) {
    this.#out = join(folder, 'out', 'made')
  }

  /** Two inputs, and what undisturbed runs make of each. */
  async prepare(): Promise<void> {
    mkdirSync(join(this.folder, 'out'))
    for (const input of await this.command.prepare(this.folder)) {
      let changes = 0
      const watcher = watch(join(this.folder, 'out'), () => {
        changes += 1
      })
      const start = performance.now()
      const { code, stderr } = await ended(this.command.start(input, this.#out))
      this.#milliseconds = performance.now() - start
      await sleep(50)
      watcher.close()
      this.#changes = changes
      if (code !== 0) throw new Error(stderr)
      this.#versions.push({ input, manifest: this.#manifest() })
    }
  }

  /** Kills a run that would replace the output, looks at what is there, and runs it again. */
  async killOne(run: number): Promise<void> {
    const before = this.#manifest()
    const next = this.#versions.find(({ manifest }) => manifest !== before) as Version
    const child = this.command.start(next.input, this.#out)
    const instant = await this.#kill(child)
    if ((await ended(child)).signal === 'SIGKILL') {
      this.report.killed += 1
      if (this.#tryManifest() === next.manifest) this.report.replaced += 1
    }
    this.#putBack()
    this.#expectWhole(`run ${run}, killed ${instant}`, [before, next.manifest])
    if (run % this.command.againEvery !== 0) return
    const { code, stderr } = await ended(this.command.start(next.input, this.#out))
    if (code !== 0) this.report.problems.push(`run ${run}, killed ${instant}: the run after it ended with ${code}: ${stderr}`)
    this.#expectWhole(`run ${run}, killed ${instant}, run again`, [next.manifest])
    this.#expectTidy(`run ${run}, killed ${instant}, run again`)
  }

  /** Two runs at once, after one that was killed: both succeed, and the output is one of theirs. */
  async runTwo(run: number): Promise<void> {
    const child = this.command.start(this.#versions[0]?.input ?? '', this.#out)
    await this.#kill(child)
    await ended(child)
    const both = await Promise.all(this.#versions.map(({ input }) => ended(this.command.start(input, this.#out))))
    for (const { code, stderr } of both) if (code !== 0) this.report.problems.push(`two at once after run ${run}: ended with ${code}: ${stderr}`)
    const manifests = this.#versions.map(({ manifest }) => manifest)
    this.#expectWhole(`two at once after run ${run}`, manifests)
    this.#expectTidy(`two at once after run ${run}`)
  }

  /** Kills by the clock, or as soon as the folder of the output has changed some times: the moments that matter are short. */
  async #kill(child: ChildProcess): Promise<string> {
    if (this.random.chance(0.5)) {
      const milliseconds = this.random.next() * this.#milliseconds * 1.1
      await sleep(milliseconds)
      child.kill('SIGKILL')
      return `after ${milliseconds.toFixed(1)} ms`
    }
    const changes = this.random.int(1, this.#changes)
    await this.#changed(child, changes)
    child.kill('SIGKILL')
    return `at change ${changes} of the folder`
  }

  /** Waits for a number of changes of the output's folder, or the end of the run. */
  async #changed(child: ChildProcess, changes: number): Promise<void> {
    let watcher: FSWatcher | undefined
    let left = changes
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      watcher = watch(join(this.folder, 'out'), () => {
        left -= 1
        if (left === 0) resolve()
      })
    })
    watcher?.close()
  }

  #manifest(): string {
    return readFileSync(join(this.#out, 'manifest.json'), 'utf8')
  }

  #tryManifest(): string | undefined {
    try {
      return this.#manifest()
    } catch {
      return undefined
    }
  }

  #expectWhole(when: string, manifests: readonly string[]): void {
    const manifest = this.#tryManifest()
    if (manifest === undefined || !manifests.includes(manifest)) this.report.problems.push(`${when}: the manifest is that of no whole run: ${manifest}`)
    else this.report.problems.push(...brokenFiles(this.#out, manifest).map((problem) => `${when}: ${problem}`))
  }

  /** Does what the next run would do where one was killed between the two renames of a folder, which nothing can make one. */
  #putBack(): void {
    const names = readdirSync(join(this.folder, 'out'))
    const old = names.find((name) => name.endsWith('.old'))
    if (names.includes('made') || old === undefined) return
    this.report.between += 1
    renameSync(join(this.folder, 'out', old), this.#out)
  }

  /** Nothing is left beside the output but the folder that it links to. */
  #expectTidy(when: string): void {
    const names = readdirSync(join(this.folder, 'out'))
    if (names.length > (lstatSync(this.#out).isSymbolicLink() ? 2 : 1)) this.report.problems.push(`${when}: left behind: ${names.join(' ')}`)
  }
}

/** Files that a manifest names and that are not there with their bytes, and files that it does not name. */
function brokenFiles(out: string, manifest: string): string[] {
  const { files } = JSON.parse(manifest) as { files: { path: string; sha256: string }[] }
  const named = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const found = readdirSync(join(out, '.'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map(({ parentPath, name }) => join(parentPath, name).slice(join(out, '.').length + 1)).filter((path) => path !== 'manifest.json')
  const isBroken = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(out, path)))
      .digest('hex') !== named.get(path)
  return [
    ...paths.filter(isBroken).map((path) => `not as the manifest says: ${path}`),
    ...files.filter(({ path }) => !paths.includes(path)).map(({ path }) => `not there: ${path}`),
  ]
}

function startCommand(...words: string[]): ChildProcess {
  return spawn(process.execPath, [join('tools', 'run.mjs'), ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** How a run ended, and what it said on standard error. */
async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (data) => {
    stderr += data
  })
  if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode, stderr }
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, stderr })))
}
