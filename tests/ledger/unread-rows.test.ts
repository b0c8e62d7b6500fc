import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const unread = (text: string) =>
  readItem({ years: { 令和2年度: text } })
    .messages.filter(({ rule }) => rule === 'unread-row')
    .map(({ reason }) => reason)

describe('a sentence that speaks as a table does', () => {
  it.each([
    ['職員数', '職員数は、計画を5人上回る400人と見込む。'],
    ['再任用', '新たに再任用職員として12人を迎えた。'],
    ['調査', '調べた結果、回答者の8割が満足した。'],
    ['収納', '収納額は前より増え、3,000千円だった。'],
    ['収納', '納付額計 1,500千円（市税 1,000千円、使用料 500千円）'],
    ['売却・貸付', '土地を売却して5,000千円を得た。'],
  ])('of %s but gives no row of it is reported with its words', (name, sentence) => {
    expect(unread(`・始めた。${sentence}`)).toEqual([`「${name}」の表の行にできなかった文: ${sentence}`])
  })

  it.each([
    '令和2年4月1日時点の職員数は計画より6人多い986人だった。',
    '再任用職員は20人だった。',
    '調査の回答率は80%だった。',
    '納付額合計 900円 学校給食費 900円（学校課）',
    '売却額 5,000千円、売却 2件。',
    '住宅資金の貸付金 900円（住宅課）',
  ])('and gives one is not: %s', (sentence) => {
    expect(unread(`・${sentence}`)).toEqual([])
  })

  it('or a row with a number in a table within the results is reported', () => {
    expect(unread('・集めた。\n債権\t収納額\n市税\t1,000千円\n計\t1,000千円')).toEqual([
      '読み取れない表の行: 市税 1,000千円',
      '読み取れない表の行: 計 1,000千円',
    ])
  })

  it('is reported once for each sentence, and none for a second statement of the same head count', () => {
    const text = '・令和2年4月1日時点の職員数は計画より6人多い986人だった。\n・令和2年4月1日の職員数は計画980人、実績986人。'
    expect(unread(text)).toEqual([])
  })
})
