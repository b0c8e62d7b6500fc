import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { builtInPlans } from '../tools/built-in-plans.ts'
import { temporaryFolder, writeFiles } from './support/command.ts'
import { root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

it('the published plan comes before those that are made up', () => {
  expect(builtInPlans(join(root, 'data'))).toEqual(['osaki-plan5', 'sample-plan1', 'sample-plan2'].map((name) => join(root, 'data', name)))
})

it('every folder with a plan.json is one, whatever its name, and nothing else', () => {
  writeFiles(temporary.path, {
    'a-sample/plan.json': '{"edition": "sample"}',
    'z-digest/plan.json': '{"edition": "digest"}',
    'm-told/plan.json': '{}',
    'drafts/plan.txt': '',
    'plan.json': '{}',
    'municipalities.csv': '',
  })
  expect(builtInPlans(temporary.path)).toEqual(['m-told', 'z-digest', 'a-sample'].map((name) => join(temporary.path, name)))
})
