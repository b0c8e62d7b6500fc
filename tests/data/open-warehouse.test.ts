import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { openReadOnly, runNative } from '../../src/questions/native.ts'
import { analysisNames, questionNames } from '../../src/questions/question-files.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { digestPath } from '../support/plans.ts'

const out = temporaryFolder()
afterAll(out.remove)

it('a plan is opened with the answers to the ready questions and analyses that its database gives', async () => {
  expect((await runIngest(digestPath, '--out', join(out.path, 'out'))).status).toBe(0)
  const { answers, analyses } = await openWarehouse(join(out.path, 'out'))
  expect([answers, analyses].map((all) => all.map(({ question }) => question.name))).toEqual([questionNames, analysisNames])
  const connection = await (await openReadOnly(join(out.path, 'out', 'reform.duckdb'))).connect()
  for (const { sql, result } of [...answers, ...analyses]) expect(result).toEqual(await runNative(connection, sql))
  connection.closeSync()
})
