import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../site/browser.ts'
import { root } from '../../support/plans.ts'
import { shareOf } from '../../support/share.ts'

const folder = join(root, '../shared/sources/files')

/** The marks of numbers on the pages of 原文 under whose middle other digits are painted than they are of: printed, and painted. */
function misplacedMarks(): { marks: number; misplaced: [string, string][] } {
  const misplaced: [string, string][] = []
  const marks = [...document.querySelectorAll<SVGForeignObjectElement>('.printed-page foreignObject')]
  for (const mark of marks) {
    const box = mark.getBoundingClientRect()
    const printed = digitsOf(mark.querySelector('.n')?.getAttribute('aria-label') ?? '')
    const painted = [...(mark.ownerSVGElement as SVGSVGElement).querySelectorAll('text')]
      .filter((text) => touches(text.getBoundingClientRect(), box))
      .map((text) => lettersWithin(text, box))
      .join('')
    if (digitsOf(painted) !== printed) misplaced.push([printed, painted])
  }
  return { marks: marks.length, misplaced }

  function digitsOf(text: string): string {
    return text.normalize('NFKC').replace(/\D/g, '')
  }

  function touches(a: DOMRect, b: DOMRect): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }

  /** The letters of a text whose middle lies within a box on the screen. */
  function lettersWithin(text: SVGTextElement, box: DOMRect): string {
    const onScreen = text.getScreenCTM() as DOMMatrix
    const letters = [...(text.textContent ?? '')]
    return letters
      .filter((_, index) => {
        const { x, y, width, height } = text.getExtentOfChar(index)
        const middle = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(onScreen)
        return middle.x >= box.left && middle.x <= box.right && middle.y >= box.top && middle.y <= box.bottom
      })
      .join('')
  }
}

const files = ['osaki-word-ipa.pdf', 'osaki-excel-forms.pdf', 'osaki-chromium-ipa.pdf', 'variant-rotated.pdf']

describe.each(files.slice(0, shareOf(files.length)))('the pages of %s in 原文', (name) => {
  it.skipIf(!existsSync(folder))(
    'have the mark of each number over its digits',
    async () => {
      const site = await openSite(join(folder, name))
      const { page } = await site.open('source.html')
      const { marks, misplaced } = await page.evaluate(misplacedMarks)
      expect(misplaced).toEqual([])
      expect(marks).toBeGreaterThan(700)
      await site.close()
    },
    120_000,
  )
})
