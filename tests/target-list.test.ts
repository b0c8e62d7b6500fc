import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestPlans } from '../loaders/ingest.ts'
import { planTargets } from '../loaders/target-list.ts'
import { openReadOnly, runNative } from '../src/questions/native.ts'
import { runIngest, temporaryFolder } from './support/command.ts'
import { digestPath, hasPublished, publishedPath, root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const plans = [digestPath, join(root, 'data/sample-plan1'), join(root, 'data/sample-plan2'), ...(hasPublished ? [publishedPath] : [])]

describe('the targets of a plan', () => {
  it.each(plans)('are those of marts.item_targets, with the same results: %s', async (path) => {
    const out = join(temporary.path, `${plans.indexOf(path)}`)
    expect((await runIngest(path, '--out', out)).status).toBe(0)
    const connection = await (await openReadOnly(join(out, 'reform.duckdb'))).connect()
    const { rows } = await runNative(
      connection,
      `SELECT item_no, fiscal_year, kind, measure, target, unit, stated_result, actual, result, source_line
      FROM marts.item_targets ORDER BY item_no, kind DESC, fiscal_year, row_no`,
    )
    connection.closeSync()
    const ingestion = await ingestPlans([path], 2 ** 26)
    const targets = planTargets(ingestion.rows, ingestion.rows.plans[0]?.plan_id ?? '')
    expect(targets.length).toBeGreaterThan(0)
    expect(
      targets.map((target) => {
        const { itemNo, fiscalYear, kind, measure, target: value, unit, statedResult, actual, result, at } = target
        return [itemNo, fiscalYear, kind, measure, value, unit, statedResult, actual, result, at.text?.start.line].map((each) =>
          each === null ? null : String(each),
        )
      }),
    ).toEqual(rows.map((row) => row.map((each) => (each === null ? null : String(each)))))
  })
})
