import { describe, expect, it } from 'vitest'
import { messages, read } from '../support/documents.ts'

const item = (code: string, department: string) => `No.${code} 窓口の見直し\n【担当課：${department}】\n`
const numbersOf = (text: string) => read(text).items.map(({ item_no, item_code, lead_department }) => [item_no, item_code, lead_department])

describe('the number of an item', () => {
  it('is the printed one where all are whole', () => {
    expect(numbersOf(item('2', '総務課') + item('5', '財政課'))).toEqual([
      [2, '2', '総務課'],
      [5, '5', '財政課'],
    ])
  })

  it.each([
    ['1-(1)', '1-(2)', '2'],
    ['1-(2)-①', '1-(2)-②', '1-(3)-①'],
    ['A-1', 'A-2', 'R2-4'],
    ['1-1', '1-2', '10-1-3'],
    ['2', '1', 'B1'],
  ])('counts in order where they are %s, %s, %s', (first, second, third) => {
    expect(numbersOf(item(first, '総務課') + item(second, '財政課') + item(third, '市民課'))).toEqual([
      [1, first, '総務課'],
      [2, second, '財政課'],
      [3, third, '市民課'],
    ])
  })

  it('counts as the contents do, which tell whose a section without head is', () => {
    const contents = '\t項目\t記入担当課\n1-(1)\t甲\t総務課\nNo.1-(2)\t乙\t財政課\n2\t丙\t市民課\n'
    const text = `${contents}${item('1-(1)', '総務課')}3カ年の評価\tA\n【担当課：財政課】\n3カ年の評価\tB\n${item('2', '市民課')}`
    expect(read(text).items.map(({ item_no, item_code, title, rating }) => [item_no, item_code, title, rating])).toEqual([
      [1, '1-(1)', '窓口の見直し', 'A'],
      [2, '1-(2)', '乙', 'B'],
      [3, '2', '窓口の見直し', null],
    ])
  })

  it('is an error where a code stands twice', () => {
    expect(messages(item('1-(1)', '総務課') + item('1-(1)', '財政課'))).toMatchObject([{ rule: 'duplicate-item', line: 3 }])
  })

  it('is whole where what follows goes on with the title', () => {
    expect(numbersOf('No.1-窓口\n【担当課：総務課】\n')).toEqual([[1, '1', '総務課']])
  })

  it('takes no other number for a line of the contents where items have whole ones', () => {
    const { plan, reported } = read(`\t項目\t記入担当課\n1\t甲\t総務課\n1-2\t注\t財政課\n${item('1', '総務課')}`)
    expect(plan.context.document.contents.map(({ no }) => no)).toEqual([1])
    expect(reported).toContain('unread-text')
  })
})
