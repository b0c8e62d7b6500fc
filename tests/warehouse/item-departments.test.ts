import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query, runIngest, temporaryFolder } from '../support/command.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
const out = join(temporary.path, 'warehouse')
const rowsOf = (sql: string) => query(sql, join(out, 'reform.duckdb'))
beforeAll(() => runIngest(digestPath, '--out', out))
afterAll(temporary.remove)

describe('item_departments', () => {
  it('give the effect by every department named (question 5)', async () => {
    const effects = await rowsOf(`SELECT department_unified AS department, count(DISTINCT item_no)::INTEGER AS items, sum(amount_yen)::BIGINT AS yen
      FROM item_departments JOIN marts.effect_item_years USING (plan_id, item_no) GROUP BY ALL ORDER BY yen DESC`)
    expect(effects.slice(0, 3)).toEqual([
      { department: '政策課', items: 1, yen: '1794443829' },
      { department: '経営管理部経営企画課', items: 1, yen: '520904000' },
      { department: '納税課', items: 2, yen: '224250279' },
    ])
  })

  it('know the lead department by another spelling, and add it where the head does not have it', async () => {
    const of = (no: number) => rowsOf(`SELECT department, is_lead FROM item_departments WHERE item_no = ${no}`)
    expect(await rowsOf('SELECT lead_department, departments FROM items WHERE item_no = 21')).toEqual([
      { lead_department: '経営企画課 (経営管理部)', departments: ['経営管理部経営企画課'] },
    ])
    expect(await of(21)).toEqual([{ department: '経営管理部経営企画課', is_lead: true }])
    expect(await of(17)).toEqual([{ department: '納税課', is_lead: true }])
    expect(await rowsOf('SELECT count(*)::INTEGER AS leads FROM item_departments WHERE is_lead')).toEqual([{ leads: 22 }])
  })
})

describe('names in one spelling', () => {
  it('are one for DX 研修 and DX研修, for brackets of both widths', async () => {
    expect(await rowsOf("SELECT DISTINCT course_unified FROM trainings WHERE course IN ('DX 研修', 'DX研修')")).toEqual([{ course_unified: 'DX研修' }])
    expect(await rowsOf("SELECT DISTINCT label_unified FROM effects WHERE label LIKE '削減額%'")).toEqual([{ label_unified: '削減額(増収額)' }])
  })

  it('stand beside the printed ones, which they leave as they are', async () => {
    const [counts] = await rowsOf(
      `SELECT (SELECT count(DISTINCT course) FROM trainings)::INTEGER AS printed, (SELECT count(DISTINCT course_unified) FROM trainings)::INTEGER AS unified`,
    )
    expect(counts).toEqual({ printed: 31, unified: 30 })
  })
})

describe('whole numbers in the CSV files', () => {
  it('have no .0 where their column has decimals', () => {
    const [, first, second] = readFileSync(join(out, 'csv', 'targets.csv'), 'utf8').split('\n')
    expect([first?.split(',')[4], second?.split(',')[4]]).toEqual(['990', '51000000'])
  })
})
