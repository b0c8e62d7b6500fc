import { describe, expect, it } from 'vitest'
import { withoutMarkup } from '../../src/evidence/words.ts'

describe('text without its markup', () => {
  it.each([
    ['<p>甲<br/>乙</p>', '甲乙'],
    ['<scr<b>ipt>alert(1)</scr</b>ipt>', 'alert(1)'],
    ['<<b>img src=x onerror=alert(1)>丙', '丙'],
    ['<i<i<i>>m>g<b>>', 'g>'],
    ['<a<b<c<d>>>>', ''],
  ])('leaves none in %j', (text, left) => {
    expect(withoutMarkup(text)).toBe(left)
    expect(withoutMarkup(left)).toBe(left)
  })

  it.each(['3 < 5 > 2', 'a<', '<>', '< b>', '<1>', '>', '', '<b'])('stays where it has none: %j', (text) => {
    expect(withoutMarkup(text)).toBe(text)
  })
})
