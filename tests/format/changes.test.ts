import { expect, it } from 'vitest'
import { changeOnYearInWords, gapInWords, isSayable, sayableChange, yenChangeInWords } from '../../src/format/changes.ts'
import { changeInWords } from '../../src/format/numbers.ts'

it('a change in percent says its direction in words, without a sign', () => {
  expect([77.2, -45.8, 0, -0.04, 8483.5, null].map(changeInWords)).toEqual(['77.2%増', '45.8%減', '±0.0%', '±0.0%', '8,483.5%増', 'データなし'])
})

it('a rate over ±1,000% is for tables only', () => {
  expect([1000, -1000, 1000.1, -8483.5].map(isSayable)).toEqual([true, true, false, false])
  expect([-84.1, 1000.1, null].map(sayableChange)).toEqual(['84.1%減', undefined, undefined])
})

it('a change in yen says its direction in words', () => {
  expect([401_440_000, -41_583_894, 0].map((yen) => yenChangeInWords(yen))).toEqual(['4.0億円増', '4,158万円減', '増減なし'])
})

it('a change on the year before says so', () => {
  expect([14, -2, 0, 0.5].map((change) => changeOnYearInWords(change, '人'))).toEqual([
    '前年度より14人増',
    '前年度より2人減',
    '前年度と同じ',
    '前年度より0.5人増',
  ])
})

it('a gap says whether it is more or fewer', () => {
  expect([7, -7, 0].map((gap) => gapInWords(gap, '人'))).toEqual(['7人多い', '7人少ない', '同じ'])
})
