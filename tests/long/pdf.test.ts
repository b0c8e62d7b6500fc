import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../loaders/disk-files.ts'
import { readPdf } from '../../loaders/formats/pdf/read-pdf.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { Random } from '../../tools/generate/prng.ts'
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
  it('is read or refused, many times from a small one', () => mutate(own(6), shareOf(450)), 600_000)

  it.skipIf(!existsSync(published))('is read or refused, many times from the published document', () => mutate(readFileSync(published), shareOf(50)), 600_000)
})

/** Changes up to 60 bytes each time, and cuts every fifth file. */
async function mutate(bytes: Uint8Array, runs: number): Promise<void> {
  const random = new Random(11)
  for (let run = 0; run < runs; run++) {
    const mutated = Uint8Array.from(bytes)
    for (let change = random.int(0, 59); change >= 0; change--) mutated[random.int(0, mutated.length - 1)] = random.int(0, 255)
    const given = random.chance(0.2) ? mutated.subarray(0, random.int(0, mutated.length)) : mutated
    const drawn = await readPdf(given, diskFiles.pdf).catch((error: unknown) => {
      expect(error).toBeInstanceOf(FormatRefusal)
    })
    if (!drawn) continue
    for (const [unit, mark] of drawn.at.entries()) {
      if (/\p{Nd}/u.test(drawn.text[unit] ?? '')) expect(drawn.marks[mark]?.box).toBeTruthy()
    }
  }
}

describe('many pages', () => {
  it('are each read', async () => {
    const { pages, text } = await readPdf(own(400), diskFiles.pdf)
    expect(pages).toHaveLength(400)
    expect(text).toContain('令和400年度\t15円')
  })
})
