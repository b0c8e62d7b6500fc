import { expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { comparisonsIn, holds } from '../../loaders/vocabulary/comparisons.ts'

/** The comparisons of a sentence: relation, place and words. */
function found(text: string): string[][] {
  const source = new Source(text)
  return comparisonsIn(Words.of(source, 0, source.clean.length)).map(({ relation, place, words }) => [relation, place, words.text])
}

it.each([
  ['5億円を超えた', 'over', 'end', '超えた'],
  ['5億円を超えることができた', 'over', 'end', '超えることができた'],
  ['5億円を越え、', 'over', 'joined', '越え'],
  ['5億円を上回る額', 'over', 'before noun', '上回る'],
  ['5億円を上まわっている', 'over', 'end', '上まわっている'],
  ['5億円を突破した', 'over', 'end', '突破した'],
  ['5億円を超過。', 'over', 'joined', '超過'],
  ['5億円を超えなかった', 'at_most', 'end', '超えなかった'],
  ['5億円を上回ることはなかった', 'at_most', 'end', '上回ることはなかった'],
  ['目標を達成した', 'at_least', 'end', '達成した'],
  ['目標を達成することができた', 'at_least', 'end', '達成することができた'],
  ['目標を達成し、', 'at_least', 'joined', '達成し'],
  ['5億円に到達した', 'at_least', 'end', '到達した'],
  ['5億円に達した', 'at_least', 'end', '達した'],
  ['目標に届いた', 'at_least', 'end', '届いた'],
  ['目標を達成できなかった', 'under', 'end', '達成できなかった'],
  ['目標を達成することができず、', 'under', 'joined', '達成することができず'],
  ['目標の達成には至らなかった', 'under', 'end', '達成には至らなかった'],
  ['目標の達成に至っていない', 'under', 'end', '達成に至っていない'],
  ['目標に達しなかった', 'under', 'end', '達しなかった'],
  ['目標に達せず、', 'under', 'joined', '達せず'],
  ['目標に届かなかった', 'under', 'end', '届かなかった'],
  ['目標に届かず、', 'under', 'joined', '届かず'],
  ['目標に及ばなかった', 'under', 'end', '及ばなかった'],
  ['計画に満たない人数', 'under', 'before noun', '満たない'],
  ['計画に満たなかった', 'under', 'end', '満たなかった'],
  ['計画を下回った', 'under', 'end', '下回った'],
  ['計画を割り込んだ', 'under', 'end', '割り込んだ'],
  ['目標は未達', 'under', 'joined', '未達'],
  ['目標は未達成となった', 'under', 'end', '未達成となった'],
  ['計画を下回らなかった', 'at_least', 'end', '下回らなかった'],
])('%s', (text, ...comparison) => {
  expect(found(text)).toEqual([comparison])
})

it.each(['達成感を得た', '効果が及び始めた', '超えれば見直す', '届けた', '未達の項目を洗い出した', '発達を支えた'])('%s compares nothing', (text) => {
  expect(found(text)).toEqual([])
})

it('holds at the bound as the word says, and within rounding', () => {
  const at = (relation: Parameters<typeof holds>[0]) => [9, 10, 11].map((amount) => holds(relation, amount, 10))
  expect(at('same')).toEqual([false, true, false])
  expect(at('over')).toEqual([false, false, true])
  expect(at('at_least')).toEqual([false, true, true])
  expect(at('under')).toEqual([true, false, false])
  expect(at('at_most')).toEqual([true, true, false])
  expect([holds('over', 10, 10, 0.5), holds('under', 10, 10, 0.5), holds('over', 9, 10, 0.5), holds('at_least', 9.5, 10, 0.5)]).toEqual([
    true,
    true,
    false,
    true,
  ])
})
