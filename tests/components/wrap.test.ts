import { describe, expect, it } from 'vitest'
import { wrapText } from '../../src/components/wrap.ts'

describe('wrapText', () => {
  it('cuts after as many full-width characters as fit, ASCII counting as about half', () => {
    expect(wrapText('公共施設の統廃合の検討', 5)).toEqual(['公共施設の', '統廃合の検', '討'])
    expect(wrapText('AIやRPAの導入', 5)).toEqual(['AIやRPAの', '導入'])
    expect(wrapText('', 5)).toEqual([])
  })

  it('begins no line with a sign that closes', () => {
    expect(wrapText('検討、準備、実施', 2)).toEqual(['検討、', '準備、', '実施'])
  })
})
