import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import * as labels from '../../loaders/structure/labels.ts'

const form = labels.compileForm(reformResults)
const findLabels = (line: Words) => labels.findLabels(line, form)
const findReviewHeads = (line: Words) => labels.findLabelsWithin(line, 'review', form)
const findYearLine = (line: Words) => labels.findYearLine(line, form)?.match
const itemHead = (line: Words) => labels.itemHead(line, form)

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
    ['【平成31（令和元）年度（実績）】', 'year'],
    ['【令和三年度（実績）】 ・広報した。', 'year'],
    ['4年間の総括', 'verification'],
    ['【次期計画に向けた課題】', 'next'],
    ['【今後の課題】', 'next'],
    ['【第12次プランの課題】', 'next'],
    ['【6次プラン課題】', 'next'],
    ['【次期計画へ向けて取り組むべき課題】', 'next'],
    ['【次期計画へ向けた課題】', 'next'],
    ['【今後取り組む課題】', 'next'],
    ['【 今後の 課題 】', 'next'],
    ['【平成31年度（令和元年度）実績見込】', 'year'],
    ['3カ年の取組みの検証', 'verification'],
    ['3年間の取組みの検証', 'verification'],
    ['【3か年の振返り】', 'verification'],
    ['①達成できたこと（成果） ○広報した。', 'achieved'],
    ['（1）達成できたこと', 'achieved'],
    ['②達成できなかったこと', 'not_achieved'],
    ['①達成できたこと：昼間は受けられた。', 'achieved'],
    ['達成できなかったこと', 'not_achieved'],
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
    '皆で達成できたこと',
    '皆で達成できなかったこと',
    '【次期計画に向けて残る課題】',
    '【皆の今後の課題】',
    '【今後の大きな課題】',
    '【今後の課題が残る】',
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

  it('finds several in the order of the line, whatever order the form has', () => {
    expect(kindsOf('3カ年の評価 A ②達成できなかったこと ○乙。 ①達成できたこと ○甲。 主な取組内容 ①丙')).toEqual([
      'rating',
      'not_achieved',
      'achieved',
      'initiatives',
    ])
  })

  it('finds one right behind another where block markup parts them', () => {
    expect(kindsOf('<p>【3カ年の振り返り】</p><p>①達成できたこと</p>')).toEqual(['verification', 'achieved'])
  })

  it('finds none inside another', () => {
    expect(kindsOf('【今後の課題】 ※ 主な取組内容 に無いもの。 ○続ける。')).toEqual(['next'])
  })

  it('finds one behind text and a blank', () => {
    expect(kindsOf('以上 達成できたこと')).toEqual(['achieved'])
  })

  it.each(['①達成できたこと （成果）', '①達成できたこと ：', '②達成できなかったこと （課題）', '②達成できなかったこと ：'])(
    'takes %s whole, with the blank inside it',
    (label) => {
      expect(findLabels(lineOf(`${label} ○甲。`))[0]?.match.words()?.text).toBe(label)
    },
  )

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

describe('findLabelsWithin', () => {
  it('finds the two lists of a review', () => {
    expect(findReviewHeads(lineOf('【成果】 ○減った。 【課題】 ○残った。')).map(({ kind }) => kind)).toEqual(['achieved', 'not_achieved'])
    expect(findReviewHeads(lineOf('残った【課題】を述べる。'))).toEqual([])
    expect(findReviewHeads(lineOf('【課題】 ○残った。 【成果】 ○減った。')).map(({ kind }) => kind)).toEqual(['not_achieved', 'achieved'])
  })

  it.each([
    ['【 成果 】', 'achieved'],
    ['【達成事項】', 'achieved'],
    ['【達成できた事項】', 'achieved'],
    ['【 課題 】', 'not_achieved'],
    ['【未達成】', 'not_achieved'],
    ['【未達成事項】', 'not_achieved'],
  ])('knows %s', (text, kind) => {
    expect(findReviewHeads(lineOf(text)).map(({ kind }) => kind)).toEqual([kind])
  })

  it.each(['【大きな成果】', '【成果など】', '【次の課題】', '【課題など】'])('does not know %s', (text) => {
    expect(findReviewHeads(lineOf(text))).toEqual([])
  })
})

describe('findYearLine', () => {
  it.each([
    ['（2021年度）', '2021年度'],
    ['（令和3年度の実績） ・広報した。', '令和3年度'],
    ['令和3年度', '令和3年度'],
    ['■令和３年度の取組実績\t\t', '令和3年度'],
    ['　　令和3年度', '令和3年度'],
  ])('reads %s', (text, year) => {
    expect(findYearLine(lineOf(text))?.form('year')).toBe(year)
  })

  it.each(['令和3年度に広報した。', '・令和3年度', '令和3年度の', '令和3年度\t1,000円', '令和2年度～令和4年度の実績', '（令和3年度まで）'])(
    'takes %s for none',
    (text) => {
      expect(findYearLine(lineOf(text))).toBeUndefined()
    },
  )

  it.each([
    ['［令和4年度（実績）］', '令和4年度'],
    ['［令和4年度（実績）］ ・広報した。', '令和4年度'],
    ['〈令和4年度〉', '令和4年度'],
    ['〔令和4年度の取組実績〕', '令和4年度'],
    ['「令和4年度」', '令和4年度'],
    ['『令和4年度の実績』', '令和4年度'],
    ['＜R4＞', 'R4'],
    ['【令和4年（実績）】', '令和4年'],
    ['【2022(R4)年度】', '2022(R4)年度'],
    ['【令和四年度実績】', '令和四年度'],
    ['（平成31（令和元）年度）', '平成31(令和元)年度'],
    ['平成31（令和元）年度の実績', '平成31(令和元)年度'],
  ])('reads %s in other brackets or by another name', (text, year) => {
    expect(findYearLine(lineOf(text))?.form('year')).toBe(year)
  })

  it.each(['［令和4年度 窓口］', '〈令和3～4年度〉', '【令和2年度新規】'])('finds another year in %s, which it cannot read', (text) => {
    const head = findYearLine(lineOf(text))
    expect([head !== undefined, head?.form('year'), head?.form('other') !== undefined]).toEqual([true, undefined, true])
  })

  it.each([
    '［令和4年度末］',
    '［令和4年4月1日現在］',
    '〈R4.4.1〉',
    '［令和4年度目標］',
    '［窓口］',
    '「令和4年度白書」',
    '「令和4年度」を配った。',
    '窓口［令和4年度］',
  ])('takes %s for none', (text) => {
    expect(findYearLine(lineOf(text))).toBeUndefined()
  })

  it('ends before the blanks at the end of its line', () => {
    expect(findYearLine(lineOf('令和3年度の実績　　'))?.form(0)).toBe('令和3年度の実績')
  })

  it.each([
    '【令和年度（実績）】',
    '　【令和年度実績】',
    '【仮の令和年度実績】',
    '令和2年度（実績）】',
    '【令和４，度（実績見込み）】',
    '【5年の実績】',
    '2年度】',
    '【年度】',
    '【令和2年度（ ） 】',
    '【令和2年度 案】',
    '【令和2年度（実績）',
    '【令和2年度 実績',
    '　【R2年度実績',
  ])('reads %s as a head whose year is broken', (text) => {
    const head = findYearLine(lineOf(`${text} ・開いた。`))
    expect([head?.form('year'), head?.words()?.text]).toEqual([undefined, text])
  })

  it.each([
    '窓口【令和年度実績】',
    '・【令和2年度実績',
    '【窓口】令和年度実績】',
    '【窓口の実績】',
    '【窓口】2年度】',
    '【令和2年度の 実績',
    '【令和】2年度実績',
  ])('takes %s for no broken head', (text) => {
    expect(findYearLine(lineOf(text))).toBeUndefined()
  })
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

describe('a label in other words', () => {
  it.each([
    ['【 担当課 ： 総務課 】', 'departments'],
    ['【担当部局：総務部】', 'departments'],
    ['【担当：総務課】', 'departments'],
    ['改善・推進内容', 'schedule'],
    ['主な取組内容①窓口', 'initiatives'],
    ['主な取り組内容', 'initiatives'],
    ['元年度～3年度の取組実績', 'results'],
    ['H30年度～R 2年度の内容', 'results'],
    ['昭和63年度 － 平成2年度の実績【平成元年度実績】', 'results'],
    ['【2022年度の実績】', 'year'],
    ['【R4年度（取組内容）】', 'year'],
    ['【令和10年度（実績内容）】', 'year'],
    ['10年間の取組の検証', 'verification'],
    ['5箇年の取り組みの検証【', 'verification'],
    ['【 5年の振り返り 】', 'verification'],
    ['達成できたこと○広げた。', 'achieved'],
    ['(2) 達成できなかったこと（課題）●', 'not_achieved'],
    ['取り組みによる効果額', 'effects'],
    ['3年の評価', 'rating'],
    ['【第 7 次行革大綱で取り組むべき課題】', 'next'],
    ['【次期計画において取組むべき課題】', 'next'],
    ['【引続き取組むべき課題】', 'next'],
  ])('%s is found', (text, kind) => {
    expect(kindsOf(text)[0]).toBe(kind)
  })

  it.each([
    '【責任者：総務課】',
    '取組内容',
    '3年度の実績',
    '【令和2年度（予定）】',
    '123年間の取組の検証',
    '【振り返り】',
    '主な取組内容を挙げる',
    '評価（総括）',
    '【次の課題】',
  ])('%s is none', (text) => {
    expect(kindsOf(text)).toEqual([])
  })

  it('goes with the note that explains it, up to its end', () => {
    const behind = (text: string) =>
      lineOf(text)
        .slice(findLabels(lineOf(text))[0]?.match.end ?? 0)
        .text.trim()
    expect(behind('【引き続き取り組むべき課題】 ※欄の無い課題を書く。 ○続ける。')).toBe('○続ける。')
    expect(behind('【引き続き取り組むべき課題】 ※欄の無い課題 ○続ける。')).toBe('○続ける。')
    expect(behind('【引き続き取り組むべき課題】 続ける。')).toBe('続ける。')
    expect(behind('【引き続き取り組むべき課題】※欄の無い課題○続ける。')).toBe('○続ける。')
    expect(behind('【引き続き取り組むべき課題】  ※欄の無い課題')).toBe('')
    expect(behind('【引き続き取り組むべき課題】 ※欄の無い課題')).toBe('')
  })
})

describe('the head of an item', () => {
  it('has the first cell after its number as title', () => {
    expect(itemHead(lineOf('  No. 3  窓口の改善\t総務課'))?.title.text).toBe('窓口の改善')
    expect(itemHead(lineOf('No.123 窓口'))?.noWords.text).toBe('123')
    expect(itemHead(lineOf('No.3 窓口 \t総務課'))?.title.text).toBe('窓口')
  })

  it.each(['No.3,4 窓口', '甲 No.3 窓口', 'No. 窓口', 'No.3  再掲'])('is not %s', (text) => {
    expect(itemHead(lineOf(text))).toBeUndefined()
  })
})
