import { describe, expect, it } from 'vitest'
import { unifiedName } from '../../loaders/vocabulary/unified-names.ts'

describe('unifiedName', () => {
  it.each([
    ['DX 研修', 'DX研修'],
    ['ＤＸ　研修', 'DX研修'],
    ['経営企画課 (経営管理部)', '経営管理部経営企画課'],
    ['経営企画課（経営管理部）', '経営管理部経営企画課'],
    ['経営管理部 経営企画課', '経営管理部経営企画課'],
    ['削減額（増収額）', '削減額(増収額)'],
    ['削減額 (増収額)', '削減額(増収額)'],
    ['4月〜9月分', '4月~9月分'],
    ['4月～9月分', '4月~9月分'],
    ['ｺﾞﾐ袋', 'ゴミ袋'],
    ['A―B線', 'A-B線'],
  ])('of %s is %s', (name, unified) => {
    expect(unifiedName(name)).toBe(unified)
    expect(unifiedName(unified)).toBe(unified)
  })

  it.each(['家賃(建築課)', '総務課(兼務)', '甲課(乙部)(丙)'])('of %s is itself: the bracket is no department that it belongs to', (name) => {
    expect(unifiedName(name)).toBe(name)
  })

  it('keeps apart what is called otherwise', () => {
    expect(unifiedName('地域振興課')).not.toBe(unifiedName('各総合支所地域振興課'))
    expect(unifiedName('評価者研修')).not.toBe(unifiedName('被評価者研修'))
  })
})
