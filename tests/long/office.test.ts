import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOfficeFile, ZipRuns } from '../../tools/fuzz/zip-runs.ts'
import { root } from '../support/plans.ts'
import { shareOf } from '../support/share.ts'

const folder = join(root, '../shared/sources/files')

describe.skipIf(!existsSync(folder))('damaged Word and Excel', () => {
  it.each(['osaki.docx', 'osaki-forms.xlsx', 'osaki-list.xlsx'])(
    '%s is read or refused, and no digit is there that the file does not say',
    (name) => {
      const runs = new ZipRuns(readFileSync(join(folder, name)), 11)
      for (let run = 0; run < shareOf(70); run++) {
        const outcome = readOfficeFile(runs.bytesOf(run))
        expect([run, outcome === 'refused' ? [] : outcome.problems]).toEqual([run, []])
      }
    },
    600_000,
  )
})
