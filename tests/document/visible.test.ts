import { describe, expect, it } from 'vitest'
import { visible, visibleLines } from '../../loaders/document/visible.ts'

describe('a text for the terminal', () => {
  it.each([
    ['\x1b[2J消した', '\\x1b[2J消した'],
    ['\x1b]0;題名\x07', '\\x1b]0;題名\\x07'],
    ['\x9b31m赤', '\\x9b31m赤'],
    ['a\rb\nc\x00\x7f', 'a\\x0db\\x0ac\\x00\\x7f'],
    ['\u202e裏返し\u2066', '\\u202e裏返し\\u2066'],
    ['甲\t乙　『丙』 😀', '甲\t乙　『丙』 😀'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('keeps its lines where it has some', () => {
    expect(visibleLines('a\r\n\x1b[1mb\nc\rd\n')).toBe('a\n\\x1b[1mb\nc\\x0dd\n')
  })
})
