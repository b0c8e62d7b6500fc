import { expect, it } from 'vitest'
import { letterPairs, sharedPairs } from '../../loaders/document/letter-pairs.ts'

const shared = (sought: string, other: string) => sharedPairs(letterPairs(sought), letterPairs(other))

it('takes letters and digits in pairs, whatever marks stand between them', () => {
  expect([...letterPairs('窓口、DX（3課）')]).toEqual(['窓口', '口d', 'dx', 'x3', '3課'])
  expect(letterPairs('窓').size).toBe(0)
})

it('says how much of the shorter text the other has', () => {
  expect(shared('申請書の押印をなくした', '申請書の押印をなくした。')).toBe(1)
  expect(shared('申請書の押印をなくした', '窓口を整え、申請書の押印をなくしたため、待ち時間が減った')).toBe(1)
  expect(shared('あいうえおかきくけこさ', 'あいうえおかたちつてと')).toBe(0.5)
  expect(shared('申請書の押印をなくした', '下水道を延ばす')).toBe(0)
})

it('finds a short text in a long one, and no long text in a word or two', () => {
  expect(shared('押印の廃止', '申請書の押印の廃止を進めた')).toBe(1)
  expect(shared('申請書の押印をなくした', '押印')).toBeLessThan(0.2)
  expect(shared('', '押印')).toBe(0)
})
