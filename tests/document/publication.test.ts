import { describe, expect, it } from 'vitest'
import { isDay, readContact, webAddress } from '../../loaders/document/publication.ts'

describe('an address of the web', () => {
  it.each([
    ['https://example.jp', 'https://example.jp/'],
    ['HTTP://Example.jp/a b', 'http://example.jp/a%20b'],
    ['https://example.jp/計画?年=令和5', 'https://example.jp/%E8%A8%88%E7%94%BB?%E5%B9%B4=%E4%BB%A4%E5%92%8C5'],
    ['https://example.jp/?q={a|b}', 'https://example.jp/?q=%7Ba%7Cb%7D'],
  ])('%s is %s', (text, address) => {
    expect(webAddress(text)).toBe(address)
  })

  it.each([
    '',
    'example.jp',
    'javascript:alert(1)',
    'ftp://example.jp/',
    'file:///etc/hostname',
    'https://',
    'https://a:b@example.jp/',
    'https:example.jp',
    'javascript:https://example.jp/',
  ])('%j is none', (text) => {
    expect(webAddress(text)).toBeUndefined()
  })
})

describe('whom to ask', () => {
  it.each([
    ['財政課', { name: '財政課', mail: null, address: null }],
    ['財政課 <zaisei@city.example.jp>', { name: '財政課', mail: 'zaisei@city.example.jp', address: null }],
    ['財政課<https://example.jp/form>', { name: '財政課', mail: null, address: 'https://example.jp/form' }],
    [' 財政課 <zaisei@city.example.jp> ', { name: '財政課', mail: 'zaisei@city.example.jp', address: null }],
    ['zaisei@city.example.jp', { name: null, mail: 'zaisei@city.example.jp', address: null }],
    ['<zaisei@city.example.jp>', { name: null, mail: 'zaisei@city.example.jp', address: null }],
  ])('%s', (text, contact) => {
    expect(readContact(text)).toEqual(contact)
  })

  it.each(['財政課 <電話>', '財政課 <a@b', '<>', '財政課 <a@example.jp> 係', '<javascript:alert(1)>'])('is not told by %s', (text) => {
    expect(readContact(text)).toBeUndefined()
  })
})

describe('a day', () => {
  it.each(['1900-01-01', '2024-02-29', '2999-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true))
  it.each(['2023-02-29', '2023-13-01', '2023-1-1', '1899-12-31', '0000-01-01', '2023-04-31', '20230401'])('%s is none', (text) =>
    expect(isDay(text)).toBe(false),
  )
})
