import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The plans that are shipped: each folder of `data/` with a plan.json, the published ones and digests before what is made up, those of one
 * kind by their names. The first is what a site shows first.
 */
export function builtInPlans(data = 'data'): string[] {
  const folders = readdirSync(data).filter((name) => existsSync(join(data, name, 'plan.json')))
  const isMadeUp = (name: string) => /"edition"\s*:\s*"sample"/.test(readFileSync(join(data, name, 'plan.json'), 'utf8'))
  const inOrder = (names: readonly string[]) => [...names].sort()
  return [...inOrder(folders.filter((name) => !isMadeUp(name))), ...inOrder(folders.filter(isMadeUp))].map((name) => join(data, name))
}
