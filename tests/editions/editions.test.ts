import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatMessages } from '../../loaders/document/messages.ts'
import { ingestPlans } from '../../loaders/ingest.ts'
import type { Ingestion } from '../../loaders/read-plans.ts'
import { cityInTitle } from '../../loaders/records/plan-series.ts'
import { temporaryFolder, writeFiles } from '../support/command.ts'
import { editionText, harumi } from '../support/editions.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

/** What is read of files and folders of a library, in the order given. */
function ingest(name: string, files: Readonly<Record<string, string>>, ...paths: string[]): Promise<Ingestion> {
  const folder = writeFiles(join(temporary.path, name), files)
  return ingestPlans(
    paths.map((path) => join(folder, path)),
    2 ** 26,
  )
}

const currentOf = ({ rows }: Ingestion) => rows.plans.filter(({ is_current }) => is_current).map(({ plan_id }) => plan_id)
const lineagesOf = ({ rows }: Ingestion, planId: string) => rows.items.filter(({ plan_id }) => plan_id === planId).map(({ lineage }) => lineage)
const messagesOf = ({ reports }: Ingestion, rule: string) =>
  reports.flatMap((report) => formatMessages(report).split('\n')).filter((line) => line.endsWith(`[${rule}]`))
const one = (title: string) => editionText(title, ['令和5年度'], [{ no: 1, title: '広告の募集' }])
const described = (more: object) => JSON.stringify({ document: 'plan.txt', ...more })

describe('three editions and the plan after them', () => {
  const paths = ['r5.txt', 'r6.txt', 'r7.txt', 'next.txt']

  it('are two series, the last edition of each current, in whatever order they are given', async () => {
    const [forth, back] = [await ingest('forth', harumi, ...paths), await ingest('back', harumi, ...paths.toReversed())]
    expect(forth.rows.plans.map(({ plan_id, series, as_of_fiscal_year, is_current }) => [plan_id, series, as_of_fiscal_year, is_current])).toEqual([
      ['r5', 'はるみ市-6', 2023, false],
      ['r6', 'はるみ市-6', 2024, false],
      ['r7', 'はるみ市-6', 2025, true],
      ['next', 'はるみ市-7', 2026, true],
    ])
    expect(back.rows.plans).toEqual(forth.rows.plans.toReversed())
    expect(back.restatements).toEqual(forth.restatements)
    for (const plan of ['r5', 'r6', 'r7', 'next']) expect(lineagesOf(back, plan)).toEqual(lineagesOf(forth, plan))
  })

  it('follow an item of one number and title, and propose what could be one', async () => {
    const read = await ingest('lines', harumi, ...paths)
    expect(lineagesOf(read, 'r5')).toEqual(['はるみ市-6/1', 'はるみ市-6/2', 'はるみ市-6/3'])
    expect(lineagesOf(read, 'r7')).toEqual(['はるみ市-6/1', 'はるみ市-6/2', 'はるみ市-6/3', 'はるみ市-6/4'])
    expect(lineagesOf(read, 'next')).toEqual(['はるみ市-7/1', 'はるみ市-6/2', 'はるみ市-7/4'])
    expect(messagesOf(read, 'item-lineage')).toEqual([
      expect.stringMatching(
        /next\.txt:8:1: 注意: No\.1「窓口の改善」と r7 のNo\.3「窓口の改善」は名前が同じで番号が違う。同じ項目なら plan\.json に "same_as": \{"1": "r7\/3"\} と書く/,
      ),
    ])
  })

  it('take what plan.json says to be the same, by plan or by series, and say what is not there', async () => {
    const files = { ...harumi, 'r8/plan.txt': harumi['next.txt'], 'r8/plan.json': described({ same_as: { 1: 'r7/3', 4: 'はるみ市-6/9', 77: 'r7/1' } }) }
    const read = await ingest('said', files, 'r7.txt', 'r8')
    expect(lineagesOf(read, 'r8')).toEqual(['はるみ市-6/3', 'はるみ市-6/2', 'はるみ市-7/4'])
    expect(messagesOf(read, 'item-lineage')).toEqual([
      expect.stringContaining('plan.json の same_as にある項目番号「77」は、この文書にない'),
      expect.stringContaining('plan.json の same_as が言う「はるみ市-6/9」は、読み込んだ文書にない'),
    ])
  })

  it('state two values otherwise than before, both with their places', async () => {
    const read = await ingest('restated', harumi, ...paths)
    const [first, second, ...others] = read.restatements
    expect(others).toEqual([])
    expect(first).toMatchObject({
      series: 'はるみ市-6',
      lineage: 'はるみ市-6/1',
      item_no: 1,
      table_name: 'effects',
      measure: 'effects_yen',
      detail: '広告料',
      fiscal_year: 2023,
      old_plan_id: 'r5',
      old_value: 1_234_000,
      old_source_line: 15,
      new_plan_id: 'r6',
      new_value: 1_324_000,
      new_source_line: 16,
      restatement_no: 1,
    })
    expect(harumi['r5.txt'].split('\n')[14]).toContain('1,234千円')
    expect(harumi['r6.txt'].split('\n')[15]).toContain('1,324千円')
    const numberAt = (planId: string, figureNo: number | null | undefined) =>
      read.rows.figures.find(({ plan_id, figure_no }) => plan_id === planId && figure_no === figureNo)?.value
    expect([first?.unit, numberAt('r5', first?.old_value_figure_no), numberAt('r6', first?.new_value_figure_no)]).toEqual(['円', 1234, 1324])
    expect(numberAt('r7', first?.current_figure_no)).toBe(1324)
    expect(second).toMatchObject({ item_no: 2, fiscal_year: 2024, old_plan_id: 'r6', old_value: 6_000_000, new_plan_id: 'r7', new_value: 6_500_000 })
    expect(messagesOf(read, 'restated-value')[0]).toContain(
      'No.1 令和5年度の効果額 (広告料) 1,234千円は、令和6年度版で1,324千円に改められた。前の値は r5 の15行',
    )
  })
})

describe('the current edition', () => {
  const files = {
    'digest/plan.txt': one('第6次はるみ市プラン改革プラン').replace('プラン改革プラン', '改革プラン'),
    'digest/plan.json': described({ edition: 'digest', municipality_code: '000019' }),
    'told/plan.txt': `${one('第6次はるみ市改革プラン')}\n`,
    'told/plan.json': described({ edition: 'published', municipality_code: '000019' }),
    'copy/plan.txt': `${one('第6次はるみ市改革プラン')}\n`,
    'copy/plan.json': described({ edition: 'published', municipality_code: '000019' }),
    'named.txt': one('第6次はるみ市改革プラン'),
    'other.txt': one('第6次はるか市改革プラン'),
  }

  it('is the published one before the digest; of equal bytes the first given', async () => {
    expect(currentOf(await ingest('kinds', files, 'told', 'digest'))).toEqual(['told'])
    expect(currentOf(await ingest('kinds', files, 'digest', 'copy', 'told'))).toEqual(['copy'])
    expect(currentOf(await ingest('kinds', files, 'told', 'copy'))).toEqual(['told'])
  })

  it('is looked for among those of one municipality, which another plan may know the code of', async () => {
    const { rows } = await ingest('kinds', files, 'named.txt', 'told', 'other.txt')
    expect(rows.plans.map(({ series, is_current }) => [series, is_current])).toEqual([
      ['000019-6', false],
      ['000019-6', true],
      ['はるか市-6', true],
    ])
  })

  it('is the plan itself where no city is named, with a message', async () => {
    const texts = { 'a.txt': one('第6次改革プラン'), 'b.txt': `${one('第6次改革プラン')}\n` }
    const read = await ingest('nameless', texts, 'a.txt', 'b.txt')
    expect(currentOf(read)).toEqual(['a', 'b'])
    expect(read.rows.plans.map(({ series }) => series)).toEqual(['a', 'b'])
    expect(messagesOf(read, 'no-municipality')).toHaveLength(2)
    expect(messagesOf(await ingest('nameless', texts, 'a.txt'), 'no-municipality')).toEqual([])
  })

  it('is the later one by the day of publication; without one that is said', async () => {
    const dated = (day: string | null, text: string) => ({ 'plan.json': described({ published_on: day }), 'plan.txt': one('第6次はるみ市改革プラン') + text })
    const folder = (name: string, day: string | null, text: string) =>
      Object.fromEntries(Object.entries(dated(day, text)).map(([path, content]) => [`${name}/${path}`, content]))
    const read = await ingest('days', { ...folder('x', '2024-10-02', ''), ...folder('y', '2024-10-01', '\n') }, 'x', 'y')
    expect(currentOf(read)).toEqual(['x'])
    const unclear = await ingest('no-days', { ...folder('x', null, ''), ...folder('y', null, '\n') }, 'x', 'y')
    expect(currentOf(unclear)).toEqual(['y'])
    expect(messagesOf(unclear, 'unclear-edition')).toEqual([expect.stringContaining('x と同じ年度までの同じ版')])
  })

  it('is of the series that plan.json says', async () => {
    const said = { 'said/plan.txt': one('第6次改革プラン'), 'said/plan.json': described({ series: 'はるみ市-6' }), 'r6.txt': harumi['r6.txt'] }
    expect(currentOf(await ingest('series', said, 'said', 'r6.txt'))).toEqual(['r6'])
  })
})

describe('plans of one name', () => {
  it('have the folders before it that tell them apart', async () => {
    const files = { 'r5/plan.txt': harumi['r5.txt'], 'r6/plan.txt': harumi['r6.txt'], 'a/r5/plan.txt': harumi['r7.txt'] }
    expect((await ingest('names', files, 'r5/plan.txt', 'r6/plan.txt')).rows.plans.map(({ plan_id }) => plan_id)).toEqual(['r5-plan', 'r6-plan'])
    const three = (await ingest('names', files, 'r5/plan.txt', 'r6/plan.txt', 'a/r5/plan.txt')).rows.plans.map(({ plan_id }) => plan_id)
    expect(three).toEqual(['names-r5-plan', 'names-r6-plan', 'a-r5-plan'])
  })

  it('are refused where they are one file, or stand in one folder', async () => {
    const errors = messagesOf(await ingest('twice', { 'r5.txt': harumi['r5.txt'] }, 'r5.txt', './r5.txt'), 'duplicate-plan')
    expect(errors).toEqual([expect.stringMatching(/r5\.txt:1:1: エラー: プランID r5 が .*r5\.txt と同じ/)])
    const both = { 'r5.txt': harumi['r5.txt'], 'r5.md': harumi['r5.txt'] }
    expect(messagesOf(await ingest('endings', both, 'r5.txt', 'r5.md'), 'duplicate-plan')).toHaveLength(1)
  })
})

describe('a municipality in a title', () => {
  it.each([
    ['第6次湖北市集中改革プラン', '湖北市'],
    ['見本市第1次長期改革プラン', '見本市'],
    ['第五次東村山市行財政改革大綱', '東村山市'],
    ['四日市市 第 5 次行政改革プラン', '四日市市'],
    ['広島県府中市行政改革プラン', '広島県府中市'],
    ['宮城県行政改革プラン', '宮城県'],
    ['第２次はるか町行財政改革大綱', 'はるか町'],
  ])('%s: %s', (title, city) => {
    expect(cityInTitle(title)).toBe(city)
  })

  it.each(['第 5 次集中改革プラン', '都市改革プラン', '市町村行財政改革プラン', '第5次見本プラン', ''])('%j: none', (title) => {
    expect(cityInTitle(title)).toBeUndefined()
  })
})
