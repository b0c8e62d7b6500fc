import { describe, expect, it } from 'vitest'
import type { Row } from '../../loaders/tables.ts'
import { boundSentence, OtherBoundNote } from '../../src/cards/bounds.ts'
import { Warehouse } from '../../src/data/warehouse.ts'
import { PageContext } from '../../src/evidence/page-context.ts'
import { Facts } from '../../src/facts/facts.ts'

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
    const [same, first, other] = [
      { ...row, previous_scope: '強化月間' },
      { ...row, previous_scope: null, before_key: null },
      { ...row, previous_scope: null },
    ]
    const warehouse = new Warehouse({} as Row<'plans'>, [], new Map([['marts.collection_years', [same, first, other]]]), [])
    const site = { warehouse, facts: new Facts(warehouse), offered: [], colours: new Map(), address: undefined, uses: new Map() }
    const page = new PageContext(site, '/collections')
    expect(OtherBoundNote(page, same)).toBeUndefined()
    expect(OtherBoundNote(page, first)).toBeUndefined()
    expect(OtherBoundNote(page, other)?.plain).toBe('令和3年度の範囲は「強化月間」、その前は「記載なし」で、同じものの比較ではない。')
  })
})
