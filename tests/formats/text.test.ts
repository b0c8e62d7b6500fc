import { describe, expect, it } from 'vitest'
import { decode } from '../../loaders/formats/text.ts'

const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('decode', () => {
  it('reads UTF-8', () => {
    expect(decode(Buffer.from('第5次①'))).toEqual({ text: '第5次①', encoding: 'utf-8' })
  })

  it('takes the byte order mark of UTF-8 away', () => {
    expect(decode(Buffer.from('\ufeff効果')).text).toBe('効果')
  })

  it('reads CP932', () => {
    expect(decode(Uint8Array.of(0x8c, 0xf8, 0x89, 0xca))).toEqual({ text: '効果', encoding: 'shift_jis' })
  })

  it.each([
    ['①', [0x87, 0x40]],
    ['㈱', [0x87, 0x8a]],
    ['髙', [0xfb, 0xfc]],
    ['﨑', [0xfa, 0xb1]],
    ['～', [0x81, 0x60]],
  ])('reads %s, which only CP932 has at its place in Shift_JIS', (character, bytes) => {
    expect(decode(Uint8Array.from(bytes)).text).toBe(character)
  })

  it.each(['le', 'be'] as const)('reads UTF-16%s by its byte order mark', (order) => {
    expect(decode(utf16('№3 髙﨑', order))).toEqual({ text: '№3 髙﨑', encoding: `utf-16${order}` })
  })

  it('gives nothing for bytes that fit no encoding', () => {
    expect(decode(Uint8Array.of(0x41, 0xff, 0x42))).toEqual({ text: undefined, reason: 'unknown' })
  })

  it('gives nothing for UTF-16 that breaks off inside a character', () => {
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x41)).text).toBeUndefined()
  })

  it('says of UTF-8 that breaks off inside a character that it does', () => {
    expect(decode(Buffer.from('効果').subarray(0, 5))).toEqual({ text: undefined, reason: 'truncated' })
  })
})
