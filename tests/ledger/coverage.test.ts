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

it('a long stretch is reported by its first forty characters', () => {
  const reasonOf = (unread: string) => read(text.replace('【担当課', `${unread}\n【担当課`)).messages.map(({ reason }) => reason)
  expect(reasonOf('甲'.repeat(40))).toEqual([`読み取れない文: ${'甲'.repeat(40)}`])
  expect(reasonOf('甲'.repeat(41))).toEqual([`読み取れない文: ${'甲'.repeat(40)}…`])
})

it('the error of a text that is mostly unread says how many letters', () => {
  expect(messages('No.1 窓口\n買い物の覚え書き。')).toMatchObject([
    { line: 2, reason: expect.stringMatching(/^文の半分以上を読み取れない \(13字中8字\)。最も近い様式「取組実績一覧」/) },
  ])
})

it('unread cells of one line are reported apart, a number alone too', () => {
  const { messages } = read(text.replace('【担当課', '場違い\tな 文\n【担当課'))
  expect(messages.map(({ column, reason }) => [column, reason])).toEqual([
    [1, '読み取れない文: 場違い'],
    [5, '読み取れない文: な 文'],
  ])
})

it('a note beside the rating is read, another word beside it is not', () => {
  const rated = (cell: string) => read(text.replace(/\tA/, `\tA\t${cell}`)).messages.map(({ rule, reason }) => [rule, reason])
  expect(rated('※自己評価')).toEqual([])
  expect(rated('場違い')).toEqual([['unread-text', '読み取れない文: 場違い']])
})

it('a text of one letter is reported too, one without letters is not', () => {
  expect(read(text.replace('【担当課', '甲\n【担当課')).messages.map(({ reason }) => reason)).toEqual(['読み取れない文: 甲'])
  expect(read(text.replace('【担当課', '―― ※ …\n【担当課')).messages).toEqual([])
})

it('a text that is read by half is a results document', () => {
  expect(read('No.1 窓口\n買い物覚書').messages.map(({ rule }) => rule)).toEqual(['unread-text'])
})

it('text of a section that belongs to no item makes no document unfit', () => {
  const unowned = documentText({ no: 1, rating: 'A' }, { headless: true, rating: 'B', next: `○${'続ける'.repeat(40)}。` }, { no: 2, rating: 'C' })
  expect(read(unowned).reported).toContain('unowned-section')
})

it('a letter of two code units counts as two', () => {
  const lettersOf = (title: string) => read(documentText({ title, rating: 'A' })).plan.coverage.letters
  expect(lettersOf('𠮷野') - lettersOf('野')).toBe(2)
})

it('of many unread lines as many are reported as a rule has messages', () => {
  const { reported } = read(text.replace('【担当課', `${'甲\n'.repeat(1010)}【担当課`).replace('増えた', '増'.repeat(1100)))
  expect(reported.filter((rule) => rule === 'unread-text')).toHaveLength(1001)
})

it('a note or word elsewhere than beside the rating is not read with it', () => {
  const unread = (from: string, to: string) => read(text.replace(from, to)).messages.map(({ reason }) => reason)
  expect(unread('【担当課：総務課】', '【担当課：総務課】\n※場違い')).toEqual(['読み取れない文: 場違い'])
  expect(unread('\tA', '\t場違い\tA')).toEqual(['読み取れない文: 場違い'])
})
