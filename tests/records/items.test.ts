import { describe, expect, it } from 'vitest'
import { readRatingScale } from '../../loaders/records/rating.ts'
import { contentsText, documentText, read, readItem } from '../support/documents.ts'

const departments = (names: string) => readItem({ departments: names }).items[0]?.departments

describe('departments', () => {
  it.each([
    ['総務課', ['総務課']],
    ['総務課，関係各課', ['総務課', '関係各課']],
    ['総務課・財政課、市民センター', ['総務課', '財政課', '市民センター']],
    ['子ども・子育て課、商工・観光課', ['子ども・子育て課', '商工・観光課']],
  ])('of %s are whole names', (names, expected) => {
    expect(departments(names)).toEqual(expected)
  })

  it('are NULL without a head of departments', () => {
    expect(readItem({ rating: 'A' }).items[0]?.departments).toBeNull()
  })

  it.each(['公園・緑地課', '社会・福祉課'])('of %s are one whole name', (name) => {
    expect(departments(name)).toEqual([name])
  })
})

describe('the lead department', () => {
  it('is that of the contents', () => {
    const text = contentsText([1, '窓口', '市民課 (市民部)']) + documentText({ title: '窓口', departments: '総務課' })
    expect(read(text).items).toMatchObject([{ lead_department: '市民課 (市民部)', departments: ['総務課'] }])
  })

  it('is the first of the head where there are no contents', () => {
    expect(readItem({ departments: '総務課、財政課' }).items[0]?.lead_department).toBe('総務課')
  })
})

describe('the rating', () => {
  it.each([
    ['B', 'B'],
    ['Ａ', 'A'],
    ['\n\tC', 'C'],
    ['評価：B', 'B'],
    ['B（おおむね達成）', 'B'],
    ['D評価', 'D'],
  ])('of %j is read', (printed, rating) => {
    expect(readItem({ rating: printed }).items[0]?.rating).toBe(rating)
  })

  it('has its own place', () => {
    expect(readItem({ rating: 'B' }).items).toMatchObject([{ rating_source_line: 3, rating_source_column: 29 }])
  })

  it('that is missing is NULL, and missed where another item has one', () => {
    const { items, checks } = read(documentText({ no: 1, rating: 'A' }, { no: 2, rating: '' }))
    expect(items.map(({ rating, rating_source_line }) => [rating, rating_source_line])).toEqual([
      ['A', 3],
      [null, null],
    ])
    expect(checks.filter(({ outcome }) => outcome === 'missing').map(({ item_no, message }) => [item_no, message])).toEqual([[2, 'No.2の「総括評価」がない']])
  })

  it('has the scale of its note', () => {
    const scale = (note: string) => read(`No.1 窓口\n3カ年の評価（総括）${note}\tB`).list.map(readRatingScale)
    expect([scale('※A, B, C, Dの評価を記載'), scale('※A～Cで評価'), scale('')]).toEqual([[['A', 'B', 'C', 'D']], [['A', 'B', 'C']], [[]]])
  })
})

describe('an item', () => {
  it('goes on in the next plan, outside it, or does not say', () => {
    const nextPlan = (text: string) => read(`No.1 窓口\n${text}`).items[0]?.next_plan
    expect(nextPlan('【6次プランにおいて取り組むべき課題】 ○続ける。')).toBe(true)
    expect(nextPlan('【引き続き取り組むべき課題】 ○続ける。')).toBe(false)
    expect(nextPlan('【担当課：総務課】')).toBeNull()
  })

  it('without a head has title and place of its line in the contents', () => {
    const text = contentsText([1, '甲', '総務課'], [2, '乙', '財政課']) + documentText({ no: 1, title: '甲', rating: 'A' }, { headless: true, rating: 'B' })
    expect(read(text).items[1]).toMatchObject({
      item_no: 2,
      title: '乙',
      lead_department: '財政課',
      departments: null,
      rating: 'B',
      complete: false,
      words: { place: { start: { line: 3, column: 1 } } },
    })
  })
})
