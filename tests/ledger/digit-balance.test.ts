import { describe, expect, it } from 'vitest'
import { documentText, read } from '../support/documents.ts'

const balanceOf = (text: string) => read(text).digitBalance[0]

describe('the digits of a document', () => {
  it('are in a table, explained, unread or outside, each once', () => {
    const text = documentText({ title: '見本', effects: ['令和2年度\t削減額\t4,000円', '総計\t4,000円'], rating: 'A' })
    const digits = text.match(/\d/g)?.length
    expect(balanceOf(text)).toMatchObject({ digits, digits_landed: 8, digits_unread: 0, digits_outside: 0, is_balanced: true })
  })

  it('of a unit such as m2 count once', () => {
    expect(balanceOf(documentText({ years: { 令和2年度: '・土地の売却 面積 3,170.92m2' }, rating: 'A' }))).toMatchObject({ is_balanced: true })
  })

  it('in markup are outside', () => {
    expect(balanceOf(documentText({ years: { 令和2年度: '<p style="top:12px">・窓口 5件</p>' }, rating: 'A' }))).toMatchObject({
      digits_outside: 2,
      is_balanced: true,
    })
  })
})
