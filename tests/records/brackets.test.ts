import { expect, it } from 'vitest'
import { splitList } from '../../loaders/records/brackets.ts'
import { Source } from '../../loaders/source/source.ts'
import { Words } from '../../loaders/source/words.ts'

const split = (text: string, separators?: string) => {
  const source = new Source(text)
  return splitList(Words.of(source, 0, source.clean.length), separators).map(({ text }) => text)
}

it('parts a list at commas outside brackets', () => {
  expect(split('甲研修（1人、2人）【内訳、乙】，丙研修、')).toEqual(['甲研修（1人、2人）【内訳、乙】', '丙研修'])
})

it('leaves the commas of numbers alone', () => {
  expect(split('甲1,234円,乙5,67円')).toEqual(['甲1,234円', '乙5', '67円'])
})

it('parts at other separators where they are given', () => {
  expect(split('前期3人・後期4人', '・、')).toEqual(['前期3人', '後期4人'])
})
