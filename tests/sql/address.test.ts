import { describe, expect, it } from 'vitest'
import { addressOf, longestQuery, readAddress } from '../../src/sql/address.ts'

describe('the address of a query', () => {
  it.each(["SELECT '収納' -- #1\n", 'a=b&q=c+d', '%', ''])('gives the query back: %j', (sql) => {
    expect(readAddress(addressOf(sql))).toEqual({ sql })
  })

  it('gives the values of parameters back, and counts them', () => {
    const values = { item: '21', 名前: "o'p & q=r" }
    expect(readAddress(addressOf('SELECT $item', values))).toEqual({ sql: 'SELECT $item', values })
    expect(addressOf('SELECT $item', { item: 'a'.repeat(longestQuery) })).toBe('')
    expect(readAddress(`#q=SELECT&%24item=${'a'.repeat(longestQuery)}`)).toBe('too long')
  })

  it('may hold none, and escapes that stand for nothing', () => {
    expect(['', '#', '#top', '#%'].map(readAddress)).toEqual([undefined, undefined, undefined, undefined])
    expect(['#q=%', '#q=%E3%81', '#q='].map(readAddress)).toEqual([{ sql: '%' }, { sql: '\ufffd' }, { sql: '' }])
  })

  it('holds no query that is too long', () => {
    expect(readAddress(`#q=${'a'.repeat(longestQuery)}`)).toEqual({ sql: 'a'.repeat(longestQuery) })
    expect(readAddress(`#q=${'a'.repeat(longestQuery + 1)}`)).toBe('too long')
    expect(readAddress(`#q=${'%E3%81%82'.repeat(longestQuery + 1)}`)).toBe('too long')
    expect(addressOf('あ'.repeat(longestQuery + 1))).toBe('')
  })
})
