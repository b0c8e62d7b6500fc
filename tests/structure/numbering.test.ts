import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { compileForm } from '../../loaders/structure/labels.ts'
import { numberSections } from '../../loaders/structure/numbering.ts'
import { parseDocument } from '../../loaders/structure/sections.ts'
import { contentsText, documentText, type ItemText, read } from '../support/documents.ts'

const whole = (no: number): ItemText => ({ no, achieved: '○開いた。', rating: 'A', next: '○続ける。' })
const headless: ItemText = { headless: true, achieved: '○閉じた。', rating: 'B', next: '○やめる。' }
const contents = contentsText([1, '甲', '総務課'], [2, '乙', '財政課'], [3, '丙', '税務課'])

function numbersOf(text: string) {
  const { numbered, unowned } = numberSections(parseDocument(new Source(text), compileForm(reformResults)))
  return { numbers: numbered.map(({ no, headless }) => (headless ? `${no} without head` : String(no))), unowned: unowned.length }
}

describe('numberSections', () => {
  it('gives a section without head the number missing between its neighbours', () => {
    expect(numbersOf(documentText(whole(1), headless, whole(3)))).toEqual({ numbers: ['1', '2 without head', '3'], unowned: 0 })
  })

  it('gives several in a row the missing numbers in order', () => {
    expect(numbersOf(documentText(whole(1), headless, headless, whole(4))).numbers).toEqual(['1', '2 without head', '3 without head', '4'])
  })

  it('parts an item from the review above it, where its head and the closing list of that review are cut out', () => {
    const review: ItemText = { headless: true, achieved: '○閉じた。', rating: 'B' }
    const start: ItemText = { headless: true, schedule: ['窓口\t①\t\t'], initiatives: '①開く', years: { 令和2年度: '・開いた。' } }
    expect(numbersOf(documentText(whole(1), review, start, whole(4))).numbers).toEqual(['1', '2 without head', '3 without head', '4'])
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

  it('passes over a number that the contents do not list', () => {
    const gap = contentsText([1, '甲', '総務課'], [3, '丙', '税務課'])
    expect(numbersOf(gap + documentText(whole(1), headless, whole(3)))).toEqual({ numbers: ['1', '3'], unowned: 1 })
  })
})

describe('a review in an item without results', () => {
  /** Item 1 with all that it needs, item 2 with these lines, and item 4. */
  const cut = (lines: string, last = 'No.4 丙') => `No.1 甲\n主な取組内容\n①窓口\nNo.2 乙\n${lines}\n${last}`

  it.each(['3カ年の検証', '①達成できたこと', '②達成できなかったこと', '取組による効果', '3カ年の評価', '【今後の課題】'])(
    'that begins with %s may be that of the missing item after it',
    (label) => {
      expect(numbersOf(cut(label))).toEqual({ numbers: ['1', '2', '4'], unowned: 1 })
    },
  )

  it.each(['改善・推進の内容', '主な取組内容', '令和2年度～令和4年度の実績', '【令和2年度（実績）】'])('is its own where %s stands before it', (label) => {
    expect(numbersOf(cut(`${label}\n3カ年の評価\tA`))).toEqual({ numbers: ['1', '2', '4'], unowned: 0 })
  })

  it('is not its own where only after it results stand', () => {
    expect(numbersOf(cut('3カ年の評価\tA\n主な取組内容\n①窓口')).unowned).toBe(1)
  })

  it('is its own where no number is missing after it', () => {
    const own = { numbers: ['1', '2', '3'], unowned: 0 }
    expect(numbersOf(cut('3カ年の評価\tA', 'No.3 丙'))).toEqual(own)
    expect(numbersOf(cut('3カ年の評価\tA', '')).unowned).toBe(0)
  })

  it('is its own where the missing item comes without head after it', () => {
    const four = contentsText([1, '甲', '総務課'], [2, '乙', '財政課'], [3, '丙', '税務課'], [4, '丁', '税務課'])
    const text = four + cut('3カ年の評価\tA', '3カ年の評価\tB\nNo.4 丁')
    expect(numbersOf(text)).toEqual({ numbers: ['1', '2', '3 without head', '4'], unowned: 0 })
  })

  it('may be that of a missing item where more numbers are missing than sections come without head', () => {
    expect(numbersOf(cut('3カ年の評価\tA', '3カ年の評価\tB\nNo.5 戊'))).toEqual({ numbers: ['1', '2', '5'], unowned: 2 })
  })

  it('may be that of a missing item in two places', () => {
    const text = `${cut('3カ年の評価\tA')}\n3カ年の評価\tB\nNo.6 己`
    expect(numbersOf(text)).toEqual({ numbers: ['1', '2', '4', '6'], unowned: 2 })
  })

  it('stays with an item that has no review', () => {
    expect(numbersOf(cut('【担当課：総務課】'))).toEqual({ numbers: ['1', '2', '4'], unowned: 0 })
  })

  it('becomes a section of its own after its item, with its lines', () => {
    const document = parseDocument(new Source(cut('【担当課：総務課】\n3カ年の評価\tA\n【今後の課題】 ○続ける。')), compileForm(reformResults))
    const [review] = numberSections(document).unowned
    expect(document.sections.map(({ no }) => no)).toEqual([1, 2, undefined, 4])
    expect([review?.parts.map(({ kind }) => kind), review?.loose]).toEqual([['rating', 'next'], []])
  })

  it('is reported where it begins, and its lines belong to no item', () => {
    const { messages, sourceLines } = read(cut('【担当課：総務課】\n3カ年の評価\tA\n【今後の課題】 ○続ける。'))
    expect(messages.filter(({ rule }) => rule === 'unowned-section')).toMatchObject([{ line: 6, column: 1 }])
    expect(sourceLines.slice(3).map(({ item_no, part }) => [item_no, part])).toEqual([
      [2, 'head'],
      [2, 'departments'],
      [null, 'rating'],
      [null, 'next'],
      [4, 'head'],
    ])
  })

  it('may be that of the last item of the contents', () => {
    expect(numbersOf(contents + cut('3カ年の評価\tA', '【今後の課題】 ○続ける。'))).toEqual({ numbers: ['1', '2'], unowned: 1 })
  })
})
