import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { nothingSaid, type PlanDescription } from '../../loaders/document/plan.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { readRows } from '../../loaders/read-plans.ts'
import { documentText, type ItemText } from '../support/documents.ts'

function planRow(description: Partial<PlanDescription>) {
  const text = documentText({ schedule: ['窓口\t①\t①\t'], years: { 令和2年度: '・甲。', 令和4年度: '・乙。' } })
  const input = { planId: 'mihon', description: { ...nothingSaid, ...description }, sha256: 'abc', source: new Source(text) }
  return readRows(input, new Report(new VFile({ path: 'data/mihon/document.txt' })))?.rows.plans[0]
}

/** The first and last year of a plan's period, and the year that its results are as of. */
function yearsOf(item: ItemText) {
  const input = { planId: 'mihon', description: nothingSaid, sha256: 'abc', source: new Source(documentText(item)) }
  const [row] = readRows(input, new Report(new VFile({ path: 'data/mihon/document.txt' })))?.rows.plans ?? []
  return [row?.first_fiscal_year, row?.last_fiscal_year, row?.as_of_fiscal_year]
}

describe('the row of a plan', () => {
  it('says what plan.json says', () => {
    const said = { title: '見本市プラン', planNo: 7, municipality: '見本市', municipalityCode: '012345', edition: 'sample' as const, sourceName: '見本' }
    expect(planRow(said)).toMatchObject({
      plan_id: 'mihon',
      title: '見本市プラン',
      plan_no: 7,
      municipality: '見本市',
      municipality_code: '012345',
      edition: 'sample',
      source_name: '見本',
      source_sha256: 'abc',
    })
  })

  it('says how the data are published, as plan.json says it', () => {
    const said = { publishedOn: '2023-08-01', sourceUrl: 'https://example.jp/plan', licence: 'CC-BY-4.0', publisher: '見本市', contact: '財政課' }
    const dated = { issued: '2023-09-01', modified: '2023-10-01', theme: '行政改革', updateCycle: 'annual' as const }
    expect(planRow({ ...said, ...dated })).toMatchObject({
      published_on: '2023-08-01',
      source_url: 'https://example.jp/plan',
      licence: 'CC-BY-4.0',
      publisher: '見本市',
      contact: '財政課',
      issued: '2023-09-01',
      modified: '2023-10-01',
      theme: '行政改革',
      update_cycle: 'annual',
    })
    expect(planRow({})).toMatchObject({ published_on: null, source_url: null, licence: null, publisher: null, update_cycle: null })
  })

  it('is as of the last year that reports a result or an effect, not of one that is only planned', () => {
    expect(yearsOf({ schedule: ['窓口\t①\t①\t①'], years: { 令和2年度: '・甲。', 令和3年度: '・乙。' } })).toEqual([2020, 2022, 2021])
    expect(yearsOf({ effects: ['令和2年度\t削減額\t4,000円'] })).toEqual([null, null, 2020])
    expect(yearsOf({ rating: 'A' })).toEqual([null, null, null])
  })

  it('takes from the document what plan.json does not say', () => {
    expect(planRow({})).toMatchObject({
      title: '第5次見本プラン',
      plan_no: 5,
      municipality: null,
      edition: null,
      first_fiscal_year: 2020,
      last_fiscal_year: 2022,
      source_name: 'document.txt',
    })
  })
})
