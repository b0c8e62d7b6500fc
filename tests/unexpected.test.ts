import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../loaders/main.ts'
import { storeWarehouse } from '../loaders/warehouse/store.ts'
import { temporaryFolder } from './support/command.ts'
import { digestPath } from './support/plans.ts'

vi.mock('../loaders/warehouse/store.ts')
const temporary = temporaryFolder()
afterAll(temporary.remove)
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function runMain(): Promise<{ code: number; last: string }> {
  vi.mocked(storeWarehouse).mockRejectedValue(new TypeError('no value for\ncolumn title'))
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await main([digestPath, '--out', join(temporary.path, 'out')])
  return { code, last: String(write.mock.lastCall?.[0]) }
}

describe('a mistake of the program', () => {
  it('is one line and exit code 1, and leaves nothing', async () => {
    const { code, last } = await runMain()
    expect([code, last]).toEqual([1, '予期しないエラーで中止した: no value for column title (REFORM_STACK=1 を付けて実行すると詳しく表示する)\n'])
    expect([existsSync(join(temporary.path, 'out')), readdirSync(temporary.path)]).toEqual([false, []])
  })

  it('shows where it happened to who asks for it', async () => {
    vi.stubEnv('REFORM_STACK', '1')
    expect((await runMain()).last).toMatch(/^TypeError: no value for\ncolumn title\n +at .*unexpected\.test\.ts/)
  })
})
