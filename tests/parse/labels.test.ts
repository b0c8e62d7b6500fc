import { describe, expect, it } from 'vitest'
import { findLabels, findReviewHeads, itemHead, plainYearHead } from '../../loaders/parse/labels.ts'
import { Source } from '../../loaders/source/source.ts'
import { Words } from '../../loaders/source/words.ts'

function lineOf(text: string): Words {
  const source = new Source(text)
  return Words.of(source, 0, source.clean.length)
}

const kindsOf = (text: string) => findLabels(lineOf(text)).map(({ kind }) => kind)

describe('findLabels', () => {
  it.each([
    ['【担当課：総務課】', 'departments'],
    ['【担当部署:総務課】', 'departments'],
    ['改善・推進の内容\t改善スケジュール', 'schedule'],
    ['主な取組内容', 'initiatives'],
    ['主な取り組み内容', 'initiatives'],
    ['主な取組', 'initiatives'],
    ['具体的な取組内容', 'initiatives'],
    ['令和２年度～令和４年度の実績', 'results'],
    ['令和2年度～令和4年度の取組内容', 'results'],
    ['平成30年度-令和元年度の実績内容', 'results'],
    ['【令和2年度（実績）】 ・広報した。', 'year'],
    ['【令和 元年度 （実績）】', 'year'],
    ['【令和3年度】', 'year'],
    ['【令和4年度の取組】 ・広報した。', 'year'],
    ['【令和4年度の活動】', 'year'],
    ['4年間の総括', 'verification'],
    ['【次期計画に向けた課題】', 'next'],
    ['【今後の課題】', 'next'],
    ['【平成31年度（令和元年度）実績見込】', 'year'],
    ['3カ年の取組みの検証', 'verification'],
    ['3年間の取組みの検証', 'verification'],
    ['【3か年の振返り】', 'verification'],
    ['①達成できたこと（成果） ○広報した。', 'achieved'],
    ['（1）達成できたこと', 'achieved'],
    ['②達成できなかったこと', 'not_achieved'],
    ['②達成できなかったこと：夜間は受けられなかった。', 'not_achieved'],
    ['②未達成のこと', 'not_achieved'],
    ['3カ年の検証', 'verification'],
    ['取組による効果\t令和2年度\t1,000円', 'effects'],
    ['取組の効果', 'effects'],
    ['取組による効果（千円）\t令和2年度\t1,000', 'effects'],
    ['3ヵ年の評価（総括）※A, B, C, Dの評価を記載\tB', 'rating'],
    ['【6次プランにおいて取り組むべき課題】', 'next'],
    ['【次期行革プランに向けて取り組むべき課題】', 'next'],
    ['【引き続き取り組むべき課題】 ※欄が無い課題を書く。 ○続ける。', 'next'],
  ])('finds the label of %s', (text, kind) => {
    expect(kindsOf(text)).toEqual([kind])
  })

  it.each([
    '話し合いで達成できなかったことを次に生かす。',
    '改善・推進の内容を改めた。',
    '広報の主な取組内容',
    '取組による効果を測る。',
    '来年に引き続き取り組むべき課題がある。',
  ])('finds none in the sentence %s', (text) => {
    expect(kindsOf(text)).toEqual([])
  })

  it('finds several in a line, in order', () => {
    expect(kindsOf('【3カ年の振り返り】 ①達成できたこと（成果） ○甲。 ②達成できなかったこと ○乙。')).toEqual(['verification', 'achieved', 'not_achieved'])
  })

  it('finds a label where block markup stands before it', () => {
    expect(kindsOf('<p>甲</p><p>②達成できなかったこと</p>')).toEqual(['not_achieved'])
  })

  it('knows the lists of the next plan from those that go on outside it', () => {
    const plan = (text: string) => findLabels(lineOf(text))[0]?.match.form('plan')
    expect(plan('【6次プランにおいて取り組むべき課題】')).toBe('6次プラン')
    expect(plan('【引き続き取り組むべき課題】')).toBeUndefined()
  })
})

describe('a year in 【】', () => {
  it.each(['【令和4年度末】 12件', '【令和4年度目標】 12件', '【令和3年度比】 3件増', '【R4.4.1】 計画10人'])('is no head in %s', (text) => {
    expect(findLabels(lineOf(text))).toEqual([])
  })
})

describe('findReviewHeads', () => {
  it('finds the two lists of a review', () => {
    expect(findReviewHeads(lineOf('【成果】 ○減った。 【課題】 ○残った。')).map(({ kind }) => kind)).toEqual(['achieved', 'not_achieved'])
    expect(findReviewHeads(lineOf('残った【課題】を述べる。'))).toEqual([])
  })
})

describe('plainYearHead', () => {
  it.each([
    ['（2021年度）', '2021年度'],
    ['（令和3年度の実績） ・広報した。', '令和3年度'],
    ['令和3年度', '令和3年度'],
    ['■令和３年度の取組実績\t\t', '令和3年度'],
  ])('reads %s', (text, year) => {
    expect(plainYearHead(lineOf(text))?.match.form('year')).toBe(year)
  })

  it.each(['令和3年度に広報した。', '・令和3年度', '令和3年度の', '令和3年度\t1,000円', '令和2年度～令和4年度の実績', '（令和3年度まで）'])(
    'takes %s for none',
    (text) => {
      expect(plainYearHead(lineOf(text))).toBeUndefined()
    },
  )
})

describe('itemHead', () => {
  it.each([
    ['No.3 窓口の改善', 3, '窓口の改善'],
    ['Ｎｏ．１２　窓口の改善', 12, '窓口の改善'],
    ['№7 窓口の改善\t再', 7, '窓口の改善'],
    ['No 4窓口の改善', 4, '窓口の改善'],
    ['No.5', 5, ''],
  ])('reads %s', (text, no, title) => {
    const head = itemHead(lineOf(text))
    expect([head?.no, head?.title.text]).toEqual([no, title])
  })

  it.each(['No.3 再掲', 'No.3再掲）', '（No.3 再掲）', '窓口はNo.3と同じ', 'No.3.1 窓口', '3 窓口', 'No.0 窓口', 'No.123456 窓口'])(
    'takes %s for none',
    (text) => {
      expect(itemHead(lineOf(text))).toBeUndefined()
    },
  )
})
