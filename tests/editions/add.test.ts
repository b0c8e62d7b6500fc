import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinRestatements, relatedPlans } from '../../loaders/editions/add.ts'
import type { Restatement } from '../../loaders/editions/restatements.ts'
import { ingestPlans } from '../../loaders/ingest.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { openStored, type StoredWarehouse } from '../../loaders/warehouse/stored.ts'
import { runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { editionText, harumi } from '../support/editions.ts'

const temporary = temporaryFolder()
const at = (name: string) => join(temporary.path, name)
const plan = (title: string, ...items: string[]) =>
  editionText(
    title,
    ['令和5年度'],
    items.map((title, index) => ({ no: index + 1, title })),
  )

let stored: StoredWarehouse
beforeAll(async () => {
  writeFiles(temporary.path, {
    ...harumi,
    'other.txt': plan('第6次はるか市改革プラン', '広告の募集'),
    'far/plan.txt': plan('第2次なぎさ市改革プラン', '職員の研修', '広告の募集'),
    'far/plan.json': JSON.stringify({ document: 'plan.txt', same_as: { 2: 'other/1' } }),
    'alone.txt': plan('第3次みなと市改革プラン', '広告の募集'),
  })
  await runIngest(...['r5.txt', 'other.txt', 'far', 'alone.txt'].map(at), '--out', at('warehouse'))
  stored = (await openStored(at('warehouse'))) as StoredWarehouse
})
afterAll(() => {
  stored.close()
  temporary.remove()
})

async function read(name: string, text: string, said: object = {}): Promise<TableRows> {
  writeFiles(at(name), { 'plan.txt': text, 'plan.json': JSON.stringify({ document: 'plan.txt', ...said }) })
  return (await ingestPlans([at(name)], 2 ** 26)).rows
}

describe('the stored plans that a plan which is read is related to', () => {
  it.each([
    ['those of its municipality', harumi['r6.txt'], {}, ['r5']],
    [
      'those of which it says that an item is the same, and those whose items are the same as that',
      plan('第1次やまて市計画', '広告の募集'),
      { same_as: { 1: 'far/2' } },
      ['other', 'far'],
    ],
    ['those of its bytes', harumi['r5.txt'], { municipality: 'みさき市' }, ['r5']],
    ['none where nothing leads to one', plan('第1次やまて市計画', '広告の募集'), {}, []],
  ])('are %s', async (_, text, said, related) => {
    expect(await relatedPlans(stored, await read('read', text, said))).toEqual(related)
  })

  it('are those that name it: a plan whose item is said to be one that comes now', async () => {
    const named = await read('other', plan('第7次はるか市改革プラン', '広告の募集'))
    expect(await relatedPlans(stored, named)).toEqual(['other', 'far'])
  })

  it('are all that is read of a warehouse', async () => {
    const rows = await stored.rowsOf(['r5', 'far'])
    expect(new Set(rows.items.map(({ plan_id, title }) => `${plan_id} ${title}`))).toEqual(
      new Set(['r5 広告の募集', 'r5 定員の管理', 'r5 窓口の改善', 'far 職員の研修', 'far 広告の募集']),
    )
    expect(rows.plans.map(({ plan_id }) => plan_id)).toEqual(['r5', 'far'])
  })
})

it('restated values of plans that are not related stay, in the order of the plans', async () => {
  const restated = (series: string, old_value: number) => ({ series, old_value, restatement_no: 9 }) as Restatement
  const plans = ['甲', '乙', '甲'].map((series) => ({ series })) as TableRows['plans']
  const joined = joinRestatements(plans, [restated('乙', 1), restated('甲', 2)], [restated('甲', 3), restated('甲', 4)], (series) => series === '甲')
  expect(joined.map(({ series, old_value, restatement_no }) => [series, old_value, restatement_no])).toEqual([
    ['甲', 3, 1],
    ['甲', 4, 2],
    ['乙', 1, 3],
  ])
})
