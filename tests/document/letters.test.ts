import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { fold } from '../../src/search/fold.ts'
import { documentText, read } from '../support/documents.ts'

describe('a radical', () => {
  it.each([
    ['⽉⽇⾯⼈⾏⼊⼀⾒', '月日面人行入一見'],
    ['⻑⺠⻄⻘⻭⻲⾧', '長民西青歯亀長'],
    ['⼾⿊⿈⿆⾭', '戸黒黄麦青'],
  ])('is read as the letter it looks like: %s', (printed, letters) => {
    const source = new Source(printed)
    expect([source.clean, source.form]).toEqual([letters, letters])
  })

  it('that is no letter stays', () => {
    expect(new Source('⺆⺍').form).toBe('⺆⺍')
  })

  it('is found by a search for the letter, and the other way round', () => {
    expect(fold('⼈件費・⻑期').form).toBe(fold('人件費長期').form)
  })
})

describe('the sign of an era', () => {
  it('is its name, whose place is the sign', () => {
    const source = new Source('甲㋿3年度㍻乙')
    expect(source.clean).toBe('甲令和3年度平成乙')
    expect(Words.of(source, 1, 3).place).toEqual({ start: { line: 1, column: 2 }, end: { line: 1, column: 3 } })
    expect(Words.of(source, 1, 6).place).toEqual({ start: { line: 1, column: 2 }, end: { line: 1, column: 6 } })
    expect(Words.of(source, 8, 9).place).toEqual({ start: { line: 1, column: 7 }, end: { line: 1, column: 8 } })
  })
})

it('a document in radicals and signs of eras reads as one in letters, its texts too', () => {
  const letters = documentText({
    title: '職員の定数',
    departments: '人事課',
    yearHeads: '\t令和3年度\t令和4年度',
    schedule: ['見直し\t①\t①\t減らす'],
    initiatives: '①見直し',
    years: { 令和3年度: '・令和3年4月1日時点の職員数は計画70人に対し68人だった。', 令和4年度: '・面積 120㎡、売却 1件、売却額 900千円' },
    effects: ['令和3年度\t人件費の減\t1,250千円', '令和4年度\t面積の減\t120㎡', '総計\t1,250千円'],
    rating: 'B',
    next: '○長く続ける。',
  })
  const printed = letters.replaceAll('令和', '㋿').replace(/[人月日行面見長]/g, (letter) => '⼈⽉⽇⾏⾯⾒⻑'['人月日行面見長'.indexOf(letter)] as string)
  const [plain, reading] = [read(letters), read(printed)]
  const values = ({ effects, staffing, assets }: typeof plain) => [
    effects.map(({ fiscal_year, amount_yen, quantity }) => [fiscal_year, amount_yen, quantity]),
    staffing.map(({ as_of, planned, actual }) => [as_of, planned, actual]),
    assets.map(({ kind, contracts, area_m2, amount_yen }) => [kind, contracts, area_m2, amount_yen]),
  ]
  expect(values(reading)).toEqual(values(plain))
  expect(reading.staffing).toMatchObject([{ as_of: '2021-04-01', planned: 70, actual: 68 }])
  expect([reading.effects[0]?.label, reading.reported]).toEqual(['人件費の減', plain.reported])
})
