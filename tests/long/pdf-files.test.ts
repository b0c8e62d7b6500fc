import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPdfium } from '../../loaders/disk-files.ts'
import { enginePages } from '../../loaders/formats/pdf/engine.ts'
import { loadPdfium } from '../../loaders/formats/pdf/pdfium.ts'
import { upright } from '../../loaders/formats/pdf/turn.ts'
import { ingestPlans } from '../../loaders/ingest.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { hasPublished, ingest, root } from '../support/plans.ts'
import { differencesFromText } from '../support/same-rows.ts'

const folder = join(root, '../shared/sources/files')

/**
 * How many rows of each table differ. The blank before 再掲 in the first result of No.2 for 2022 stood where a line was wrapped, and is not in the file.
 * The file in Shift_JIS has no ² (three areas are in m2) and no old forms of letters (污).
 */
const files: Record<string, Record<string, number>> = {
  'osaki-word-ipa.pdf': { results: 1 },
  'osaki-chromium-ipa.pdf': {},
  'osaki-excel-forms.pdf': {},
  'variant-encrypted-empty-password.pdf': { results: 1 },
  'variant-kangxi.pdf': { results: 1 },
  'variant-rotated.pdf': {},
  'variant-sjis-not-embedded.pdf': { results: 4, reviews: 1, figures: 6 },
}

describe.skipIf(!hasPublished || !existsSync(folder))('PDF files of the published document', () => {
  it.each(Object.entries(files))('%s has the rows of the text but for %o', async (name, differences) => {
    const path = join(folder, name)
    const read = await ingestPlans([path], 2 ** 26)
    const { rows } = read
    const found = (await differencesFromText(read)).map(({ table, inText, inFile }) => [table, Math.max(inText.length, inFile.length)])
    expect(Object.fromEntries(found)).toEqual(differences)
    expect(await wrongBoxes(path, rows)).toEqual([])
    const digits = rows.sourceLines.reduce((sum, { text }) => sum + [...text.matchAll(/\p{Nd}/gu)].length, 0)
    expect(rows.sourcePages.reduce((sum, page) => sum + page.digits - page.digits_outside, 0)).toBe(digits)
  })

  it.each([
    ['refuse-password.pdf', 'password-protected', 'パスワード'],
    ['refuse-truncated.pdf', 'damaged-file', '途中で切れている'],
    ['refuse-scanned.pdf', 'image-only', '文字のない画像だけの PDF'],
    ['refuse-no-tounicode.pdf', 'unmapped-letters', '文字の対応が分からない'],
  ])('%s is refused', async (name, ruleId, words) => {
    const { rows, report } = await ingest(join(folder, name))
    expect(rows.plans).toEqual([])
    expect(report.file.messages.map((message) => message.ruleId)).toEqual([ruleId])
    expect(report.file.messages[0]?.reason).toContain(words)
  })
})

/** Figures whose box on the page holds other digits than they have, asked of PDFium once more. */
async function wrongBoxes(path: string, rows: TableRows): Promise<string[]> {
  const lines = new Map(rows.sourceLines.map((line) => [line.line_no, line.text]))
  const digits = await digitsOfPages(path)
  return rows.figures.flatMap((figure) => {
    if (figure.source_line !== figure.source_end_line) return [`${figure.figure_no} on two lines`]
    const written = lines.get(figure.source_line)?.slice(figure.source_column - 1, figure.source_end_column - 1) ?? ''
    const expected = [...written].filter(isDigit).join('')
    const found = digits(figure.source_box ?? '')
    return expected === found ? [] : [`${figure.figure_no} ${written}: ${found} in ${figure.source_box}`]
  })
}

function isDigit(letter: string): boolean {
  return /[\p{Nd}①-⑳]/u.test(letter)
}

/** Gives the digits whose middle is in boxes, as the tables write them, from left to right. */
async function digitsOfPages(path: string): Promise<(boxes: string) => string> {
  const pages = new Map(
    [...enginePages(await loadPdfium(readPdfium), readFileSync(path))].map((page) => [page.no, upright(page).glyphs.filter(({ hidden }) => !hidden)]),
  )
  return (boxes) =>
    boxes
      .split(';')
      .map((box) => {
        const [page, place = ''] = box.split(':')
        const [x = 0, y = 0, width = 0, height = 0] = place.split(',').map(Number)
        const inside = (pages.get(Number(page)) ?? []).filter((glyph) => {
          const middle = (glyph.ink.left + glyph.ink.right) / 2
          const middleHeight = glyph.y - 0.35 * glyph.size
          return middle >= x && middle <= x + width && middleHeight >= y && middleHeight <= y + height && isDigit(glyph.char)
        })
        const letters = inside.sort((a, b) => a.ink.left - b.ink.left)
        return letters
          .filter((one, index) => index === 0 || one.ink.left - (letters[index - 1]?.ink.left ?? 0) > 0.3 * (one.ink.right - one.ink.left))
          .map(({ char }) => char)
          .join('')
      })
      .join('')
}
