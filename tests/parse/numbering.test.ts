import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../loaders/parse/document.ts'
import { numberSections } from '../../loaders/parse/numbering.ts'
import { Source } from '../../loaders/source/source.ts'
import { contentsText, documentText, type ItemText } from '../support/documents.ts'

const whole = (no: number): ItemText => ({ no, achieved: '○開いた。', rating: 'A', next: '○続ける。' })
const headless: ItemText = { headless: true, achieved: '○閉じた。', rating: 'B', next: '○やめる。' }
const contents = contentsText([1, '甲', '総務課'], [2, '乙', '財政課'], [3, '丙', '税務課'])

function numbersOf(text: string) {
  const { numbered, unowned } = numberSections(parseDocument(new Source(text)))
  return { numbers: numbered.map(({ no, headless }) => (headless ? `${no} without head` : String(no))), unowned: unowned.length }
}

describe('numberSections', () => {
  it('gives a section without head the number missing between its neighbours', () => {
    expect(numbersOf(documentText(whole(1), headless, whole(3)))).toEqual({ numbers: ['1', '2 without head', '3'], unowned: 0 })
  })

  it('gives several in a row the missing numbers in order', () => {
    expect(numbersOf(documentText(whole(1), headless, headless, whole(4))).numbers).toEqual(['1', '2 without head', '3 without head', '4'])
  })

  it('gives the last one the number that the contents still have', () => {
    expect(numbersOf(contents + documentText(whole(1), whole(2), headless)).numbers).toEqual(['1', '2', '3 without head'])
  })

  it('gives none where the neighbours leave no number free', () => {
    expect(numbersOf(documentText(whole(1), headless, whole(2)))).toEqual({ numbers: ['1', '2'], unowned: 1 })
  })

  it('gives none where one number is free for two sections', () => {
    expect(numbersOf(documentText(whole(1), headless, headless, whole(3)))).toEqual({ numbers: ['1', '3'], unowned: 2 })
  })

  it("leaves a review right after a head alone where the next number is missing, since it may be that item's", () => {
    const cut = documentText({ ...whole(1), initiatives: '①甲' }, { no: 2, achieved: '○開いた。', rating: 'A' }, { ...whole(4), initiatives: '①乙' })
    expect(numbersOf(cut)).toEqual({ numbers: ['1', '2', '4'], unowned: 1 })
  })

  it('gives no number that the contents do not list', () => {
    expect(numbersOf(contents + documentText(whole(1), whole(2), whole(3), headless))).toEqual({ numbers: ['1', '2', '3'], unowned: 1 })
  })
})
