import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main as ingest } from '../../loaders/main.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { root } from '../support/plans.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'marts-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('rating_counts and support_by_rating', () => {
  it.each([
    ['rating-signs', ['◎', '○', '△', '×']],
    ['rating-s-to-e', ['S', 'A', 'E', 'F']],
  ])('%s goes from the best rating to the lowest', async (name, ratings) => {
    const output = join(directory, name)
    expect(await ingest([join(root, 'tests/fixtures/good', name, 'document.txt'), '--out', output])).toBe(0)
    const warehouse = await openWarehouse(output)
    expect(warehouse.mart('rating_counts').map(({ rating }) => rating)).toEqual(ratings)
    expect(warehouse.mart('support_by_rating').map(({ rating }) => rating)).toEqual([...ratings, 'all'])
  })
})
