import { describe, expect, it } from 'vitest'
import type { Catalog, Dimension } from '../../src/explore/catalog.ts'
import { labelOf } from '../../src/explore/load.ts'
import { addressQuestion, longestSearch } from '../../src/explore/question.ts'

const department: Dimension = { name: 'lead_department', title: '記入担当課', labels: { a: '総務課' }, kind: 'words', ofItem: true }
const table = { name: 'items', title: '項目', grain: '1項目', rowCount: 1, dimensions: [department], measures: [], texts: [], notes: [], openItems: [] }
const catalog: Catalog = { planId: 'test', root: './', scope: '', items: {}, tables: [table] }

describe('the words for a key', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('are the key itself where the list has none of its own: %s', (key) => {
    expect(labelOf(department, key)).toBe(key)
  })

  it('are those of the list', () => {
    expect([labelOf(department, 'a'), labelOf(department, '')]).toEqual(['総務課', '(記載なし)'])
  })
})

describe('an address', () => {
  it('asks for nothing that a table does not have of its own', () => {
    const question = addressQuestion(catalog, '?table=constructor&rows=__proto__&measure=toString&aggregate=constructor&chart=valueOf&only.__proto__=a')
    expect(question).toMatchObject({ table: 'items', rows: 'lead_department', measure: 'rows', aggregate: 'sum', chart: 'bar', filters: {} })
  })

  it('never fails, whatever its escapes are', () => {
    for (const search of ['?%', '?only.lead_department=%', '?search=%E3%81', '?=&&=', '%']) expect(addressQuestion(catalog, search).table).toBe('items')
    expect(addressQuestion(catalog, '?only.lead_department=%').filters).toEqual({ lead_department: ['%'] })
  })

  it('is read up to a length', () => {
    expect(addressQuestion(catalog, `?search=${'a '.repeat(500)}`).search).toHaveLength(longestSearch)
    expect(addressQuestion(catalog, `?search=b&only.lead_department=${'a'.repeat(1_000_000)}`)).toMatchObject({ search: '', filters: {} })
  })
})
