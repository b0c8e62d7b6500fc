import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../loaders/formats/office/excel/number-format.ts'
import { readOffice } from '../../loaders/formats/office/read-office.ts'
import { type BookParts, excelFile, type SheetParts, sheetRow } from '../support/office-files.ts'

const read = (rows: string, sheet: Omit<SheetParts, 'rows'> = {}, book: BookParts = {}) => readOffice(excelFile({ 見本: { rows, ...sheet } }, book))

describe('a sheet', () => {
  it('is a line a row, each letter with its cell', () => {
    const drawn = read(sheetRow(1, { A: 'No.1 窓口' }) + sheetRow(3, { A: '2年度', C: '12円' }))
    expect(drawn.text).toBe('No.1 窓口\n\n2年度\t12円\n\n')
    expect(drawn.marks.map(({ page, cell }) => [page, cell])).toEqual([
      [1, '見本!A1'],
      [1, '見本!A3'],
      [1, '見本!C3'],
    ])
    expect(drawn.pages).toMatchObject([{ name: '見本', digits: 4, digitsOutside: 0 }])
  })

  it('says which cell holds an error in place of a value, and reads none', () => {
    const { text, notes } = read('<row r="2"><c r="B2" t="e"><f>A9</f><v>#REF!</v></c><c r="C2" t="str"><f>A1</f><v>12円</v></c></row>')
    expect(text.trim()).toBe('12円')
    expect(notes.map(({ ruleId, reason, mark }) => [ruleId, reason, mark?.cell])).toEqual([
      ['unread-format', 'セルがエラー「#REF!」になっている。Excelで直して保存し直す', '見本!B2'],
    ])
  })

  it('keeps the columns of empty cells, and takes merged ranges as one cell', () => {
    const rows = sheetRow(1, { A: '内容', B: '年度' }) + sheetRow(2, { B: '2年度', C: '3年度' }) + sheetRow(3, { A: '窓口', C: '①' })
    expect(read(rows, { merged: ['A1:A2', 'B1:C1'] }).text).toBe('内容\t年度\n\t2年度\t3年度\n窓口\t\t①\n\n')
  })

  it('is not widened by a merged range that covers everything', () => {
    expect(read(sheetRow(1, { A: '文' }) + sheetRow(2, { A: '次' }), { merged: ['A1:XFD1'] }).text).toBe('文\n次\n\n')
  })

  it('keeps one place for an empty merged range where other rows have words', () => {
    const rows = sheetRow(1, { A: '甲', B: '乙', C: '丙', D: '丁' }) + sheetRow(2, { A: '名', D: '5円' })
    expect(read(rows, { merged: ['B2:C2'] }).text).toBe('甲\t乙\t丙\t丁\n名\t\t5円\n\n')
  })

  it('says values that a merged range hides, and shows one that begins in a hidden row', () => {
    const hiding = read(sheetRow(1, { A: '100円', B: '999円' }), { merged: ['A1:B1'] })
    expect(hiding.text).toBe('100円\n\n')
    expect(hiding.pages).toMatchObject([{ digits: 6, digitsOutside: 3 }])
    expect(hiding.notes).toMatchObject([{ ruleId: 'left-out', mark: { cell: '見本!B1' } }])
    const rows = sheetRow(1, { A: '効果' }, true) + sheetRow(2, { B: '5円' })
    expect(read(rows, { merged: ['A1:A2'] }).text).toBe('効果\t5円\n\n')
  })

  it('leaves out what is struck through, in a cell or in a part of it', () => {
    const strings = '<si><r><rPr><strike/></rPr><t>12円</t></r><r><t>34円</t></r></si>'
    const drawn = read('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {}, { strings })
    expect(drawn.text).toBe('34円\n\n')
    expect(drawn.notes).toMatchObject([{ ruleId: 'left-out', reason: '取り消し線の文字を読まなかった: 12円', mark: { cell: '見本!A1' } }])
  })

  it('keeps the lines of a cell that has the row to itself', () => {
    expect(read(sheetRow(1, { A: '・初め&#10;続き&#10;・次' })).text).toBe('・初め 続き\n・次\n\n')
  })

  it('reads shared strings without their reading aids', () => {
    const strings = '<si><r><t>窓</t></r><r><t>口12</t></r><rPh sb="0" eb="1"><t>まど3</t></rPh></si>'
    const drawn = read('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {}, { strings })
    expect(drawn.text).toBe('窓口12\n\n')
    expect(drawn.pages).toMatchObject([{ digits: 3, digitsOutside: 1 }])
  })

  it('leaves out hidden rows, columns and sheets, and says so', () => {
    const rows = sheetRow(1, { A: '見える', B: '隠れた列1' }) + sheetRow(2, { A: '隠れた行22' }, true)
    const { text, pages, notes } = readOffice(
      excelFile({ 表: { rows, columns: '<col min="2" max="2" hidden="1"/>' }, 裏: { rows: sheetRow(1, { A: '333' }), state: 'hidden' } }),
    )
    expect(text).toBe('見える\n\n')
    expect(pages).toMatchObject([
      { name: '表', digits: 3, digitsOutside: 3 },
      { name: '裏', digits: 3, digitsOutside: 3 },
    ])
    expect(notes.map(({ ruleId, mark }) => [ruleId, mark?.cell])).toEqual([
      ['left-out', '表'],
      ['left-out', '裏'],
    ])
  })

  it('says what stands in shapes', () => {
    expect(read(sheetRow(1, { A: '文' }), { shapes: '注 5円' }).notes).toMatchObject([{ ruleId: 'left-out', reason: expect.stringContaining('注 5円') }])
  })

  it('says a formula without its result and a format that is not known, at their cells', () => {
    const rows = `<row r="2"><c r="B2"><f>A1+1</f></c><c r="C2" s="1"><v>5</v></c></row>`
    const { text, notes } = read(rows, {}, { formats: ['# ??/??'] })
    expect(text.trim()).toBe('')
    expect(notes.map(({ ruleId, mark }) => [ruleId, mark?.cell])).toEqual([
      ['unread-format', '見本!B2'],
      ['unread-format', '見本!C2'],
    ])
  })

  it('prints numbers and days in the format of their cells', () => {
    const formats = ['#,##0"円"', '[$-411]ggge"年"m"月"d"日"', '0.0%']
    const rows = sheetRow(1, { A: [1234567, 1], B: [44_652, 2], C: [0.987, 3] })
    expect(read(rows, {}, { formats }).text).toBe('1,234,567円\t令和4年4月1日\t98.7%\n\n')
    expect(read(sheetRow(1, { A: [43_190, 2] }), {}, { formats, is1904: true }).text).toBe('令和4年4月1日\n\n')
  })
})

describe('a number', () => {
  it.each<[number, string, string | undefined]>([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [27075, '#,##0"件"', '27,075件'],
    [-396, '#,##0;"△ "#,##0', '△ 396'],
    [-396, '#,##0_ ;[Red]▲#,##0\\ ', '▲396 '],
    [-5, '0', '-5'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [0, '#', ''],
    [1234567, '#,##0,"千円"', '1,235千円'],
    [1.005, '0.00', '1.01'],
    [2.5, '0', '3'],
    [0.5, '.00', '.50'],
    [7, '000', '007'],
    [12.3, '0.0##', '12.3'],
    [9.99e14, '#,##0', '999,000,000,000,000'],
    [44_652, 'yyyy/m/d', '2022/4/1'],
    [43_586, '[$-411]ggge"年"m"月"d"日"', '令和1年5月1日'],
    [44_652, '[$-411]ge.m.d', 'R4.4.1'],
    [44_652.75, 'm"月"d"日"(aaa) h:mm', '4月1日(金) 18:00'],
    [59, 'yyyy/m/d', '1900/2/28'],
    [61, 'yyyy/m/d', '1900/3/1'],
    [-5, '#,##0;;"-"', ''],
    [0, '#,##0;;"-"', '-'],
    [0, '0;;;@', ''],
    [0, '#,##0;-#,##0;;@', ''],
    [1234567, '#,##0,.0', '1,234.6'],
    [123456789012, 'General', undefined],
    [0.0000001, 'General', undefined],
    [44_652, 'mmm-yy', 'Apr-22'],
    [44_652, 'd(ddd)', '1(Fri)'],
    [44_652, 'bbbb', undefined],
    [5, '[>=100]0;0.0', undefined],
    [5, '# ?/?', undefined],
    [5, '0.00E+00', undefined],
    [-1, 'yyyy/m/d', undefined],
  ])('%d as %s is %s', (value, format, printed) => expect(formatNumber(value, format, false)).toBe(printed))
})
