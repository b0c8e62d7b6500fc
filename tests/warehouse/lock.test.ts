import { spawnSync } from 'node:child_process'
import { readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lock } from '../../loaders/warehouse/lock.ts'
import { temporaryFolder, writeFiles } from '../support/command.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid
const pathIn = (folder: string) => join(writeFiles(join(temporary.path, folder), { other: '' }), '.out.lock')

describe('a lock', () => {
  it('names its process from the start, and is gone when given back', async () => {
    const path = pathIn('plain')
    const unlock = await lock(path)
    expect(readlinkSync(path)).toMatch(new RegExp(`^${process.pid}-\\d*$`))
    await unlock()
    expect(readdirSync(join(path, '..'))).toEqual(['other'])
  })

  it('of a living process is waited for, once said', async () => {
    const path = pathIn('living')
    const unlock = await lock(path)
    let waits = 0
    let isMine = false
    const second = lock(path, () => {
      waits += 1
    }).then((unlock) => {
      isMine = true
      return unlock
    })
    while (waits === 0) await new Promise((resolve) => setImmediate(resolve))
    expect([waits, isMine]).toEqual([1, false])
    await unlock()
    await (await second)()
    expect(waits).toBe(1)
  })

  it.each([
    ['of a dead process', () => `${deadProcess()}-1`],
    ['of an earlier process of the same number', () => `${process.pid}-1`],
  ])('%s is taken over by one at a time', async (name, owner) => {
    const path = pathIn(name.replaceAll(' ', '-'))
    for (let round = 0; round < 10; round++) {
      symlinkSync(owner(), path)
      let holders = 0
      const most: number[] = []
      const hold = async () => {
        const unlock = await lock(path)
        holders += 1
        most.push(holders)
        await new Promise((resolve) => setTimeout(resolve, 2))
        holders -= 1
        await unlock()
      }
      await Promise.all([hold(), hold(), hold(), hold(), hold()])
      expect(most).toEqual([1, 1, 1, 1, 1])
      expect(readdirSync(join(path, '..'))).toEqual(['other'])
    }
  })

  it('that was left while it was taken over is removed too', async () => {
    const path = pathIn('twice')
    symlinkSync(`${deadProcess()}-1`, path)
    symlinkSync(`${deadProcess()}-1`, `${path}.lock`)
    await (await lock(path))()
    symlinkSync(`${deadProcess()}-1`, `${path}.lock`)
    await (await lock(path))()
    expect(readdirSync(join(path, '..'))).toEqual(['other'])
  })

  it('is refused where a file of others has its name', async () => {
    const path = pathIn('file')
    writeFileSync(path, '大事な設定')
    await expect(lock(path)).rejects.toThrow(`このツールのものでないファイルがある: ${path}`)
  })
})
