import { describe, expect, it } from 'vitest'
import { textEms } from '../../loaders/document/text-width.ts'
import { wrapLabel, wrapText } from '../../src/charts/wrap.ts'

describe('wrapText', () => {
  it('cuts after as many full-width characters as fit, ASCII counting as about half', () => {
    expect(wrapText('公共施設の統廃合の検討', 5)).toEqual(['公共施設の', '統廃合の検', '討'])
    expect(wrapText('AIやRPAの導入', 5)).toEqual(['AIやRPAの', '導入'])
    expect(wrapText('', 5)).toEqual([])
  })

  it('begins no line with a sign that closes', () => {
    expect(wrapText('検討、準備、実施', 2)).toEqual(['検討、', '準備、', '実施'])
  })

  it('takes blanks as one and neither begins nor ends a line with them', () => {
    expect(wrapText(' 窓口  の 集約', 2)).toEqual(['窓口', 'の', '集約'])
  })
})

describe('wrapLabel', () => {
  it('puts the lines into one text', () => expect(wrapLabel('住宅使用料', 3)).toBe('住宅使\n用料'))
})

describe('textEms', () => {
  it('takes a full-width character as one em, a letter or digit as a little over half', () => {
    expect(textEms('収納')).toBe(2)
    expect(textEms('4.1億円')).toBeCloseTo(3.74)
  })
})
