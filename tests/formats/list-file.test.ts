import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestPlans } from '../../loaders/ingest.ts'
import type { Ingestion } from '../../loaders/read-plans.ts'
import { temporaryFolder } from '../support/command.ts'
import { excelFile, paragraph, type SheetParts, sheetRow, table, wordFile } from '../support/office-files.ts'
import { root } from '../support/plans.ts'
import { type Difference, differencesFromText } from '../support/same-rows.ts'

const published = join(root, '../shared/sources/files/osaki-list.xlsx')
const temporary = temporaryFolder()
afterAll(temporary.remove)

/** Chosen values of rows that were written as JSON. */
function valuesIn(rows: readonly string[] | undefined, ...names: readonly string[]): unknown[][] {
  return (rows ?? []).map((row) => {
    const values = JSON.parse(row) as Record<string, unknown>
    return names.map((name) => values[name])
  })
}

/** How many rows have each value of a column. */
function countBy(rows: readonly string[] | undefined, name: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [value] of valuesIn(rows, name)) counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}

describe.skipIf(!existsSync(published))('the published document as a list', () => {
  let found: Promise<{ ingestion: Ingestion; of: (table: string) => Difference | undefined; tables: string[] }> | undefined
  const read = () => {
    found ??= ingestPlans([published], 2 ** 26).then(async (ingestion) => {
      const differences = await differencesFromText(ingestion)
      return { ingestion, of: (table: string) => differences.find((difference) => difference.table === table), tables: differences.map(({ table }) => table) }
    })
    return found
  }

  it('has the initiatives, reviews, references, claims, head counts, surveys, courses and assets of the text; only these tables differ', async () => {
    const { tables } = await read()
    expect(tables.sort()).toEqual(['checks', 'effect_totals', 'effects', 'figures', 'items', 'ratings', 'results', 'schedules'])
  })

  it('lacks what has no column: the schedule, goals, totals, the scale of the ratings, and what its cells leave out', async () => {
    const { of } = await read()
    expect(of('schedules')).toMatchObject({ inText: { length: 201 }, inFile: [] })
    expect(of('effect_totals')).toMatchObject({ inText: { length: 6 }, inFile: [] })
    expect(of('results')?.inFile).toEqual([])
    expect(countBy(of('results')?.inText, 'item_no')).toEqual({ 4: 4, 12: 3 })
    const items = ['item_no', 'title', 'departments', 'rating', 'next_plan', 'complete']
    expect(valuesIn(of('items')?.inFile, ...items)).toEqual(
      valuesIn(of('items')?.inText, ...items).map((item) => (item[0] === 4 || item[0] === 12 ? [...item.slice(0, -1), false] : item)),
    )
    const ratings = ['item_no', 'rating_no', 'fiscal_year', 'rating', 'kind']
    expect(valuesIn(of('ratings')?.inFile, ...ratings)).toEqual(valuesIn(of('ratings')?.inText, ...ratings))
  })

  it('has each effect; those without a name in the list have none, and one amount below the names of two is nobody’s', async () => {
    const { ingestion, of } = await read()
    const values = ['item_no', 'fiscal_year', 'effect_no', 'amount_yen']
    const isOfTwo = ([itemNo]: readonly unknown[]) => itemNo === 21
    expect(valuesIn(of('effects')?.inFile, ...values)).toEqual(valuesIn(of('effects')?.inText, ...values).filter((row) => !isOfTwo(row)))
    expect(valuesIn(of('effects')?.inFile, 'label').flat()).toEqual([null, null, null, null, null, null])
    expect(valuesIn(of('effects')?.inText, ...values).filter(isOfTwo)).toEqual([
      [21, 2022, 1, 406_172_000],
      [21, 2022, 2, 105_169_000],
    ])
    expect(ingestion.rows.items.find(({ item_no }) => item_no === 21)?.effects_open).toContain('何の額かわからない')
  })

  it('has every number once, in its cell', async () => {
    const { ingestion, of } = await read()
    expect(ingestion.rows.digitBalance).toMatchObject([{ digits: 1199, digits_unread: 11, digits_outside: 20, is_balanced: true }])
    expect(countBy(of('figures')?.inFile, 'item_no')).toEqual({ 17: 3, 18: 3, 21: 4, null: 1 })
    const { figures } = ingestion.rows
    expect(figures.filter(({ source_cell, source_page }) => source_cell === null || source_page !== 1)).toEqual([])
    expect(figures.find(({ value }) => value === 427_794_446)).toMatchObject({ item_no: 19, fiscal_year: 2020, source_cell: '取組実績一覧!I58' })
    expect(figures.filter(({ lands_in, reason }) => lands_in === null && reason === 'unread').map(({ value, source_cell }) => [value, source_cell])).toEqual([
      [70, '取組実績一覧!G66'],
      [105_169_000, '取組実績一覧!I66'],
    ])
  })

  it('says what stands in two cells, which is read once', async () => {
    const { reports } = (await read()).ingestion
    const [report] = reports
    const said = report?.file.messages.filter(({ ruleId }) => ruleId === 'left-out').map((message) => report.placeInFile(message))
    expect(said?.sort()).toEqual(['F33', 'K58', 'K7', 'K7', 'K7'].map((cell) => `取組実績一覧!${cell}`))
  })
})

describe('a list of an office', () => {
  let files = 0
  const read = async (rows: readonly Readonly<Record<string, string>>[], sheet: Omit<SheetParts, 'rows'> = {}) => {
    files += 1
    const path = join(temporary.path, `list${files}.xlsx`)
    writeFileSync(path, excelFile({ 一覧: { rows: rows.map((cells, index) => sheetRow(index + 1, cells)).join(''), ...sheet } }))
    const ingestion = await ingestPlans([path], 2 ** 20)
    const messages = ingestion.reports[0]?.file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) ?? []
    return { ...ingestion, messages }
  }
  const review = '【3年間の振り返り】 ①達成できたこと ○窓口を減らした。 ②達成できなかったこと ○なし'

  it('has its columns in any order and under other heads, years by other names, and several effects a year', async () => {
    const { rows, messages } = await read(
      [
        { A: '第5次見本プラン取組実績一覧' },
        { A: '評価', B: '番号', C: '所管課', D: '取組項目', E: '年度', F: '財政効果額（千円）', G: '件数', H: '効果の項目', I: '取組実績' },
        { A: 'A', B: '1', C: '総務課', D: '窓口', E: 'R2', F: '1,500', G: '12', H: '削減額', I: '・窓口を2つにした。' },
        { F: '20', H: '増収額' },
        { E: 'R3', F: '300', H: '削減額', I: '・窓口を1つにした。&#10;・広報をした。' },
        { A: 'B', B: '2', C: '税務課、財政課', D: '収納', E: 'R2', I: '・実施した。' },
        { E: 'R3', F: '80' },
      ],
      { merged: ['A3:A5', 'B3:B5', 'C3:C5', 'D3:D5', 'E3:E4', 'A6:A7', 'B6:B7', 'C6:C7', 'D6:D7'] },
    )
    expect(rows.items.map(({ item_no, title, departments, rating }) => [item_no, title, departments, rating])).toEqual([
      [1, '窓口', ['総務課'], 'A'],
      [2, '収納', ['税務課', '財政課'], 'B'],
    ])
    expect(rows.results.map(({ item_no, fiscal_year, text }) => [item_no, fiscal_year, text])).toEqual([
      [1, 2020, '窓口を2つにした。'],
      [1, 2021, '窓口を1つにした。'],
      [1, 2021, '広報をした。'],
      [2, 2020, '実施した。'],
    ])
    expect(
      rows.effects.map(({ item_no, fiscal_year, label, amount_yen, quantity, quantity_unit, source_cell }) => [
        item_no,
        fiscal_year,
        label,
        amount_yen,
        quantity,
        quantity_unit,
        source_cell,
      ]),
    ).toEqual([
      [1, 2020, '削減額', 1_500_000, 12, '件', '一覧!G3'],
      [1, 2020, '増収額', 20_000, null, null, '一覧!F4'],
      [1, 2021, '削減額', 300_000, null, null, '一覧!F5'],
      [2, 2021, null, 80_000, null, null, '一覧!F7'],
    ])
    expect(rows.digitBalance).toMatchObject([{ digits_unread: 0, digits_outside: 0, is_balanced: true }])
    expect(messages.filter((message) => !message.startsWith('check-'))).toEqual([])
  })

  it('may have a row an item, with a column for the results of each year', async () => {
    const { rows } = await read([
      { A: '見本計画の実績' },
      { A: 'No', B: '項目', C: '令和3年度実績', D: '令和4年度の取組実績', E: '次期計画への課題', F: '3カ年の検証' },
      { A: '1', B: '窓口', C: '・始めた。', D: '・終えた。', E: '・続ける。', F: review },
      { A: '2', B: '収納', C: '・電話をした。', E: '・やめる。' },
    ])
    expect(rows.results.map(({ item_no, fiscal_year, text, source_cell }) => [item_no, fiscal_year, text, source_cell])).toEqual([
      [1, 2021, '始めた。', '一覧!C3'],
      [1, 2022, '終えた。', '一覧!D3'],
      [2, 2021, '電話をした。', '一覧!C4'],
    ])
    expect(rows.reviews.map(({ item_no, kind, text }) => [item_no, kind, text])).toEqual([
      [1, 'achieved', '窓口を減らした。'],
      [1, 'not_achieved', 'なし'],
      [1, 'next', '続ける。'],
      [2, 'next', 'やめる。'],
    ])
    expect(rows.digitBalance).toMatchObject([{ is_balanced: true }])
  })

  it('may say the item again in each row, which is counted once, and a rating for each year', async () => {
    const item = { A: '7', B: '収納', C: '税務課' }
    const { rows } = await read([
      { A: 'No.', B: '項目', C: '担当課', D: '年度', E: '実績', F: '評価' },
      { ...item, D: '令和3年度', E: '・始めた。', F: 'B' },
      { ...item, D: '令和4年度', E: '・終えた。', F: 'A' },
    ])
    expect(rows.items.map(({ item_no, departments, rating }) => [item_no, departments, rating])).toEqual([[7, ['税務課'], 'A']])
    expect(rows.ratings.map(({ fiscal_year, rating }) => [fiscal_year, rating])).toEqual([
      [2021, 'B'],
      [2022, 'A'],
    ])
    expect(rows.results).toHaveLength(2)
    expect(rows.digitBalance).toMatchObject([{ digits: 4, digits_outside: 1, is_balanced: true }])
  })

  it('says what it cannot tell: a column that is not known, results and money without a year, a row of no item', async () => {
    const { rows, messages } = await read([
      { A: 'No.', B: '項目', C: '担当課', D: '年度', E: '実績', F: '効果額（円）', G: '目標値' },
      { A: '1', B: '窓口', C: '総務課', E: '・いつか始めた。', F: '500' },
      { A: '2', B: '収納', C: '税務課', D: '令和4年度', E: '・終えた。', F: '700', G: '90%' },
      { A: '計', F: '1,200' },
    ])
    expect(rows.effects.map(({ item_no, amount_yen }) => [item_no, amount_yen])).toEqual([[2, 700]])
    expect(rows.results.map(({ item_no, text }) => [item_no, text])).toEqual([[2, '終えた。']])
    expect(rows.items[0]?.effects_open).toContain('年度のわからない行')
    for (const words of ['いつか始めた', '90', '1,200']) expect(messages.filter((message) => message.includes(words)).length).toBeGreaterThan(0)
    expect(rows.digitBalance).toMatchObject([{ is_balanced: true }])
  })

  it('has the sums that its items print, and gives one that the last row alone has to no item', async () => {
    const heads = { A: 'No.', B: '項目', C: '担当課', D: '年度', E: '人数', F: '効果額（円）' }
    const item = (no: string, ...amounts: string[]) => [
      { A: no, B: `窓口${no}`, C: '総務課', D: '令和3年度', E: '4', F: amounts[0] ?? '' },
      { D: '令和4年度', E: '5', F: amounts[1] ?? '' },
    ]
    const ofItems = await read([heads, ...item('1', '100', '200'), { D: '計', F: '300' }, ...item('2', '10', '20'), { D: '計', F: '31' }])
    expect(ofItems.rows.effectTotals.map(({ item_no, published_yen, computed_yen }) => [item_no, published_yen, computed_yen])).toEqual([
      [1, 300, 300],
      [2, 31, 30],
    ])
    expect(ofItems.rows.effects.map(({ quantity, quantity_unit }) => `${quantity}${quantity_unit}`)).toEqual(['4人', '5人', '4人', '5人'])
    const ofList = await read([heads, ...item('1', '100', '200'), ...item('2', '10', '20'), { D: '合計', F: '330' }])
    expect(ofList.rows.effectTotals).toEqual([])
    expect(ofList.rows.effects.map(({ item_no, amount_yen }) => [item_no, amount_yen])).toEqual([
      [1, 100],
      [1, 200],
      [2, 10],
      [2, 20],
    ])
    expect(ofList.messages.filter((message) => message.includes('330')).length).toBeGreaterThan(0)
    for (const { rows } of [ofItems, ofList]) expect(rows.digitBalance).toMatchObject([{ is_balanced: true }])
  })

  it('may be a table of Word, whose cells go down over the years of an item', async () => {
    const down = (text: string, isFirst: boolean) => ({ content: paragraph(text), properties: isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>' })
    const row = (isFirst: boolean, year: string, result: string, amount: string) => [
      ...['3', '窓口', '総務課'].map((text) => down(isFirst ? text : '', isFirst)),
      ...[year, result, amount].map((text) => paragraph(text)),
    ]
    const heads = ['No.', '取組項目', '所管課', '年度', '実績', '効果額（百万円）'].map((text) => paragraph(text))
    const path = join(temporary.path, 'list.docx')
    writeFileSync(
      path,
      wordFile(paragraph('見本計画の実績') + table(heads, row(true, '令和3年度', '・始めた。', '1.5'), row(false, '令和4年度', '・終えた。', '2'))),
    )
    const { rows } = await ingestPlans([path], 2 ** 20)
    expect(rows.results.map(({ item_no, fiscal_year, text, source_cell }) => [item_no, fiscal_year, text, source_cell])).toEqual([
      [3, 2021, '始めた。', '表1 行2 枠5'],
      [3, 2022, '終えた。', '表1 行3 枠5'],
    ])
    expect(rows.effects.map(({ fiscal_year, amount_yen }) => [fiscal_year, amount_yen])).toEqual([
      [2021, 1_500_000],
      [2022, 2_000_000],
    ])
    expect(rows.digitBalance).toMatchObject([{ is_balanced: true }])
  })

  it('as a text with tabs is refused with what to do: its places could not be those of its file', async () => {
    const path = join(temporary.path, 'list.txt')
    writeFileSync(path, 'No.\t項目\t担当課\t年度\t実績\n1\t窓口\t総務課\t令和4年度\t・終えた。\n')
    const { reports } = await ingestPlans([path], 2 ** 20)
    expect(reports[0]?.file.messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['not-results-document', expect.stringContaining('Excel か Word のファイルで渡す')],
    ])
  })

  it('is no list where items of the form stand in the document: a table of theirs stays a table', async () => {
    const { rows } = await read([
      { A: '見本プラン取組実績一覧' },
      { A: 'No.', B: '項目', C: '担当課', D: '評価', E: '年度' },
      { A: '1', B: '窓口', C: '総務課', D: 'A', E: '令和4年度' },
      { A: 'No.1 窓口' },
      { A: '【令和4年度（実績）】 ・始めた。' },
      { A: '3カ年の評価（総括）', B: 'B' },
    ])
    expect(rows.items.map(({ item_no, rating }) => [item_no, rating])).toEqual([[1, 'B']])
  })
})
