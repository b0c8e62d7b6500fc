import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../loaders/disk-files.ts'
import { readPdf } from '../../loaders/formats/pdf/read-pdf.ts'
import { PdfRuns, readPdfFile } from '../../tools/fuzz/pdf-runs.ts'
import type { FileOutcome } from '../../tools/fuzz/zip-runs.ts'
import { pdfPlan } from '../support/pdf-plan.ts'
import { grid, words, writePdf } from '../support/pdf-writer.ts'
import { root } from '../support/plans.ts'
import { shareOf } from '../support/share.ts'

const published = join(root, '../shared/sources/files/osaki-word-ipa.pdf')

const own = (pages: number): Uint8Array =>
  writePdf(
    Array.from({ length: pages }, (_, index) => ({
      content: grid([20, 120, 220], [100, 120]) + words(25, 106, `令和${index + 1}年度`) + words(125, 106, '15円'),
      paragraphs: [[0]],
    })),
  )

describe('damaged PDF', () => {
  it('is read or refused, many times from a small one', () => mutate(pdfPlan(4), shareOf(450)), 600_000)

  it.skipIf(!existsSync(published))('is read or refused, many times from the published document', () => mutate(readFileSync(published), shareOf(50)), 600_000)
})

/** Changes bytes, objects and what pages draw; no reading may show a digit that is not on its page, or end in anything but a refusal. */
async function mutate(bytes: Uint8Array, times: number): Promise<void> {
  const runs = new PdfRuns(bytes, 11)
  const outcomes: FileOutcome[] = []
  for (let run = 0; run < times; run++) {
    const outcome = await readPdfFile(runs.bytesOf(run))
    expect([run, outcome === 'refused' ? [] : outcome.problems]).toEqual([run, []])
    outcomes.push(outcome)
  }
  expect(outcomes.some((outcome) => outcome !== 'refused' && outcome.figures > 10)).toBe(true)
}

describe('many pages', () => {
  it('are each read', async () => {
    const { pages, text } = await readPdf(own(400), diskFiles.pdf)
    expect(pages).toHaveLength(400)
    expect(text).toContain('令和400年度\t15円')
  })
})
