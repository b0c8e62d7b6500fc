import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runMain, temporaryFolder } from './support/command.ts'
import { digestPath } from './support/plans.ts'

// the command is loaded anew around the mistake: a process runs many test files, and the others need the one without
const store = '../loaders/warehouse/store.ts'
let main: (words: string[]) => Promise<number>
beforeAll(async () => {
  vi.resetModules()
  vi.doMock(store, () => ({ storeWarehouse: () => Promise.reject(new TypeError('no value for\ncolumn title')) }))
  ;({ main } = await import('../loaders/main.ts'))
})
const temporary = temporaryFolder()
afterAll(() => {
  vi.doUnmock(store)
  vi.resetModules()
  temporary.remove()
})
afterEach(() => vi.unstubAllEnvs())

const run = () => runMain(main, [digestPath, '--out', join(temporary.path, 'out')])

describe('a mistake of the program', () => {
  it('is one line and exit code 1, and leaves nothing', async () => {
    const { status, stderr } = await run()
    expect(status).toBe(1)
    expect(stderr).toMatch(/(?:^|\n)予期しないエラーで中止した: no value for column title \(REFORM_STACK=1 を付けて実行すると詳しく表示する\)\n$/)
    expect([existsSync(join(temporary.path, 'out')), readdirSync(temporary.path)]).toEqual([false, []])
  })

  it('shows where it happened to who asks for it', async () => {
    vi.stubEnv('REFORM_STACK', '1')
    expect((await run()).stderr).toMatch(/^TypeError: no value for\ncolumn title\n +at .*unexpected\.test\.ts/m)
  })
})
