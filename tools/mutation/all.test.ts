import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'

// one file for all tests, so that a mutant costs one worker and one reading of the modules; the quick tests first. Tests
// that read documents before they run (`beforeAll`) stay out: what such reading runs, Stryker tries with every test
const tests = join(import.meta.dirname, '..', '..', 'tests')
const files = ['vocabulary', 'structure', 'document', 'ledger', 'checks', 'records', 'forms'].flatMap((folder) =>
  readdirSync(join(tests, folder)).map((name) => join(folder, name)),
)

for (const file of [...files, 'tables.test.ts', 'fixtures.test.ts'])
  describe(file, async () => {
    try {
      await import(join(tests, file))
    } catch (error) {
      // a file that cannot be read has no test that fails, which would pass for a change that none notices
      it('can be read', () => {
        throw error
      })
    }
  })
