import { expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { splitList } from '../../loaders/vocabulary/lists.ts'

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

it('parts at no comma of a bracket in a bracket, nor of one left open', () => {
  expect(split('甲（乙（丙、丁）、戊）、己')).toEqual(['甲（乙（丙、丁）、戊）', '己'])
  expect(split('甲（乙、丙')).toEqual(['甲（乙、丙'])
  expect(split('甲）、乙（丙、丁）')).toEqual(['甲）', '乙（丙、丁）'])
})

it('gives parts without the blanks around them', () => {
  expect(split(' 甲 、 乙 ')).toEqual(['甲', '乙'])
})

it('takes a comma for one of a number only between a digit and three digits', () => {
  expect(split('甲,123')).toEqual(['甲', '123'])
  expect(split('1,2345')).toEqual(['1', '2345'])
  expect(split('1甲,123')).toEqual(['1甲', '123'])
  expect(split('1,a123')).toEqual(['1', 'a123'])
  expect(split('1、234')).toEqual(['1', '234'])
  expect(split('1,234')).toEqual(['1,234'])
})
