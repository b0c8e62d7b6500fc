import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../loaders/parse/document.ts'
import { Source } from '../../loaders/source/source.ts'
import { contentsText, documentText, itemText, messages, read } from '../support/documents.ts'

const parse = (text: string) => parseDocument(new Source(text))
const lineParts = (text: string) => parse(text).lineParts.map(({ part }) => part)

describe('the front of a document', () => {
  const document = parse(`${contentsText([1, '甲', '総務課'], [12, '乙の整理', '財政課 (財務部)'])}第5次見本プラン取組実績一覧\n`)

  it('holds the title', () => {
    expect(document.title?.text).toBe('第5次見本プラン取組実績一覧')
  })

  it('holds the contents: number, title, department', () => {
    expect(document.contents.map(({ no, title, department }) => [no, title.text, department?.text])).toEqual([
      [1, '甲', '総務課'],
      [12, '乙の整理', '財政課 (財務部)'],
    ])
  })

  it('counts items from 1: a line of number 0 is none of the contents', () => {
    const { contents, unread } = parse('\t項目\t記入担当課\n0\t前書き\t総務課\n1\t甲\t総務課\n')
    expect([contents.map(({ no }) => no), unread.map(({ words }) => words.text)]).toEqual([[1], ['0\t前書き\t総務課']])
  })

  it('takes No.1 in the contents for no head', () => {
    expect(parse('目次\nNo.1\t甲\t総務課\nNo.2\t乙\t財政課\n').contents.map(({ no }) => no)).toEqual([1, 2])
  })
})

describe('a section', () => {
  const text = documentText({
    departments: '総務課',
    initiatives: '①甲',
    years: { 令和2年度: '・開いた。' },
    achieved: '○甲',
    notAchieved: '○乙',
    rating: 'A',
    next: '○丙',
  })

  it('has its parts in the order of the document', () => {
    expect(parse(text).sections[0]?.parts.map(({ kind }) => kind)).toEqual([
      'departments',
      'initiatives',
      'results',
      'year',
      'verification',
      'achieved',
      'not_achieved',
      'rating',
      'next',
    ])
  })

  it('owns its lines', () => {
    expect(lineParts(text)).toEqual([
      'title',
      'head',
      'departments',
      'initiatives',
      'initiatives',
      'results',
      'year',
      'verification',
      'not_achieved',
      'rating',
      'next',
    ])
  })

  it('keeps text before its first label apart', () => {
    const { sections } = parse('No.1 甲\nどこにも属さない文。\n主な取組内容\n①乙')
    expect(sections[0]?.loose.map(({ words }) => words.text)).toEqual(['どこにも属さない文。'])
  })
})

describe('a page number', () => {
  const pages = (mark: string) => documentText({ achieved: `○開いた。\n\n${mark}\n`, rating: 'A' })

  it.each(['3', '- 3 -', '3 / 20', 'p.3', '3ページ'])('such as %s belongs to no part', (mark) => {
    expect(lineParts(pages(mark))).toContain('page')
    expect(read(pages(mark)).reviews.map(({ text }) => text)).toEqual(['開いた。'])
  })

  it.each(['p.3', '3ページ'])('such as %s is not reported as text that nobody owns', (mark) => {
    expect(read(pages(mark)).reported).not.toContain('unread-text')
  })

  it.each(['3', '- 3 -'])('such as %s is a figure with a role', (mark) => {
    expect(read(pages(mark)).reported).not.toContain('unread-number')
  })
})

describe('a year on a line of its own', () => {
  const years = (results: string) =>
    read(`No.1 甲\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n${results}`).results.map(({ fiscal_year }) => fiscal_year)

  it('is the head of what comes after it', () => {
    expect(years('・調べた。\n令和3年度\n・始めた。')).toEqual([2020, 2021])
    expect(years('調べた。\n\n令和3年度\n\n始めた。')).toEqual([2020, 2021])
  })

  it('is none where a page end cut its sentence', () => {
    expect(years('・調べた。\n・令和3年度\n\nの始まりに備えた。')).toEqual([2020, 2020])
    expect(years('調べ、\n令和3年度\n\n当初に始める。')).toEqual([2020])
  })
})

describe('an item that stands twice', () => {
  it('is an error at its second head, which names the line of the first', () => {
    const twice = messages(documentText({ no: 1, title: '甲' }, { no: 2, title: '乙' }, { no: 1, title: '丙' }))
    expect(twice).toMatchObject([{ rule: 'duplicate-item', line: 4, reason: 'No.1が2度ある。初めは2行', isError: true }])
  })
})

describe('a label that stands twice in an item', () => {
  it('opens a section without head instead of adding to the first', () => {
    const { sections } = parse(documentText({ no: 1, rating: 'A' }, { headless: true, rating: 'B' }, { no: 3 }))
    expect(sections.map(({ no }) => no)).toEqual([1, undefined, 3])
  })
})

describe('a section without head', () => {
  it('takes the text of its own page that stands above its first label', () => {
    const first = itemText({ no: 1, achieved: '○開いた。', rating: 'A', next: '○続ける。' })
    const second = itemText({ headless: true, achieved: '○閉じた。', rating: 'B', next: '○やめる。' })
    const { sections } = parse(`${first}\n\nページの上の文。\n次の行の文。\n${second}`)
    expect(sections[0]?.parts.at(-1)?.rows.map(({ words }) => words.trim().text)).toEqual(['○続ける。'])
    expect(sections[1]?.loose.map(({ words }) => words.text)).toEqual(['ページの上の文。', '次の行の文。'])
  })

  it('leaves the list of the item before it whole where the list runs over a page end', () => {
    const text = documentText({ no: 1, rating: 'A', next: '○続ける。\n\n○広げる。' }, { headless: true, rating: 'B' }, { no: 3 })
    expect(read(text).reviews.map(({ item_no, text }) => [item_no, text])).toEqual([
      [1, '続ける。'],
      [1, '広げる。'],
    ])
  })

  it('leaves the entries below (1) … heads to the item before it, whether they have bullets or not', () => {
    const year = '\n(1) 研修（庁内）\n\n文書（20人）\n\n計画（30人）\n(2) その他\n\n・棚を減らした。\n\n・箱を減らした。'
    const text = documentText({ no: 1, years: { 令和2年度: year } }, { headless: true, years: { 令和2年度: '\n・机を減らした。' } }, { no: 3 })
    expect(read(text).results.map(({ item_no, text }) => [item_no, text])).toEqual([
      [1, '文書（20人）'],
      [1, '計画（30人）'],
      [1, '棚を減らした。'],
      [1, '箱を減らした。'],
      [2, '机を減らした。'],
    ])
  })
})

describe('a line that is a page number or not', () => {
  const partOf = (mark: string) => lineParts(documentText({ achieved: `○開いた。\n\n${mark}\n`, rating: 'A' }))[4]

  it.each(['12', '- 12 -', '-12-', '－　12　－', '12/30', '12 / 30', 'p12', 'p.12', 'P. 12', 'page 12', '12ページ', '12 頁', '　12　'])('%s is one', (mark) => {
    expect(partOf(mark)).toBe('page')
  })

  it.each(['12人', '- 12', '12 -', '12/', '/30', 'p', 'q12', 'ページ', '第12ページ', '12ページ目', '12 30'])('%s is none', (mark) => {
    expect(partOf(mark)).toBe('achieved')
  })

  it('is none within a page, nor where text follows', () => {
    expect(lineParts(documentText({ achieved: '○開いた。\n12', rating: 'A' }))[3]).toBe('achieved')
    expect(lineParts(documentText({ achieved: '○開いた。\n\n12\n続く。', rating: 'A' }))[4]).toBe('achieved')
  })
})

describe('a reference that begins a line', () => {
  const heads = (text: string) => parse(text).sections.map(({ no }) => no)

  it.each(['及び', '並びに', '又は', 'または', '若しくは', '、', '・', 'と', 'や', 'の', 'は', 'から', 'まで'])(
    'goes on with the text above it before %s',
    (word) => {
      expect(heads(documentText({ no: 1, years: { 令和2年度: `・窓口を\nNo.3 ${word}電話に広げた。` }, rating: 'A' }))).toEqual([1])
    },
  )

  it('is a head where a title follows, or a page ends before it', () => {
    expect(heads(documentText({ no: 1, years: { 令和2年度: '・窓口を\nNo.3 電話' } }))).toEqual([1, 3])
    expect(heads(documentText({ no: 1, years: { 令和2年度: '・窓口を\n\nNo.3 のびる窓口' } }))).toEqual([1, 3])
  })
})

describe('the front before the first item', () => {
  it.each(['目次', '目 次', '項目', 'No.\t項目\t担当', '取組項目'])('%s heads the contents', (head) => {
    expect(parse(`${head}\n1\t甲\t総務課\nNo.1 甲\n`).contentsHead.map(({ words }) => words.text)).toEqual([head])
  })

  it.each(['第5次見本プラン', '見本計画の実績', '行革大綱'])('%s is the title, and a second one is not', (title) => {
    const document = parse(`${title}\n別の計画\nNo.1 甲\n`)
    expect([document.title?.text, document.unread.map(({ words }) => words.text)]).toEqual([title, ['別の計画']])
  })

  it('what is neither is unread', () => {
    expect(parse('あいさつ文\nNo.1 甲\n').unread.map(({ words }) => words.text)).toEqual(['あいさつ文'])
  })
})
