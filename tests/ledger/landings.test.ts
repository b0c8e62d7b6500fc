import { describe, expect, it } from 'vitest'
import { contentsText, documentText, type ItemText, read, readItem, type TestReading } from '../support/documents.ts'

/** Each number with where it lands, or why nowhere. */
const landings = ({ figures }: TestReading) => figures.map(({ words, lands_in, reason }) => [words.text, lands_in ?? reason])
const ofItem = (item: ItemText) => landings(readItem({ title: '見本', ...item })).slice(2)

describe('a number lands', () => {
  it('in the column that was read from it', () => {
    expect(ofItem({ effects: ['令和2年度\t増収\t3件\t90円', '総計\t3件\t90円'] })).toEqual([
      ['2年度', 'year'],
      ['3件', 'effects.quantity'],
      ['90円', 'effects.amount_yen'],
      ['3件', 'effect_totals.published_quantity'],
      ['90円', 'effect_totals.published_yen'],
    ])
  })

  it('together with the others of its amount', () => {
    expect(ofItem({ effects: ['令和2年度\t増収\t1億2,345万円'] }).slice(1)).toEqual([
      ['1億', 'effects.amount_yen'],
      ['2,345万円', 'effects.amount_yen'],
    ])
  })

  it('in the first of several columns: a plan that was met to the head', () => {
    const text = '・令和2年4月1日時点の職員数は計画と同じ980人だった。'
    expect(ofItem({ years: { 令和2年度: text } }).at(-1)).toEqual(['980人', 'staffing.planned'])
  })

  it('with each of those that are added up', () => {
    const text = '・売却額 100円 売却2件 ・売却額 20円 売却3件'
    expect(ofItem({ years: { 令和2年度: text } }).slice(-4)).toEqual([
      ['100円', 'assets.amount_yen'],
      ['2件', 'assets.contracts'],
      ['20円', 'assets.amount_yen'],
      ['3件', 'assets.contracts'],
    ])
  })
})

describe('a number that is no value has the reason', () => {
  it('of what it is: a year, a day, a number of a list', () => {
    expect(landings(readItem({ years: { 令和2年度: '・第2回を令和2年4月1日に開いた。' } })).slice(-4)).toEqual([
      ['2回', 'list number'],
      ['2年', 'date'],
      ['4月', 'date'],
      ['1日', 'date'],
    ])
  })

  it('that a sentence holds it: of a result, its head, a review, the schedule, the goal', () => {
    const item: ItemText = {
      schedule: ['窓口を3室に\t①\t①\t①\t利用者を90人に'],
      years: { 令和2年度: '(1) 4室の改修 費用は50円だった。' },
      achieved: '○6件増えた。',
    }
    expect(ofItem(item).filter(([, reason]) => reason === 'in a sentence')).toEqual([
      ['3室', 'in a sentence'],
      ['90人', 'in a sentence'],
      ['4室', 'in a sentence'],
      ['50円', 'in a sentence'],
      ['6件', 'in a sentence'],
    ])
  })

  it('that a name holds it: of an item, or of an effect', () => {
    expect(landings(readItem({ title: '3施設の統合', effects: ['令和2年度\t増床（16床）\t90円'] })).slice(2)).toEqual([
      ['3施設', 'name'],
      ['2年度', 'year'],
      ['16床', 'name'],
      ['90円', 'effects.amount_yen'],
    ])
  })

  it('that it says again what others say: the sum of a year', () => {
    const effects = ['令和2年度\t増収\t90円', '\t削減\t10円', '小計\t\t100円', '令和3年度\t増収\t5円', '総計\t\t105円']
    expect(ofItem({ effects }).filter(([, reason]) => reason === 'repeated')).toEqual([['100円', 'repeated']])
  })

  it('that its name says: so far, or before a correction; a plan is a target', () => {
    const effects = ['年度\t計画額（円）\t実績額（円）\t累計額（円）', '令和2年度\t80\t90\t500', '令和3年度\t10\t20\t520']
    expect(ofItem({ effects }).slice(1, 4)).toEqual([
      ['80', 'targets.value'],
      ['90', 'effects.amount_yen'],
      ['500', 'cumulative'],
    ])
    const corrected = ['令和2年度\t広告料（訂正前）\t30円', '\t広告料（訂正後）\t40円']
    expect(ofItem({ effects: corrected }).slice(-2)).toEqual([
      ['30円', 'superseded'],
      ['40円', 'effects.amount_yen'],
    ])
  })

  it('unread, where nobody knows what it is', () => {
    expect(ofItem({ years: { 令和2年度: '・符号は77、色は赤。' } }).at(-1)).toEqual(['77', 'unread'])
  })
})

describe('an amount that is no value, in no sentence and explained by no reader', () => {
  it('is unread and reported: in a title', () => {
    const found = readItem({ title: '窓口の統合 1,297千円' })
    expect(landings(found).at(-1)).toEqual(['1,297千円', 'unread'])
    expect(found.messages).toMatchObject([{ rule: 'unread-amount', line: 2, column: 12, reason: 'どの表の値にもならなかった金額: 1,297千円' }])
  })

  it('is part of the name where head and contents both have it', () => {
    const title = '1億円基金の活用'
    const found = read(contentsText([1, title, '総務課']) + documentText({ title }))
    expect(landings(found).filter(([words]) => words === '1億円')).toEqual([
      ['1億円', 'name'],
      ['1億円', 'name'],
    ])
    expect(found.reported).not.toContain('unread-amount')
  })

  it('is unread and reported: in the label of an effect', () => {
    const found = readItem({ effects: ['令和2年度\t増収（対前年30円の増）による効果\t90円'] })
    expect(landings(found).at(-2)).toEqual(['30円', 'unread'])
    expect(found.messages).toMatchObject([{ rule: 'unread-amount', line: 3, reason: 'どの表の値にもならなかった金額: 30円' }])
  })

  it('is reported once where its text is reported as unread', () => {
    const found = read(documentText({ departments: '総務課' }).replace('【担当課', '効果は90円\n【担当課'))
    expect(landings(found).at(-1)).toEqual(['90円', 'unread'])
    expect(found.reported).toEqual(['unread-text'])
  })

  it('is one, whatever its numbers; its letters do not count as read', () => {
    const { messages, plan } = readItem({ title: '統合 1億2,345万円' })
    expect(messages.map(({ reason }) => reason)).toEqual(['どの表の値にもならなかった金額: 1億2,345万円'])
    expect(plan.coverage.letters - plan.coverage.readLetters).toBe('1億2345万円'.length)
  })
})
