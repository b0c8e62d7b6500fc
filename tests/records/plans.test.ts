import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import type { PlanDescription } from '../../loaders/plan-input.ts'
import { readPlanRow } from '../../loaders/records/plans.ts'
import { documentText, read } from '../support/documents.ts'

const nothing: PlanDescription = { title: null, planNo: null, municipality: null, municipalityCode: null, edition: null, sourceName: null }

function planRow(description: Partial<PlanDescription>) {
  const text = documentText({ schedule: ['窓口\t①\t①\t'], years: { 令和2年度: '・甲。', 令和4年度: '・乙。' } })
  const input = { planId: 'mihon', description: { ...nothing, ...description }, sha256: 'abc', source: new Source(text) }
  return readPlanRow(input, read(text).plan, 'data/mihon/document.txt')
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
