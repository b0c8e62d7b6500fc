import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Runs } from '../../tools/fuzz/runs.ts'
import { digestPath, hasPublished, publishedPath } from '../support/plans.ts'

const runs = 1000

/** How runs on a mutated document broke a law; that of time is left to `npm run fuzz`, which has the machine to itself. */
function failuresOf(path: string, seed: number): unknown[] {
  const mutations = new Runs(readFileSync(path, 'utf8'), seed, 1)
  return Array.from({ length: runs }, (_, run) => mutations.failuresOf(run))
    .flat()
    .filter(({ law }) => law !== 'time')
}

describe('a mutated document', () => {
  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31)

  it(`breaks no law of the reader: the built-in one (${runs} runs, seed ${seed})`, { timeout: 600_000 }, () => {
    expect(failuresOf(join(digestPath, 'document.txt'), seed)).toEqual([])
  })

  it.skipIf(!hasPublished)(`breaks no law of the reader: the published one (${runs} runs, seed ${seed})`, { timeout: 600_000 }, () => {
    expect(failuresOf(publishedPath, seed)).toEqual([])
  })
})
