import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { compileForm } from '../../loaders/structure/labels.ts'
import type { Row } from '../../loaders/structure/rows.ts'
import { parseDocument } from '../../loaders/structure/sections.ts'
import { contentsText, documentText, itemText, messages, read } from '../support/documents.ts'

const parse = (text: string) => parseDocument(new Source(text), compileForm(reformResults))
const lineParts = (text: string) => parse(text).lineParts.map(({ part }) => part)
const numbers = (text: string) => parse(text).sections.map(({ no }) => no)
const rowTexts = (rows: readonly Row[]) => rows.map(({ words }) => words.text)

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
    const { sections } = parse('No.1 甲\nどこにも属さない文。　\n主な取組内容\n①乙')
    expect(sections[0]?.loose.map(({ words }) => words.text)).toEqual(['どこにも属さない文。'])
  })
})

describe('blanks at the ends of a line', () => {
  it('belong to no head, page number or text outside items', () => {
    const { sections, pageMarks, unread } = parse('　あいさつ文　\n　No.1 甲　\n　\n　- 3 -　\n　\n')
    expect(sections.map(({ words }) => words.text)).toEqual(['No.1 甲'])
    expect(rowTexts(unread)).toEqual(['あいさつ文'])
    expect(pageMarks).toMatchObject([{ lineNo: 4, words: { text: '- 3 -' }, afterPage: true }])
  })

  it('make a line of blanks a blank line', () => {
    expect(lineParts('No.1 甲\n　\n- 3 -\n　\n')).toEqual(['head', 'blank', 'page', 'blank'])
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

  it.each(['\n　', '\f', '\n\n3\n'])('is none where the page end %j cut its sentence', (end) => {
    expect(years(`調べ、\n令和3年度${end}\n当初に始める。`)).toEqual([2020])
  })

  it('is none where the page after it begins with a form feed', () => {
    expect(years('調べ、\n令和3年度\n\f当初に始める。')).toEqual([2020])
  })

  it.each(['\n\n', '\n　\n', '\n\n3\n\n', '\n\n　'])('is a head where the list of its entries begins after %j', (end) => {
    expect(years(`・調べた。\n令和3年度${end}・始めた。`)).toEqual([2020, 2021])
  })

  it('is a head at the end of the document and right below the head of all results', () => {
    const { sections } = parse('No.1 甲\n令和2年度～令和3年度の実績\n令和2年度\n・調べた。\n令和3年度')
    expect(sections[0]?.parts.map(({ label }) => label.match.form(0))).toEqual(['令和2年度~令和3年度の実績', '令和2年度', '令和3年度'])
  })

  it('is an entry where the next line begins with the same mark', () => {
    expect(years('○調べた。\n　○令和3年度の実績\n○始めた。')).toEqual([2020, 2020, 2020])
    expect(years('○調べた。\n　○令和3年度の実績\n・始めた。')).toEqual([2020, 2021])
  })

  it('is a head before a page end where 【 marks it, though the year cannot be read', () => {
    expect(years('調べた。\n　【令和年度（実績）】\n\n始めた。')).toEqual([2020])
  })

  it.each(['［令和3年度（実績）］', '〈令和3年度〉', '「令和3年度」', '【2021(R3)年度】', '【令和三年度】', '〔R3〕', '【令和3年の実績】'])(
    'may stand as %s',
    (head) => {
      expect(years(`・調べた。\n${head}\n・始めた。`)).toEqual([2020, 2021])
    },
  )

  it.each(['［令和3年度 窓口］', '〈令和3～4年度〉', '【令和3年度（2022年度）】', '【2022(R3)年度】'])(
    'that cannot be read, as %s, leaves its text without a year',
    (head) => {
      const { results, messages } = read(`No.1 甲\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・調べた。\n${head}\n・始めた。`)
      expect(results.map(({ fiscal_year, text }) => [fiscal_year, text])).toEqual([[2020, '調べた。']])
      expect(messages.map(({ rule, line }) => [rule, line])).toEqual([
        ['unread-year', 5],
        ['unread-text', 6],
      ])
    },
  )

  it.each(['［令和2年度 窓口］', '［令和2年度］'])('that is open already goes on, with a message: %s', (head) => {
    const { results, reported } = read(`No.1 甲\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・調べた。\n${head}\n・始めた。`)
    expect(results.map(({ fiscal_year }) => fiscal_year)).toEqual([2020, 2020, 2020])
    expect(reported).toEqual(['unknown-head'])
  })

  it.each(['［令和3年4月1日現在］', '［令和3年度末］'])('is none of a day or a limit, %s, which is said', (head) => {
    const { results, reported } = read(`No.1 甲\n令和2年度～令和3年度の実績\n【令和2年度（実績）】\n・調べた。\n${head}\n・始めた。`)
    expect(results.map(({ fiscal_year }) => fiscal_year)).toEqual([2020, 2020, 2020])
    expect(reported).toEqual(['unknown-head'])
  })

  it('is no head outside the results', () => {
    expect(parse('No.1 甲\n主な取組内容\n①乙\n令和3年度').sections[0]?.parts.map(({ kind }) => kind)).toEqual(['initiatives'])
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

  it.each([
    ['【令和2年度（実績）】', '【令和 2年度】'],
    ['①達成できたこと', '達成できたこと（成果）'],
    ['①達成できたこと', '【成果】'],
    ['3カ年の検証', '3年間の取組みの検証'],
    ['【3カ年の振り返り】', '【3か年の振返り】'],
    ['【今後の課題】', '【引き続き取り組むべき課題】'],
    ['【6次プランにおいて取り組むべき課題】', '【次期計画に向けた課題】'],
  ])('does so in other words too: %s and %s', (first, second) => {
    expect(numbers(`No.1 甲\n${first} ○乙。\n${second} ○丙。`)).toEqual([1, undefined])
  })

  it.each([
    ['【令和2年度（実績）】', '【令和3年度（実績）】'],
    ['【令和年度（実績）】', '【令和，度（実績）】'],
    ['【3カ年の振り返り】', '3カ年の検証'],
    ['3カ年の検証', '【3カ年の振り返り】'],
    ['【6次プランにおいて取り組むべき課題】', '【引き続き取り組むべき課題】'],
  ])('is none where it says something else: %s and %s', (first, second) => {
    expect(numbers(`No.1 甲\n令和2年度～令和4年度の実績\n${first} ○乙。\n${second} ○丙。`)).toEqual([1])
  })
})

describe('after the closing list of an item', () => {
  const numbersWith = (label: string) => numbers(`No.1 甲\n【今後の課題】 ○続ける。\n${label}`)

  it.each([
    '【担当課：総務課】',
    '改善・推進の内容',
    '主な取組内容',
    '令和2年度～令和4年度の実績',
    '【令和2年度（実績）】',
    '3カ年の検証',
    '①達成できたこと',
    '②達成できなかったこと',
  ])('%s opens a section without head', (label) => {
    expect(numbersWith(label)).toEqual([1, undefined])
  })

  it.each(['取組による効果', '3カ年の評価（総括）', '【6次プランにおいて取り組むべき課題】'])('%s opens none', (label) => {
    expect(numbersWith(label)).toEqual([1])
  })
})

describe('the short heads of a review', () => {
  it.each(['3カ年の検証', '①達成できたこと', '②達成できなかったこと'])('are labels below %s, not elsewhere', (label) => {
    const kinds = (above: string) =>
      parse(`No.1 甲\n${above} ○乙。\n【成果】 ○丙。\n【課題】 ○丁。`).sections.flatMap(({ parts }) => parts.map(({ kind }) => kind))
    expect(kinds(label).slice(1)).toEqual(['achieved', 'not_achieved'])
    expect(kinds('主な取組内容')).toEqual(['initiatives'])
  })
})

describe('a label within a line', () => {
  it('leaves the words before it to the part above', () => {
    const { reviews } = read('No.1 甲\n①達成できたこと ○窓口\n\n新設。 ②達成できなかったこと ○残った。')
    expect(reviews.map(({ kind, text }) => [kind, text])).toEqual([
      ['achieved', '窓口新設。'],
      ['not_achieved', '残った。'],
    ])
  })

  it('has no rows of blanks before or behind it, and what is behind it begins no page', () => {
    const { sections } = parse('No.1 甲\n\n　①達成できたこと ○開いた。 ②達成できなかったこと　\n\n○残った。\n\n　3カ年の評価 A')
    expect(sections[0]?.parts.map(({ rows }) => rows.map(({ words, afterPage }) => [words.trim().text, afterPage]))).toEqual([
      [['○開いた。', false]],
      [['○残った。', true]],
      [['A', false]],
    ])
  })
})

describe('a section without head', () => {
  it('takes the text of its own page that stands above its first label', () => {
    const first = itemText({ no: 1, achieved: '○開いた。', rating: 'A', next: '○続ける。' })
    const second = itemText({ headless: true, achieved: '○閉じた。', rating: 'B', next: '○やめる。' })
    const { sections, lineParts } = parse(`${first}\n\nページの上の文。\n次の行の文。\n${second}`)
    expect(sections[0]?.parts.at(-1)?.rows.map(({ words }) => words.trim().text)).toEqual(['○続ける。'])
    expect(sections[1]?.loose.map(({ words }) => words.text)).toEqual(['ページの上の文。', '次の行の文。'])
    expect(lineParts.slice(3).map(({ section, part }) => [section?.no, part])).toEqual([
      [1, 'next'],
      [1, 'blank'],
      [undefined, 'unread'],
      [undefined, 'unread'],
      [1, 'blank'],
      [undefined, 'verification'],
      [undefined, 'rating'],
      [undefined, 'next'],
    ])
  })

  it('stands at the top of a document too', () => {
    expect(numbers('主な取組内容\n①窓口')).toEqual([undefined])
  })

  /** The rows that stay with the first item's closing list, and those that go to the section after it. */
  const shared = (text: string) => {
    const { sections } = parse(`No.1 甲\n3カ年の評価\tA\n【今後の課題】${text}①達成できたこと ○閉じた。`)
    return [rowTexts(sections[0]?.parts.at(-1)?.rows ?? []).map((row) => row.trim()), rowTexts(sections[1]?.loose ?? [])]
  }

  it('takes the lines right above its first label, up to the page end', () => {
    expect(shared(' ○続ける。\n\n○配る。\n○貼る。\n')).toEqual([['○続ける。'], ['○配る。', '○貼る。']])
    expect(shared(' ○続ける。\n\n○配る。 ')).toEqual([['○続ける。'], ['○配る。']])
    expect(shared('\n\n○配る。\n')).toEqual([[], ['○配る。']])
  })

  it('leaves a list on the page of its own label to the item before it', () => {
    expect(shared('\n○続ける。\n')).toEqual([['○続ける。'], []])
    expect(shared(' ○続ける。\n\n○広げる。\n\f')).toEqual([['○続ける。', '○広げる。'], []])
    expect(shared('\n\n○続ける。\n\n')).toEqual([['○続ける。'], []])
  })

  it('leaves a sentence that the page end cut to the item before it', () => {
    expect(shared(' ○続ける。窓口を\n\n開いたままにする。\n\n')).toEqual([['○続ける。窓口を', '開いたままにする。'], []])
  })

  it.each([
    ['○窓口(1)を続ける。', 'はみ出た文。'],
    ['・続ける。', 'はみ出た・文。'],
    ['- 続ける。', 'はみ出た文。'],
    ['○続ける。', '(1) はみ出た頭\n○その下の文。'],
  ])('takes what does not go on with the list %s: %j', (entry, strange) => {
    expect(shared(` ${entry}\n\n${strange}\n\n`)).toEqual([[entry], strange.split('\n')])
  })

  it.each([
    ['(9) 窓口\n○開いた。', '(10) 電話\n○置いた。'],
    ['　(1) 窓口（庁内）', '次のとおり。\n・開いた。'],
  ])('leaves what goes on below the numbered head %j to the item before it', (before, after) => {
    expect(shared(`\n${before}\n\n${after}\n\n`)).toEqual([`${before}\n${after}`.split('\n').map((row) => row.trim()), []])
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

  it('is one in the first line of a document', () => {
    expect(lineParts('1\n\n第5次見本プラン\n')).toEqual(['page', 'blank', 'title'])
  })

  it('is none in front of the items where text follows', () => {
    expect([lineParts('1\nあいさつ文'), rowTexts(parse('1\nあいさつ文').unread)]).toEqual([
      ['unread', 'unread'],
      ['1', 'あいさつ文'],
    ])
  })

  it('is none within a page, nor where text follows', () => {
    expect(lineParts(documentText({ achieved: '○開いた。\n12', rating: 'A' }))[3]).toBe('achieved')
    expect(lineParts(documentText({ achieved: '○開いた。\n\n12\n続く。', rating: 'A' }))[4]).toBe('achieved')
  })
})

describe('a reference that begins a line', () => {
  const heads = numbers

  it.each(['主な取組内容', '令和2年度～令和4年度の実績', '①達成できたこと', '②達成できなかったこと', '【今後の課題】'])(
    'goes on with the text below %s',
    (label) => {
      expect(heads(`No.1 甲\n${label}\n窓口を\nNo.3 と電話に`)).toEqual([1])
      expect(heads(`No.1 甲\n${label}\n窓口を\nNo.3 電話に広げた。`)).toEqual([1])
    },
  )

  it('is a head below a part without sentences, or with a title that only holds a conjunction', () => {
    expect(heads('No.1 甲\n3カ年の評価\tA\nNo.3 のびる窓口')).toEqual([1, 3])
    expect(heads('No.1 甲\n主な取組内容\n①乙\nNo.3 窓口及び電話')).toEqual([1, 3])
  })

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
  it.each(['目次', '目 次', '項目', 'No.\t項目\t担当', 'No 項目', 'No.項目', '取組項目'])('%s heads the contents', (head) => {
    expect(parse(`${head}\n1\t甲\t総務課\nNo.1 甲\n`).contentsHead.map(({ words }) => words.text)).toEqual([head])
  })

  it.each(['第5次見本プラン', '見本計画の実績', '行革大綱'])('%s is the title, and a second one is not', (title) => {
    const document = parse(`${title}\n別の計画\nNo.1 甲\n`)
    expect([document.title?.text, document.unread.map(({ words }) => words.text)]).toEqual([title, ['別の計画']])
  })

  it.each(['あいさつ文', 'この項目について', '12', '1 甲 総務課'])('%s is neither, and unread', (line) => {
    const { unread, contentsHead, contents } = parse(`見本プラン\n${line}\nNo.1 甲\n`)
    expect([rowTexts(unread), contentsHead, contents]).toEqual([[line], [], []])
  })

  it('has contents that single blanks part below the head 目次', () => {
    const { contents } = parse('目次\n 1 甲 総務課\n12 乙 財政課\nNo.1 甲\n')
    expect(contents.map(({ no, title, department }) => [no, title.text, department?.text])).toEqual([
      [1, '甲', '総務課'],
      [12, '乙', '財政課'],
    ])
  })

  it('has one head of its contents, above them', () => {
    const text = '項目\n1\t甲\t総務課\n項目の数は1つ\nno.2\t乙\t財政課\n'
    expect(lineParts(text)).toEqual(['contents', 'contents', 'unread', 'contents'])
    expect(parse(text).contents.map(({ no, words }) => [no, words.text])).toEqual([
      [1, '1\t甲\t総務課'],
      [2, 'no.2\t乙\t財政課'],
    ])
  })

  it('ends at a head of two cells; below it three cells are no contents either', () => {
    expect(numbers('No.1\t甲\nNo.2\t乙\t財政課\n')).toEqual([1, 2])
  })
})
