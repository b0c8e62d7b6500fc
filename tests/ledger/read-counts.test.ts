import { describe, expect, it } from 'vitest'
import { amountsInWords, countRead, isOpenAmount } from '../../loaders/ledger/read-counts.ts'
import { readItem } from '../support/documents.ts'

const effects = ['令和2年度\t増収\t90円', '\t削減\t10円', '小計\t\t100円', '令和3年度\t増収\t5円', '総計\t\t105円']
const years = { 令和2年度: '・費用は30円、符号は77だった。' }
const open = countRead(readItem({ title: '統合 1,297千円', years, effects }).figures)

describe('what became of the numbers of a document', () => {
  it('is counted: in a column or with a reason, or unread; amounts by where they are', () => {
    expect(open.numbers - open.read).toBe(2)
    expect(open.amounts).toEqual({ all: 7, landed: 4, inSentences: 1, explained: 1, open: 1 })
  })

  it('is said of amounts in words, the open ones last', () => {
    expect(amountsInWords(open)).toBe('金額の数字7個のうち、表に入ったもの4個、文の中のもの1個、合計などで表に入れないもの1個、読めていないもの1個')
  })

  it('is said to leave none open, or that there are no amounts', () => {
    expect(amountsInWords(countRead(readItem({ effects: ['令和2年度\t増収\t90円'] }).figures))).toBe(
      '金額の数字1個のうち、表に入ったもの1個、文の中のもの0個。読めていないものはない',
    )
    expect(amountsInWords(countRead(readItem({}).figures))).toBe('金額の数字はない')
  })
})

it('an amount is open where it is unread; another number is not', () => {
  expect(isOpenAmount({ role: 'amount', reason: 'unread' })).toBe(true)
  expect(isOpenAmount({ role: 'amount', reason: null })).toBe(false)
  expect(isOpenAmount({ role: 'count', reason: 'unread' })).toBe(false)
})
