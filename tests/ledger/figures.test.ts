import { describe, expect, it } from 'vitest'
import { documentText, messages, read, readItem } from '../support/documents.ts'

describe('figures', () => {
  it('are all numbers of the document in order, each once', () => {
    const { figures } = read(documentText({ no: 3, title: '窓口', years: { 令和2年度: '・１，２００ 円で5件。' } }))
    expect(figures.map(({ figure_no, value, role }) => [figure_no, value, role])).toEqual([
      [1, 5, 'plan_no'],
      [2, 3, 'item_no'],
      [3, 2, 'fiscal_year'],
      [4, 4, 'fiscal_year'],
      [5, 2, 'fiscal_year'],
      [6, 1200, 'amount'],
      [7, 5, 'count'],
    ])
  })

  it('have the item and year of the text they stand in, a label, and a place over number and unit', () => {
    const { figures } = readItem({ years: { 令和2年度: '・応募は１２ 件あった。' } })
    expect(figures.at(-1)).toMatchObject({ item_no: 1, fiscal_year: 2020, value: 12, unit: '件', label: '応募', role: 'count', words: { text: '１２ 件' } })
  })

  it('of an effects table have the year and label of their line', () => {
    const { figures } = readItem({ effects: ['令和2年度\t削減額\t4,000円'] })
    expect(figures.at(-1)).toMatchObject({ fiscal_year: 2020, value: 4000, unit: '円', label: '削減額', role: 'amount' })
  })

  it('outside items have no item', () => {
    expect(read('第5次見本プラン\nNo.1 窓口').figures[0]).toMatchObject({ item_no: null, value: 5, role: 'plan_no' })
  })

  it('do not include circled numbers and markup', () => {
    const { figures } = readItem({ initiatives: '<p class="x1">①窓口</p>' })
    expect(figures.map(({ value }) => value)).toEqual([5, 1])
  })

  it('without a known role are kept and reported', () => {
    const { figures, reported } = readItem({ years: { 令和2年度: '・符号は77、色は赤。' } })
    expect([figures.at(-1)?.value, figures.at(-1)?.role, reported]).toEqual([77, null, ['unread-number']])
  })

  it('are two where block markup parts them', () => {
    const { figures } = readItem({ years: { 令和2年度: '<td>甲10</td><td>20件</td>' } })
    expect(figures.slice(-2).map(({ value }) => value)).toEqual([10, 20])
  })

  it('are one where a page end cuts a number, which is reported', () => {
    const { figures, messages } = readItem({ years: { 令和2年度: '・回答率は9\n\n6.0%で、納付額は7,\n\n859円だった。' }, rating: 'A' })
    expect(figures.filter(({ role }) => role === 'percent' || role === 'amount').map(({ value, unit }) => [value, unit])).toEqual([
      [96, '%'],
      [7859, '円'],
    ])
    expect(messages.filter(({ rule }) => rule === 'cut-number').map(({ reason }) => reason)).toEqual([
      'ページの切れ目で分かれた数字を1つに読んだ: 96.0',
      'ページの切れ目で分かれた数字を1つに読んだ: 7,859',
    ])
  })

  it('are one where a page end cuts the last group of a number, whose digits are none by themselves', () => {
    const { figures } = readItem({ years: { 令和2年度: '・納付額は1,483,5\n\n66円だった。' }, rating: 'A' })
    expect(figures.filter(({ role }) => role === 'amount' || role === null).map(({ value, unit }) => [value, unit])).toEqual([[1_483_566, '円']])
  })

  it('are two where a page end parts a number with all its digits from another', () => {
    const { figures, reported } = readItem({ years: { 令和2年度: '・納付額は8,526\n\n3件分だった。' }, rating: 'A' })
    expect(figures.map(({ value }) => value)).toEqual(expect.arrayContaining([8526, 3]))
    expect(reported).not.toContain('cut-number')
  })

  it('are all that a broken number leaves', () => {
    expect(
      readItem({ years: { 令和2年度: '・納付額は4.3,800円だった。' } })
        .figures.slice(-2)
        .map(({ value }) => value),
    ).toEqual([4.3, 800])
  })
})

describe('the label of a figure', () => {
  const labelled = (text: string) =>
    readItem({ years: { 令和2年度: text } })
      .figures.slice(5)
      .map(({ label, value, unit }) => [label, value, unit])

  it.each([
    ['・回答率は96.5%だった。', '回答率', 96.5, '%'],
    ['・総合点64点。', '総合点', 64, '点'],
    ['・面積：348㎡', '面積', 348, '㎡'],
    ['・延長が3kmの道', '延長', 3, 'km'],
    ['・窓口を開き、費用は（約12円）', '費用', 12, '円'],
    ['・費用は約12円', '費用', 12, '円'],
    ['・「応募」12件', null, 12, '件'],
  ])('of %s is %s', (text, label, value, unit) => {
    expect(labelled(text)).toEqual([[label, value, unit]])
  })

  it('begins after the number before it', () => {
    expect(labelled('・甲5円と乙6千 円で丙7件。')).toEqual([
      ['甲', 5, '円'],
      ['乙', 6, '千円'],
      ['丙', 7, '件'],
    ])
  })

  it('stands with measured figures alone', () => {
    expect(labelled('・会合は3月に開いた。')).toEqual([[null, 3, '月']])
  })
})

describe('what a number is', () => {
  it('is told by its table, where the table has the unit', () => {
    const { figures } = readItem({ effects: ['年度\t項目\t件数\t金額（千円）', '令和2年度\t削減額\t\t12', '令和3年度\t増収\t3件\t4円'] })
    expect(figures.slice(2).map(({ fiscal_year, label, value, unit, role }) => [fiscal_year, label, value, unit, role])).toEqual([
      [2020, null, 2, '年度', 'fiscal_year'],
      [2020, '削減額', 12, '千円', 'amount'],
      [2021, null, 3, '年度', 'fiscal_year'],
      [2021, '増収', 3, '件', 'count'],
      [2021, '増収', 4, '円', 'amount'],
    ])
  })

  it('is part of a name in titles that say nothing else', () => {
    const { figures } = read('1\t窓口24\t総務課5係\nNo.1 窓口24\n3カ年の評価\tA\n')
    expect(figures.map(({ item_no, value, role }) => [item_no, value, role])).toEqual([
      [1, 1, 'item_no'],
      [1, 24, 'name'],
      [1, 5, null],
      [1, 1, 'item_no'],
      [1, 24, 'name'],
      [1, 3, 'duration'],
    ])
  })

  it('is told outside items too, of the page of a document as well', () => {
    const { figures } = read('12\n\nあいさつ3人へ\n第5次見本プラン\nNo.1 窓口\n3カ年の評価\tA\n')
    expect(figures.slice(0, 3).map(({ item_no, value, role }) => [item_no, value, role])).toEqual([
      [null, 12, 'page_no'],
      [null, 3, 'count'],
      [null, 5, 'plan_no'],
    ])
  })

  it('is not told by words that block markup parts from it', () => {
    expect(readItem({ years: { 令和2年度: '<p>・令和</p><p>7を選んだ。</p>' } }).figures.at(-1)).toMatchObject({ value: 7, role: null })
    expect(readItem({ years: { 令和2年度: '<p>・元年に始めた。</p><p>令和7を選んだ。</p>' } }).figures.at(-1)).toMatchObject({ value: 7, role: 'fiscal_year' })
  })
})

describe('the digits of a number', () => {
  const digits = (number: string) => messages(documentText({ years: { 令和2年度: `・${number}円になった。` } }))

  it('are 15 at most, commas and point not counted', () => {
    expect(digits('123456789012345')).toEqual([])
    expect(digits('1,234,567,890.12345')).toEqual([])
    expect(digits('1234567890123456')).toMatchObject([
      { rule: 'number-too-long', line: 4, column: 14, reason: '15桁を超える数字は正確に持てない: 1234567890123456円', isError: true },
    ])
  })
})
