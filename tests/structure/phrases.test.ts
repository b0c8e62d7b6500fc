import { describe, expect, it } from 'vitest'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { PhraseCompiler, PhraseError } from '../../loaders/structure/phrases.ts'

const words = { works: ['取組', '取り組み'], both: ['{works}と{works}'], circle: ['{round}'], round: ['{circle}'], short: ['効果', '効果額'] }
const compiler = new PhraseCompiler({ ...reformResults, words })
const isWhole = (phrase: string, text: string) => new RegExp(`^${compiler.compile(phrase).source}$`).test(text)

describe('a phrase', () => {
  it.each([
    ['担当[課|部署] : ', '担当:', true],
    ['担当[課|部署] : ', '担当課  : ', true],
    ['担当[課|部署] : ', '担当部署:', true],
    ['担当[課|部署] : ', '担当係:', false],
    ['{works}の効果', '取り組みの効果', true],
    ['{works}の効果', '取組むの効果', false],
    ['{both}', '取組と取り組み', true],
    ['[主な[る]]内容', '主なる内容', true],
    ['[主な[る]]内容', '内容', true],
    ['[主な[る]]内容', 'る内容', false],
    ['(1).*', '(1).*', true],
    ['(1).*', '(1)..', false],
    [String.raw`\[{years}\]`, '[3カ年]', true],
    [String.raw`\{a\|b\}`, '{a|b}', true],
    [String.raw`a\b`, String.raw`a\b`, true],
    ['{yearSpan}', '令和2年度~令和4年度', true],
    ['{year}', '平成31年度(令和元年度)', true],
    ['{year}', '平成31(令和元)年度', true],
    ['{plan}', '第6次行革プラン', true],
    ['{plan}', '第6次見直し', false],
  ])('%s: of %s it is %s', (phrase, text, expected) => {
    expect(isWhole(phrase, text)).toBe(expected)
  })

  it('has a word that no text without it can match', () => {
    expect(compiler.compile('[主な]{works}の 実績内容').word).toBe('実績内容')
    expect(compiler.compile('{works}').word).toBe('取')
    expect(compiler.compile('[主な]').word).toBe('')
  })

  it('tries the longest of its alternatives first', () => {
    expect(new RegExp(compiler.any(['効果', '効果額']).source).exec('効果額')?.[0]).toBe('効果額')
    expect(new RegExp(compiler.compile('{short}').source).exec('効果額')?.[0]).toBe('効果額')
  })

  it.each([
    ['担当[課', '[ に対する ] がない'],
    ['担当[課|', '[ に対する ] がない'],
    ['担当課]', '] の前に [ がない'],
    ['課|部', '| の前に [ がない'],
    ['{works', '{ の相手がない'],
    ['works}', '} の相手がない'],
    ['{unknown}', '{unknown} という語の一覧がない'],
    ['{toString}', '{toString} という語の一覧がない'],
    ['{circle}', '{circle} が自分自身を含む'],
  ])('%s is refused: %s', (phrase, reason) => {
    expect(() => compiler.compile(phrase)).toThrow(new PhraseError(phrase, reason))
  })
})
