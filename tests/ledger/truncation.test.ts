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

  it('whose last item has no closing list, others having one and the contents more items, was cut', () => {
    const closed = `${first}【6次プランにおいて取り組むべき課題】 ・続ける。\n`
    const third = `${contents.trim()}\n3\t丙\t三課\n\n`
    expect(isRefused(`${third}${closed}No.2 乙\n${results('・始めた。')}\n`)).toBe(true)
    expect(isRefused(`${contents}${closed}No.2 乙\n${results('・始めた。')}\n`)).toBe(false)
    expect(isRefused(`${third}${first}No.2 乙\n${results('・始めた。')}\n`)).toBe(false)
    expect(isRefused(`${third}${closed}${closed.replace('No.1 甲', 'No.2 乙')}`)).toBe(false)
  })

  it('that ends without a full stop was cut only where its other results are all sentences', () => {
    const second = 'No.2 乙\n令和2年度～令和3年度の実績\n【令和2年度（実績）】 ・窓口の整理\n'
    expect(isRefused(`${first}${second}`)).toBe(true)
    expect(isRefused(`${first.replace('・調べた。', '・窓口の調査')}${second}`)).toBe(false)
    expect(isRefused(second)).toBe(false)
  })

  it('without a line end was not cut where its last item has the latest year that any has', () => {
    const early = first.replace('【令和3年度（実績）】 ・始めた。\n', '')
    expect(isRefused(`${early}No.2 乙\n${results('・始めた。')}`)).toBe(false)
    expect(isRefused(`${first}${early.replace('No.1 甲', 'No.2 乙').trimEnd()}`)).toBe(true)
  })
})
