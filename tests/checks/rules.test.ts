import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rules, rulesById, ruleTitle } from '../../loaders/checks/rules.ts'
import { tables } from '../../loaders/tables.ts'

const folder = join(import.meta.dirname, '../../loaders/checks')
const helpers = ['check.ts', 'rules.ts', 'run.ts']

it('are the modules of their folder, each named as its rule', () => {
  const modules = readdirSync(folder).filter((name) => !helpers.includes(name))
  expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(modules.sort())
})

it('are found by id, each with a title in Japanese', () => {
  expect(rules.filter((rule) => rulesById[rule.id] !== rule)).toEqual([])
  expect(rules.map(({ id }) => ruleTitle(id)).filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([])
  expect(ruleTitle('response-rate')).toBe('回答率 = 回答者 ÷ 対象者')
})

it('name tables where they compare numbers, and only then', () => {
  expect(rules.filter(({ compares, tables }) => compares !== tables.length > 0)).toEqual([])
  expect(rules.flatMap(({ tables }) => [...tables]).filter((key) => !(key in tables))).toEqual([])
})
