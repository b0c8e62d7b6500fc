import { describe, expect, it } from 'vitest'
import { messages } from '../support/documents.ts'

const unknown = (row: string) =>
  messages(`No.1 甲\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・調べた。\n${row}\n・始めた。`).filter(({ rule }) => rule === 'unknown-head')

describe('a row that looks like a head', () => {
  it.each(['【参考】', '令和3年度の歩み', '2年間の歩み', '令和元年度の歩み', '3カ年の歩み'])('is reported where it is none that is known: %s', (row) => {
    expect(unknown(row)).toMatchObject([{ line: 5, reason: `No.1に知らない見出しがある。前の部分の続きとして読んだ: ${row}` }])
  })

  it.each([
    '【令和3年度（実績）】',
    '・【参考】を付けた。',
    '令和3年度に始めた。',
    '【参考】を付けた',
    '令和3年度は5件',
    `【${'参'.repeat(31)}】`,
    `令和3年度の${'歩'.repeat(13)}`,
    '前年の令和3年度',
  ])('is not where it is known or a sentence: %s', (row) => {
    expect(unknown(row)).toEqual([])
  })
})
