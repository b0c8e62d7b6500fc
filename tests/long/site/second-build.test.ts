import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { buildSite } from '../../../tools/build.ts'
import { bytesOf, temporaryFolder } from '../../support/command.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

describe('the folder', () => {
  it('is the same to the byte when all of it is built again', async () => {
    const again = join(temporary.path, 'again')
    const { warehouse, folder } = inject('site')
    await buildSite({ warehouse, output: again })
    expect(bytesOf(again)).toEqual(bytesOf(folder))
  }, 240_000)
})
