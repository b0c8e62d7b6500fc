import { describe, expect, it } from 'vitest'
import { documentText, messages, read } from '../support/documents.ts'

const text = documentText({
  departments: '総務課',
  initiatives: '①窓口',
  years: { 令和2年度: '(1) 窓口の改善 3室を開いた。' },
  achieved: '○増えた。',
  rating: 'A',
  next: '○続ける。',
})

describe('coverage', () => {
  it('is every letter of a document that is wholly read', () => {
    const { plan, reported } = read(text)
    const letters = text.match(/[\p{L}\p{Nd}]/gu)?.length
    expect([plan.coverage.letters, plan.coverage.readLetters, reported]).toEqual([letters, letters, []])
  })

  it('leaves out each stretch that nothing was read from, and reports it with its place', () => {
    const { plan, messages } = read(text.replace('【担当課', 'はみ出た 文7つ。\n【担当課'))
    expect(plan.coverage.letters - plan.coverage.readLetters).toBe(7)
    expect(messages).toMatchObject([{ rule: 'unread-text', line: 3, column: 1, reason: '読み取れない文: はみ出た 文7つ' }])
  })

  it('reports several stretches apart', () => {
    const { messages } = read(text.replace('【担当課', '場違いな文。\n別の文。\n【担当課'))
    expect(messages.map(({ line, reason }) => [line, reason])).toEqual([
      [3, '読み取れない文: 場違いな文'],
      [4, '読み取れない文: 別の文'],
    ])
  })

  it('of less than half is an error', () => {
    expect(messages(`No.1 窓口\n${'買い物の覚え書き。'.repeat(3)}`)).toMatchObject([{ rule: 'not-results-document', isError: true }])
  })
})
