import { expect, it } from 'vitest'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { compileForm } from '../../loaders/structure/labels.ts'

it('the form of 取組実績一覧 is data that a JSON file could hold', () => {
  expect(JSON.parse(JSON.stringify(reformResults))).toEqual(reformResults)
})

it('each of its parts has labels that can be looked for by a word of their own', () => {
  const { labels, labelsWithin, parts } = compileForm(reformResults)
  expect(new Set(labels.map(({ kind }) => kind))).toEqual(new Set(parts.keys()))
  const words = [...labels, ...labelsWithin].map(({ kind, word }) => [kind, word])
  expect(words).toContainEqual(['year', '年度'])
  expect(words).toContainEqual(['initiatives', '取'])
  expect(words).toContainEqual(['achieved', '達成できたこと'])
  expect(words.filter(([, word]) => word === '')).toEqual([])
})
