import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const texts = (initiatives: string) => readItem({ initiatives }).initiatives.map(({ initiative_no, text }) => [initiative_no, text])

describe('initiatives', () => {
  it('are one row for each circled number', () => {
    expect(texts('①窓口の改善 ②電話の改善')).toEqual([
      [1, '窓口の改善'],
      [2, '電話の改善'],
    ])
  })

  it('may stand on lines and in markup of their own', () => {
    expect(texts('①窓口の改善\n②電話の改善<br>③広報の改善')).toEqual([
      [1, '窓口の改善'],
      [2, '電話の改善'],
      [3, '広報の改善'],
    ])
  })

  it('keep a circled number inside a sentence in the sentence', () => {
    expect(texts('①窓口の改善 ②特に①と、③のための準備 ③電話の改善')).toEqual([
      [1, '窓口の改善'],
      [2, '特に①と、③のための準備'],
      [3, '電話の改善'],
    ])
  })

  it('need no blank between them where their numbers count on', () => {
    expect(texts('①窓口の改善②電話の改善③受付')).toEqual([
      [1, '窓口の改善'],
      [2, '電話の改善'],
      [3, '受付'],
    ])
    expect(texts('①窓口の改善（②を除く）')).toEqual([[1, '窓口の改善（②を除く）']])
  })

  it('have the place of their text, the number left out', () => {
    expect(readItem({ initiatives: '①窓口' }).initiatives[0]?.words.place.start).toEqual({ line: 4, column: 2 })
  })
})

it('a number without words gives no row', () => {
  expect(readItem({ initiatives: '① ②窓口' }).initiatives.map(({ initiative_no, text }) => [initiative_no, text])).toEqual([[2, '窓口']])
})
