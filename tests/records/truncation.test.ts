import { describe, expect, it } from 'vitest'
import { messages } from '../support/documents.ts'

const contents = '1\t甲\t一課\n2\t乙\t二課\n\n'
const results = (second: string) => `令和2年度～令和3年度の実績\n【令和2年度（実績）】 ・調べた。\n【令和3年度（実績）】 ${second}`
const isRefused = (text: string) => messages(text).some(({ rule, isError }) => rule === 'truncated-document' && isError)

describe('a document', () => {
  const first = `No.1 甲\n${results('・始めた。')}\n`

  it('that ends inside a sentence, with items of its contents missing, was cut', () => {
    expect(isRefused(`${contents}No.1 甲\n${results('・窓口で')}\n`)).toBe(true)
    expect(isRefused(`${contents}No.1 甲\n${results('・案内板の')}`)).toBe(true)
  })

  it('that ends at a particle was cut, whatever it lacks', () => {
    expect(isRefused(`${first}No.2 乙\n${results('・窓口を')}\n`)).toBe(true)
  })

  it('whose last item stops where others go on, without a line end, was cut', () => {
    expect(isRefused(`${first}No.2 乙\n令和2年度～令和3年度の実績\n【令和2年度（実績）】 ・調べた。`)).toBe(true)
    expect(isRefused(`${first}No.2 乙\n令和2年度～令和3年度の実績\n【令和2年度（実績）】 ・調べた。\n`)).toBe(false)
  })

  it('still running was not cut, though it has no review', () => {
    expect(isRefused(`${first}No.2 乙\n${results('・始めた。')}`)).toBe(false)
  })

  it('whose last pages are missing was not cut', () => {
    expect(isRefused(`${contents}${first}`)).toBe(false)
  })
})
