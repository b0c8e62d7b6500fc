import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOffice } from '../../loaders/formats/office/read-office.ts'
import { listNumber } from '../../loaders/formats/office/word/numbers.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { paragraph, table, type WordParts, wordFile } from '../support/office-files.ts'

const read = (body: string, parts?: WordParts) => readOffice(wordFile(body, parts))
const linesOf = (body: string, parts?: WordParts) => read(body, parts).text.trimEnd().split('\n')
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const listed = (text: string, level = 0, list = 1) => paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const level = (no: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${no}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const list = (levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>${more}`

describe('paragraphs', () => {
  it('are a line each, with the places of their letters', () => {
    const drawn = read(paragraph('No.1 窓口') + paragraph('予算 12円'))
    expect(drawn.text).toBe('No.1 窓口\n予算 12円\n')
    expect(drawn.marks.map(({ page, cell }) => [page, cell])).toEqual([
      [1, '段落1'],
      [1, '段落2'],
    ])
    expect(drawn.pages).toMatchObject([{ name: '段落1–2', digits: 3, digitsOutside: 0 }])
  })

  it('leave out what tracked changes delete, hidden letters and reading aids, and count their digits', () => {
    const ruby = '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>まど</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>窓</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    const changed = '<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>34円</w:t></w:r></w:ins>'
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>567</w:t></w:r>'
    const { text, pages } = read(`<w:p>${ruby}${changed}${hidden}</w:p>`)
    expect(text).toBe('窓34円\n')
    expect(pages).toMatchObject([{ digits: 7, digitsOutside: 5 }])
  })

  it('read text boxes where they are anchored, once', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice><wps:txbx>${box('囲み 5円')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('囲み 5円')}</v:textbox></mc:Fallback></mc:AlternateContent>`
    expect(linesOf(`<w:p><w:r><w:t>前</w:t></w:r><w:r>${both}</w:r></w:p>${paragraph('後')}`)).toEqual(['前', '囲み 5円', '後'])
  })

  it('have their footnotes below them; no number is put behind what they are about', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const footnotes = `<w:footnote w:id="2">${paragraph('見込みの額')}</w:footnote>`
    expect(linesOf(`<w:p><w:r><w:t>1,234</w:t></w:r>${reference}</w:p>`, { footnotes })).toEqual(['1,234', '※ 見込みの額'])
  })

  it('leave out what is struck through, and say so', () => {
    const struck = (text: string) => `<w:r><w:rPr><w:strike/></w:rPr><w:t>${text}</w:t></w:r>`
    const { text, pages, notes } = read(`<w:p>${struck('12円')}<w:r><w:t>34円</w:t></w:r></w:p>`)
    expect(text).toBe('34円\n')
    expect(pages).toMatchObject([{ digits: 4, digitsOutside: 2 }])
    expect(notes).toMatchObject([{ ruleId: 'left-out', reason: '取り消し線の文字を読まなかった: 12円', mark: { cell: '段落1' } }])
  })

  it('go on with the next where a tracked change deletes their end', () => {
    const unended = paragraph('12', '<w:rPr><w:del/></w:rPr>')
    expect(linesOf(unended + paragraph('34円') + paragraph('次'))).toEqual(['1234円', '次'])
    expect(linesOf(table([unended + paragraph('34円')]))).toEqual(['1234円'])
  })

  it('keep tabs between words as gaps between cells', () => {
    const tabbed = '<w:p><w:r><w:tab/><w:t>1</w:t><w:tab/><w:t>窓口</w:t></w:r></w:p>'
    expect(linesOf(tabbed)).toEqual(['1\t窓口'])
    expect(linesOf(table([tabbed]))).toEqual([' 1 窓口'])
  })

  it('hold no names of the language that reads them', () => {
    expect(linesOf('<w:p><w:constructor/><w:r><w:t>文</w:t></w:r></w:p>')).toEqual(['文'])
  })

  it('count the digits of headers and footers as outside', () => {
    expect(read(paragraph('文'), { footer: paragraph('- 12 -') }).pages.at(-1)).toMatchObject({ name: '柱とページ番号', digits: 2, digitsOutside: 2 })
  })
})

describe('frames', () => {
  it('are read as if there was none', () => {
    const inner = table([paragraph('額'), paragraph('5円')], [paragraph('人'), paragraph('3人')])
    expect(linesOf(table([paragraph('No.1 見直し') + inner + paragraph('実績')]))).toEqual(['No.1 見直し', '額\t5円', '人\t3人', '', '実績'])
  })
})

describe('automatic numbers', () => {
  it('of several levels count on and begin anew below', () => {
    const numbering = list(level(0, 'decimalEnclosedCircle', '%1') + level(1, 'aiueoFullWidth', '（%2）'))
    const body = listed('一つめ') + listed('内', 1) + listed('内の次', 1) + listed('二つめ') + listed('内', 1)
    expect(linesOf(body, { numbering })).toEqual(['①一つめ', '（ア）内', '（イ）内の次', '②二つめ', '（ア）内'])
  })

  it('take the numbers of the levels above', () => {
    const numbering = list(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'))
    expect(linesOf(listed('甲') + listed('乙', 1) + listed('丙', 1) + listed('丁'), { numbering })).toEqual(['1. 甲', '1.1 乙', '1.2 丙', '2. 丁'])
  })

  it('begin anew in a list that says so, and go on in one that does not', () => {
    const other = (no: number, start = '') => `<w:num w:numId="${no}"><w:abstractNumId w:val="7"/>${start}</w:num>`
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering = list(level(0, 'decimalFullWidth', '（%1）'), other(2, anew) + other(3))
    expect(linesOf(listed('甲') + listed('乙') + listed('丙', 0, 2) + listed('丁', 0, 3), { numbering })).toEqual([
      '（１）甲',
      '（２）乙',
      '（１）丙',
      '（２）丁',
    ])
  })

  it('come from styles too, and bullets of fonts of signs are bullets', () => {
    const numbering = list(level(0, 'bullet', '\uf0b7'))
    const styles =
      '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Mine"><w:basedOn w:val="List"/></w:style>'
    expect(linesOf(paragraph('文', '<w:pStyle w:val="Mine"/>'), { numbering, styles })).toEqual(['・文'])
  })

  it('find their level by the style, and the list that gives a style its numbers', () => {
    const own = `<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="Sub"/><w:lvlText w:val="(%2)"/></w:lvl>`
    const linked = `<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Ours"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Ours"/>${level(0, 'decimal', '%1.')}${own}</w:abstractNum>${linked}`
    const styles = '<w:style w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    expect(linesOf(listed('甲', 0, 2) + paragraph('乙', '<w:pStyle w:val="Sub"/>'), { numbering, styles })).toEqual(['1. 甲', '(1) 乙'])
  })

  it('of a level that never begins anew go on', () => {
    const going = level(1, 'decimal', '%2)').replace('<w:start', '<w:lvlRestart w:val="0"/><w:start')
    const numbering = list(level(0, 'decimal', '%1.') + going)
    expect(linesOf(listed('甲') + listed('い', 1) + listed('乙') + listed('ろ', 1), { numbering })).toEqual(['1. 甲', '1) い', '2. 乙', '2) ろ'])
  })

  it('of a format that is not known are said and not made up', () => {
    const { text, notes } = read(listed('文'), { numbering: list(level(0, 'hebrew1', '%1')) })
    expect(text).toBe('文\n')
    expect(notes).toMatchObject([{ ruleId: 'unread-format', reason: expect.stringContaining('hebrew1') }])
  })

  it.each([
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 51, undefined],
    ['decimalEnclosedParen', 3, '⑶'],
    ['aiueo', 2, 'ｲ'],
    ['irohaFullWidth', 3, 'ハ'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['japaneseCounting', 21, '二十一'],
    ['ideographDigital', 10, '一〇'],
    ['upperRoman', 1_000_000_000, undefined],
    ['upperLetter', 1_000_000_000, undefined],
    ['constructor', 1, undefined],
  ])('%s %i is %s', (format, no, printed) => expect(listNumber(format, no)).toBe(printed))
})

describe('tables', () => {
  it('are a line a row; merged cells take their columns, and those merged downwards an empty cell below', () => {
    const head = { content: paragraph('内容'), properties: '<w:vMerge w:val="restart"/>' }
    const below = { content: '<w:p/>', properties: '<w:vMerge/>' }
    const years = { content: paragraph('年度'), properties: span(2) }
    const drawn = read(table([head, years], [below, paragraph('2年度'), paragraph('3年度')], [paragraph('窓口'), '<w:p/>', paragraph('①')]))
    expect(drawn.text).toBe('内容\t年度\n\t2年度\t3年度\n窓口\t\t①\n\n')
    expect(drawn.marks.map(({ cell }) => cell)).toEqual(['表1 行1 枠1', '表1 行1 枠2', '表1 行2 枠2', '表1 行2 枠3', '表1 行3 枠1', '表1 行3 枠3'])
    const [page] = drawn.pages
    const drawing = page?.drawing && 'rows' in page.drawing ? page.drawing.rows : []
    expect(drawing.map((cells) => cells.map(({ columns, rows, from, to }) => [columns, rows, drawn.text.slice(from, to)]))).toEqual([
      [
        [1, 2, '内容'],
        [2, 1, '年度'],
      ],
      [
        [1, 1, '2年度'],
        [1, 1, '3年度'],
      ],
      [
        [1, 1, '窓口'],
        [1, 1, ''],
        [1, 1, '①'],
      ],
    ])
  })

  it('keep the lines of a cell that has the row to itself; in lists each entry has one', () => {
    expect(linesOf(table([paragraph('初めの文。') + paragraph('次の文。')]))).toEqual(['初めの文。', '次の文。'])
    expect(linesOf(table([paragraph('・初め') + paragraph('続き') + paragraph('・次')]))).toEqual(['・初め 続き', '・次'])
    expect(linesOf(table([paragraph('初め') + paragraph('続き'), paragraph('横')]))).toEqual(['初め 続き\t横'])
  })

  it('within cells are rows of the cell', () => {
    const inner = table([paragraph('2年度'), paragraph('10円')], [paragraph('3年度'), paragraph('20円')])
    expect(linesOf(table([`${paragraph('効果')}${inner}`]))).toEqual(['効果', '2年度\t10円', '3年度\t20円'])
  })

  it('within cells beside a label have a line a row, the label above those below the first', () => {
    const inner = table([paragraph('2年度'), paragraph('10円')], [paragraph('3年度'), paragraph('20円')])
    expect(linesOf(table([paragraph('効果'), inner]))).toEqual(['効果\t2年度\t10円', '\t3年度\t20円'])
  })

  it('keep the words of a cell whose spans make no sense', () => {
    const odd = (properties: string) => ({ content: paragraph('12円'), properties })
    expect(linesOf(table([paragraph('額'), odd(span(Number.NaN)), odd(span(30_000_000))]))).toEqual(['額\t12円\t12円'])
    const apart = table([odd('<w:vMerge w:val="restart"/>')], [paragraph('間')], [odd('<w:vMerge/>')])
    expect(linesOf(apart)).toEqual(['12円', '間', '12円'])
  })

  it('count what a merged cell hides as outside', () => {
    const rows = [[{ content: paragraph('1'), properties: '<w:vMerge w:val="restart"/>' }], [{ content: paragraph('23'), properties: '<w:vMerge/>' }]]
    expect(read(table(...rows)).pages).toMatchObject([{ digits: 3, digitsOutside: 2 }])
  })

  it('leave out rows that a tracked change deletes', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('消した')}</w:tc></w:tr>`
    expect(linesOf(`<w:tbl><w:tr><w:tc>${paragraph('残る')}</w:tc></w:tr>${deleted}</w:tbl>`)).toEqual(['残る'])
  })
})

it('an amount that landed nowhere is listed with its paragraph', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'open.docx')
  writeFileSync(
    path,
    wordFile(
      paragraph('No.1 統合 1,297千円') + paragraph('【担当課：総務課】') + table([paragraph('取組による効果'), paragraph('令和2年度'), paragraph('90円')]),
    ),
  )
  const { status, stdout } = await runIngest(path, '--out', join(folder.path, 'out'))
  folder.remove()
  expect([status, stdout.split('\n').at(-2)]).toEqual([0, `${path}:段落1: 読めていない金額: 1,297千円`])
})
