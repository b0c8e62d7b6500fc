import { describe, expect, it } from 'vitest'
import { fold } from '../../src/search/fold.ts'

describe('fold', () => {
  it.each([
    ['マイナンバー', 'ﾏｲﾅﾝﾊﾞｰ'],
    ['マイナンバー', 'まいなんばー'],
    ['ガバナンス', 'ｶﾞﾊﾞﾅﾝｽ'],
    ['ガバナンス', 'がばなんす'],
    ['AI-OCR', 'ＡＩ－ＯＣＲ'],
    ['RPA', 'rpa'],
    ['35 人', '35人'],
    ['５１，０００，０００円', '51,000,000円'],
    ['51,000,000円', '51000000円'],
    ['3カ年', '３か年'],
    ['補助金・負担金', '補助金負担金'],
    ['納税課（現組織）', '納税課(現組織)'],
    ['No.1-(2)-①', 'Ｎｏ．１－（２）－１'],
    ['A-1', 'Ａ－１'],
    ['寄附金', '寄付金'],
    ['大﨑市', '大崎市'],
    ['がばなんす', 'か\u3099は\u3099なんす'],
  ])('gives %s and %s one form', (one, other) => {
    expect(fold(one).form).toBe(fold(other).form)
  })

  it.each([
    ['ハハ', 'パパ'],
    ['1,2', '12'],
    ['2 3', '23'],
    ['2-3', '23'],
    ['1-(2)', '12'],
    ['1-(2)-①', '1-(21)'],
    ['1,2345', '12345'],
    ['セット', 'セツト'],
    ['カード', 'カド'],
  ])('tells %s from %s', (one, other) => {
    expect(fold(one).form).not.toBe(fold(other).form)
  })

  it('knows where each character came from', () => {
    const text = '大崎 ﾏｲﾅﾝﾊﾞｰ ㍿'
    const { form, starts, ends } = fold(text)
    expect(form).toBe('大崎まいなんばー株式会社')
    const at = form.indexOf('ば')
    expect(text.slice(starts[at], ends[at])).toBe('ﾊﾞ')
    expect(text.slice(starts[form.indexOf('株')], ends[form.indexOf('社')])).toBe('㍿')
  })
})
