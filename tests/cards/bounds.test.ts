import { describe, expect, it } from 'vitest'
import { boundSentence, otherBoundNote } from '../../src/cards/bounds.ts'

const inYears = (...scopes: (string | null)[]) => scopes.map((scope, index) => ({ fiscal_year: 2020 + index, scope }))

describe('what bounds the numbers of some years', () => {
  it('is said once where it is the same', () => {
    expect(boundSentence('納付額', inYears('強化月間', '強化月間'))).toBe('納付額は強化月間の分だけ。')
    expect(boundSentence('納付額', inYears(null, null))).toBe('')
    expect(boundSentence('納付額', [])).toBe('')
  })

  it('is said of each year where it differs', () => {
    expect(boundSentence('納付額', inYears('強化月間', null))).toBe('納付額の範囲は年度で違う: 令和2年度は強化月間、令和3年度は記載なし。')
  })

  it('is said beside a comparison of what is bounded otherwise', () => {
    const row = { fiscal_year: 2021, before_key: {}, scope: '強化月間' }
    expect(otherBoundNote({ ...row, previous_scope: '強化月間' })).toBeUndefined()
    expect(otherBoundNote({ ...row, previous_scope: null, before_key: null })).toBeUndefined()
    expect(otherBoundNote({ ...row, previous_scope: null })).toBe('令和3年度の範囲は「強化月間」、その前は「記載なし」で、同じものの比較ではない。')
  })
})
