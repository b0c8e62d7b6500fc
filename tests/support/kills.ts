import { describe, expect, it } from 'vitest'
import { type KilledCommand, killRuns } from '../../tools/fuzz/kills.ts'

/** What holds of the output however a run of a command ends, tried on a number of runs; after each ten, on two runs at once. */
export function describeKills(name: string, command: KilledCommand, runs: number): void {
  describe(`${name} killed at a random instant`, () => {
    const seed = Date.now() % 2 ** 31

    it(`leaves the old output whole or the new one, and the next run works and tidies up (${runs} runs, seed ${seed})`, async () => {
      const { killed, problems } = await killRuns(command, runs, seed)
      expect(problems).toEqual([])
      expect(killed).toBeGreaterThan(0)
    }, 600_000)
  })
}
