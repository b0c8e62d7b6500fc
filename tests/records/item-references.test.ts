import { describe, expect, it } from 'vitest'
import { read, readItem } from '../support/documents.ts'

const referenced = (text: string) => readItem({ years: { 令和2年度: text } }).itemReferences.map(({ referenced_item_no }) => referenced_item_no)

describe('references', () => {
  it('are the items that the 再掲 marks of a year name, with the words of the number', () => {
    const years = { 令和2年度: '・甲を始めた。（No. 3 再掲） ・乙も始めた（Ｎｏ．８再掲）。', 令和4年度: '・続けた。（No.2再掲）' }
    expect(readItem({ years }).itemReferences).toMatchObject([
      { fiscal_year: 2020, reference_no: 1, referenced_item_no: 3, words: { text: 'No. 3 再掲' } },
      { fiscal_year: 2020, reference_no: 2, referenced_item_no: 8, words: { text: 'Ｎｏ．８再掲' } },
      { fiscal_year: 2022, reference_no: 1, referenced_item_no: 2 },
    ])
  })

  it('are several where one mark names several', () => {
    expect(referenced('・始めた。（No.3、No.5再掲）')).toEqual([3, 5])
  })

  it('stand in 【】 too', () => {
    expect(referenced('・始めた。【No.3再掲】')).toEqual([3])
  })

  it('are none without 再掲 in the bracket', () => {
    expect(referenced('・始めた（No.3を見よ）。再掲する。')).toEqual([])
  })

  it('are several where one mark names No. only once', () => {
    expect(referenced('・始めた。（No.3・5再掲）')).toEqual([3, 5])
  })

  it('lead to items by their codes where these are no whole numbers', () => {
    const item = (code: string, text: string) => `No.${code} 窓口\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・始めた。${text}\n`
    const { itemReferences } = read(item('1-(1)', '（No.1-(2)再掲）') + item('1-(2)', '（No.A-1 再掲）（No.9-9再掲）') + item('A-1', ''))
    expect(itemReferences).toMatchObject([
      { item_no: 1, reference_no: 1, referenced_item_no: 2, words: { text: 'No.1-(2)再掲' } },
      { item_no: 2, reference_no: 1, referenced_item_no: 3, words: { text: 'No.A-1 再掲' } },
    ])
  })

  it('are said where the document does not have the item that they name, by its number or its code', () => {
    const { itemReferences, messages } = readItem({ years: { 令和2年度: '・始めた。（No.77に再掲）（No.1再掲）' } })
    expect(itemReferences.map(({ referenced_item_no }) => referenced_item_no)).toEqual([77, 1])
    expect(messages.filter(({ rule }) => rule === 'unknown-reference')).toMatchObject([
      { line: 4, column: 19, reason: '再掲の印が指す項目がこの文書にない: No.77', isError: false },
    ])
    const coded = read('No.1-(1) 窓口\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・始めた。（No.9-9再掲）\n')
    expect(coded.itemReferences).toEqual([])
    expect(coded.reported).toContain('unknown-reference')
  })

  it('are in the labels of effects as well, by codes too', () => {
    const item = (code: string, label: string) =>
      `No.${code} 窓口\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・始めた。\n取組による効果\t令和2年度\t紙代${label}\t5円\n`
    const { itemReferences } = read(item('1-(1)', '（No.1-(2)再掲）') + item('1-(2)', ''))
    expect(itemReferences).toMatchObject([{ item_no: 1, fiscal_year: 2020, reference_no: 1, referenced_item_no: 2 }])
  })
})
