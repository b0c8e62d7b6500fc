import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './support/plans.ts'

interface Locked {
  integrity?: string
  /** comes in the archive of another package, whose hash covers it */
  inBundle?: boolean
}

it('package-lock.json has the hash of every archive that npm ci installs, for every system', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
  const { '': project, ...installed } = packages
  expect([project !== undefined, Object.keys(installed).length > 500]).toEqual([true, true])
  const without = Object.entries(installed).filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'))
  expect(without.map(([path]) => path)).toEqual([])
})
