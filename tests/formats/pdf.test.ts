import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../loaders/disk-files.ts'
import type { Drawn } from '../../loaders/document/drawn.ts'
import { readPdf } from '../../loaders/formats/pdf/read-pdf.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { Random } from '../../tools/generate/prng.ts'
import { grid, ruling, type WrittenPage, words, writePdf } from '../support/pdf-writer.ts'

const read = (...pages: (string | WrittenPage)[]): Promise<Drawn> =>
  readPdf(writePdf(pages.map((page) => (typeof page === 'string' ? { content: page } : page))), diskFiles.pdf)

const linesOf = ({ text }: Drawn): string[] => text.split(/[\n\f]/).filter((line) => line !== '')

const refusal = (...pages: (string | WrittenPage)[]): Promise<FormatRefusal> =>
  read(...pages).then(
    () => expect.fail('was read'),
    (error: FormatRefusal) => error,
  )

describe('lines', () => {
  it('reads lines from top to bottom, however the file draws them', async () => {
    const drawn = await read(words(20, 100, '二行目') + words(60, 120, '12円') + words(20, 120, '一行目、'))
    expect(linesOf(drawn)).toEqual(['一行目、12円', '二行目'])
  })

  it('reads a long line that is printed again below itself, again', async () => {
    const line = '・窓口の順を番号で知らせることとした2件。'
    const drawn = await read([220, 205, 190, 175].map((y) => words(20, y, line)).join(''))
    expect(linesOf(drawn)).toEqual(Array.from({ length: 4 }, () => line))
    expect(drawn.pages[0]).toMatchObject({ digits: 4, digitsOutside: 0 })
  })

  it('puts a raised small digit into the line beside whose letters it stands', async () => {
    const drawn = await read(words(20, 100, '面積は12m') + words(65, 104, '2', { size: 6 }) + words(20, 80, '次の行'))
    expect(linesOf(drawn)).toEqual(['面積は12m2', '次の行'])
  })

  it('takes a letter drawn again a little beside for bold, and counts it once', async () => {
    const drawn = await read(words(20, 100, '効果額11円') + words(20.8, 100, '効果額') + words(50.8, 100, '11円'))
    expect(linesOf(drawn)).toEqual(['効果額11円'])
    expect(drawn.pages[0]).toMatchObject({ digits: 4, digitsOutside: 2 })
  })

  it('puts blanks where letters stand apart, and tabs where words do', async () => {
    const drawn = await read(words(20, 100, 'No.1') + words(46, 100, '見直し') + words(200, 100, '財政課'))
    expect(linesOf(drawn)).toEqual(['No.1 見直し\t財政課'])
  })

  it('takes a letter of a font that is not in the file for as broad as the file says, not for as broad as another font has it', async () => {
    const closeTo = words(20, 80, '計15') + words(42, 80, '件、計20') + words(84, 80, '件の')
    const drawn = await read(words(20, 100, 'AW') + words(35, 100, '研修') + closeTo)
    expect(linesOf(drawn)).toEqual(['AW 研修', '計15件、計20件の'])
  })
})

describe('places', () => {
  it('says where each letter stands, from the upper left', async () => {
    const { text, at, marks } = await read(words(20, 100, '額は15円'))
    const { page, box } = marks[at[text.indexOf('5')] ?? -1] ?? {}
    expect(page).toBe(1)
    expect(box?.y).toBeCloseTo(300 - 100 - 8.8)
    expect(box?.height).toBeCloseTo(10)
    expect(box?.x).toBeGreaterThanOrEqual(45)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(51)
  })

  it.each([
    ['upright, whatever a reader is asked', 90, '1 0 0 1 0 0'],
    ['by a quarter', 270, '0 1 -1 0 300 0'],
    ['by half', 180, '-1 0 0 -1 400 300'],
    ['by three quarters', 90, '0 -1 1 0 0 300'],
  ])('reads a page whose letters are turned %s', async (_, rotate, matrix) => {
    const drawn = await read({ content: `q ${matrix} cm ${words(20, 100, '一行目')}${words(20, 80, '二行目')}Q`, rotate })
    expect(linesOf(drawn)).toEqual(['一行目', '二行目'])
  })
})

describe('tables', () => {
  it('writes a row a line, a tab between cells, and an empty cell under one that covers two rows', async () => {
    const rulings = grid([20, 120, 220], [100, 140]) + ruling(120, 120, 220, 120)
    const drawn = await read(rulings + words(25, 116, '効果額') + words(125, 126, '令和2年度') + words(125, 106, '12円'))
    expect(linesOf(drawn)).toEqual(['効果額\t令和2年度', '\t12円'])
  })

  it('takes thin filled rectangles for rulings, and white ones for none', async () => {
    const drawn = await read(
      `20 100 200 0.5 re f 20 120 200 0.5 re f 20 100 0.5 20 re f 220 100 0.5 20 re f 120 100 0.5 20 re f 1 g 70 100 0.5 20 re f 0 g ${words(25, 106, '左の枠')}${words(125, 106, '右の枠')}`,
    )
    expect(linesOf(drawn)).toEqual(['左の枠\t右の枠'])
  })

  it('joins a wrapped line and parts entries of a list', async () => {
    const lines = words(23, 126, '・説明会を四回も開いた。市の') + words(33, 113, '担当課が話した。') + words(23, 100, '・冊子を配った。')
    const drawn = await read(grid([20, 160], [90, 140]) + lines)
    expect(linesOf(drawn)).toEqual(['・説明会を四回も開いた。市の担当課が話した。', '・冊子を配った。'])
  })

  it('joins a cell that a page end cuts, with the page number after it', async () => {
    const first = `${grid([20, 160], [290, 60])}${words(23, 66, '・説明会を四回も開いた。市の')}${words(80, 10, '- 1 -')}`.replace(ruling(20, 60, 160, 60), '')
    const second = grid([20, 160], [250, 290]).replace(ruling(20, 290, 160, 290), '') + words(33, 276, '担当課が話した。')
    expect(linesOf(await read(first, second))).toEqual(['・説明会を四回も開いた。市の担当課が話した。', '- 1 -'])
  })

  it('reads the head of a table once where each page repeats it', async () => {
    const page = (y: number, row: string) =>
      grid([20, 120, 220], [y, y + 20, y + 40]) + words(25, y + 26, '年度2') + words(125, y + 26, '効果額') + words(25, y + 6, row) + words(125, y + 6, '5円')
    const drawn = await read(page(20, '令和3'), page(250, '令和4'))
    expect(linesOf(drawn)).toEqual(['年度2\t効果額', '令和3\t5円', '令和4\t5円'])
    expect(drawn.pages.map(({ digits, digitsOutside }) => [digits, digitsOutside])).toEqual([
      [3, 0],
      [3, 1],
    ])
  })

  it('says where rulings make no table', async () => {
    const lines = Array.from({ length: 8 }, (_, index) => ruling(20, 100 + 10 * index, 200, 100 + 10 * index)).join('')
    const { notes } = await read(lines + words(25, 103, '効果額'))
    expect(notes.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([['uneven-table', '罫線が8本あるが、枠として読めない。文字は行ごとに読んだ']])
  })

  it.each([
    ['dots', 0.7, 1.5],
    ['dashes', 6, 9],
  ])('takes %s on one line for a ruling', async (_, length, step) => {
    const across = (x0: number, x1: number, y: number) =>
      Array.from({ length: Math.floor((x1 - x0) / step) + 1 }, (_, index) => `${x0 + step * index} ${y} ${length} 0.7 re f `).join('')
    const upright = (x: number, y0: number, y1: number) =>
      Array.from({ length: Math.floor((y1 - y0) / step) + 1 }, (_, index) => `${x} ${y0 + step * index} 0.7 ${length} re f `).join('')
    const lines = [100, 145].map((y) => across(20, 220, y)).join('') + [20, 119, 218].map((x) => upright(x, 100, 145)).join('')
    expect(linesOf(await read(lines + words(25, 116, '左の枠') + words(125, 116, '右の枠')))).toEqual(['左の枠\t右の枠'])
  })

  it('reads words that go on over a ruling in the cell that has most of them, and says so', async () => {
    const drawn = await read(grid([20, 54, 220], [100, 120]) + words(22, 106, '12,345円') + words(125, 106, '右の枠'))
    expect(linesOf(drawn)).toEqual(['12,345円\t右の枠'])
    expect(drawn.notes.map(({ ruleId, reason }) => [ruleId, reason.includes('「12,345円」')])).toEqual([['uneven-table', true]])
  })

  it('joins over a page end the cells that are open on both sides of it, and no others', async () => {
    const first = grid([20, 120, 220], [280, 250, 220]).replace(ruling(20, 220, 220, 220), ruling(20, 220, 120, 220))
    const second = grid([20, 120, 220], [290, 260, 240]).replace(ruling(20, 290, 220, 290), '')
    const drawn = await read(
      first + words(25, 256, '内容') + words(125, 256, '目標') + words(25, 226, '見直し') + words(125, 226, '効率を'),
      second + words(25, 266, '廃止') + words(125, 266, '高める。') + words(25, 246, '計') + words(125, 246, '5円'),
    )
    expect(linesOf(drawn)).toEqual(['内容\t目標', '見直し\t効率を 高める。', '廃止', '計\t5円'])
  })

  it('reads a page in a frame as if there was none', async () => {
    const table = (y: number, text: string) => grid([30, 120, 220], [y, y + 20]) + words(35, y + 6, text) + words(125, y + 6, '5円')
    const drawn = await read(grid([10, 380], [20, 290]) + words(30, 270, '見直し') + table(230, '令和3') + words(30, 150, '廃止') + table(100, '令和4'))
    expect(linesOf(drawn)).toEqual(['見直し', '令和3\t5円', '廃止', '令和4\t5円'])
  })

  it('takes thousands of rulings for a drawing', async () => {
    const steps = Array.from({ length: 2500 }, (_, index) => index)
    const hatching = steps.map((step) => ruling(4 * step, 0, 4 * step, 9) + ruling(0, 4 * step, 9, 4 * step)).join('')
    const drawn = await read(`0.02 0 0 0.02 0 0 cm ${hatching} 50 0 0 50 0 0 cm ${words(25, 103, '効果額')}`)
    expect(linesOf(drawn)).toEqual(['効果額'])
  })

  it('lists amounts that stand below each other', async () => {
    const drawn = await read(
      grid([20, 80], [100, 140]) + words(24, 126, '1,578人') + words(24, 112, '406千円') + grid([80, 140], [100, 140]) + words(84, 120, '計'),
    )
    expect(linesOf(drawn)).toEqual(['1,578人 406千円\t計'])
  })
})

describe('tables without rulings', () => {
  const row = (y: number, ...cells: readonly [number, string][]) => cells.map(([x, text]) => words(x, y, text)).join('')
  const head = row(120, [20, '区分'], [140, '令和2年度'], [240, '令和3年度'])

  it('keeps an empty cell where columns stand below each other', async () => {
    const drawn = await read(head + row(100, [20, '貸付'], [245, '31千円']) + row(80, [20, '売却'], [145, '12千円'], [245, '13千円']))
    expect(linesOf(drawn)).toEqual(['区分\t令和2年度\t令和3年度', '貸付\t\t31千円', '売却\t12千円\t13千円'])
    expect(drawn.notes).toEqual([])
  })

  it('says where they do not', async () => {
    const { notes } = await read(head + row(100, [20, '貸付'], [205, '31千円']) + row(80, [20, '売却'], [145, '12千円'], [245, '13千円']))
    expect(notes.map(({ ruleId, mark }) => [ruleId, mark?.page])).toEqual([['uneven-table', 1]])
  })
})

describe('heads of pages', () => {
  const page = (no: number, ...content: string[]) => `${words(20, 285, '取組実績一覧')}${words(300, 285, `${no}頁`)}${content.join('')}`

  it('are read once, whatever number of the page they hold', async () => {
    const drawn = await read(page(1, words(20, 150, '一行目3円')), page(2, words(20, 150, '二行目')), page(3, words(20, 150, '三行目')))
    expect(linesOf(drawn)).toEqual(['一行目3円', '二行目', '三行目'])
    expect(drawn.pages.map(({ digits, digitsOutside }) => digits - digitsOutside)).toEqual([1, 0, 0])
  })

  it('stay where only their numbers are the same by chance', async () => {
    const lines = [1, 2, 3].map((no) => words(20, 285, `No.${no}`) + words(20, 150, '見直し'))
    expect(linesOf(await read(...lines))).toEqual(['No.1', '見直し', 'No.2', '見直し', 'No.3', '見直し'])
  })

  it('stay where they stand close to what follows', async () => {
    const lines = ['3円', '4円', '5円'].map((amount) => words(20, 285, '効果額') + words(20, 270, amount))
    expect(linesOf(await read(...lines))).toEqual(['効果額', '3円', '効果額', '4円', '効果額', '5円'])
  })

  it('are the title where the first page has them alone', async () => {
    const lines = ['一', '二', '三'].map((no) => words(20, 285, '取組実績一覧') + words(20, 150, `${no}行目`))
    expect(linesOf(await read(...lines))).toEqual(['取組実績一覧', '一行目', '二行目', '三行目'])
  })
})

describe('pages in two columns', () => {
  const box = (x: number, y: number, text: string) => grid([x, x + 160], [y, y + 20]) + words(x + 3, y + 6, text)

  it('are read from the left one to the right one, between what stands over both', async () => {
    const content =
      words(20, 280, '第5次見本プランの取組実績を項目ごとに左から右へ並べた資料') +
      box(20, 220, '左の上') +
      box(20, 60, '左の下') +
      box(210, 180, '右の上') +
      box(210, 60, '右の下')
    const { text, notes } = await read(content)
    expect(
      text
        .split('\n')
        .filter((line) => line !== '')
        .slice(1),
    ).toEqual(['左の上', '左の下', '右の上', '右の下'])
    expect(notes.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([['ambiguous-break', '2段に組まれたページ。左の段、右の段の順に読んだ']])
  })

  it('are none where each table has one beside it', async () => {
    const drawn = await read(box(20, 220, '左の上') + box(20, 60, '左の下') + box(210, 220, '右の上') + box(210, 60, '右の下'))
    expect(linesOf(drawn)).toEqual(['左の上', '右の上', '左の下', '右の下'])
  })
})

describe('paragraphs', () => {
  const full = [
    grid([17, 134], [80, 114]),
    words(20, 100, '説明会を四回も開いた。', { content: 0 }),
    words(20, 86, '担当課の話もした。五分', { content: 1 }),
  ].join('')

  it('joins a label that is wrapped in the middle of its cell', async () => {
    const drawn = await read(grid([20, 102], [100, 150]) + words(30, 130, '取組による効') + words(56, 116, '果'))
    expect(linesOf(drawn)).toEqual(['取組による効果'])
  })

  it('takes no blanks for those of a label that is spread over its cell', async () => {
    const spread = [...'総務課'].map((letter, index) => words(25 + 35 * index, 106, letter)).join('')
    expect(linesOf(await read(grid([20, 120], [100, 120]) + spread))).toEqual(['総務課'])
  })

  it('joins a sentence that goes on one letter further right', async () => {
    const drawn = await read(grid([17, 134], [80, 114]) + words(20, 100, '説明会を四回も開いて担') + words(30, 86, '当課が話した。'))
    expect(linesOf(drawn)).toEqual(['説明会を四回も開いて担当課が話した。'])
  })

  it('says where a full line ends a sentence and nothing tells whether the paragraph goes on', async () => {
    const { notes, text } = await read(full)
    expect(text).toContain('開いた。担当課')
    expect(notes.map(({ ruleId, mark }) => [ruleId, mark?.page])).toEqual([['ambiguous-break', 1]])
  })

  it('asks the tags of the file', async () => {
    const parted = await read({ content: full, paragraphs: [[0], [1]] })
    const whole = await read({ content: full, paragraphs: [[0, 1]] })
    expect(linesOf(parted)).toEqual(['説明会を四回も開いた。', '担当課の話もした。五分'])
    expect(linesOf(whole)).toHaveLength(1)
    expect([...parted.notes, ...whole.notes]).toEqual([])
  })

  it('keeps the blank at a line end where the same words have one elsewhere', async () => {
    const drawn = await read(grid([20, 128], [60, 140]) + words(23, 126, '人数は35 人、今年は28') + words(23, 112, '人。'))
    expect(linesOf(drawn)).toEqual(['人数は35 人、今年は28 人。'])
  })
})

describe('tables with rulings across alone', () => {
  const rules = (...ys: number[]) => ys.map((y) => ruling(20, y, 340, y)).join('')
  const row = (y: number, ...cells: string[]) => cells.map((cell, index) => words(24 + 110 * index, y, cell)).join('')

  it('have a row between two rulings, in which words are wrapped', async () => {
    const drawn = await read(
      rules(220, 200, 160, 140) +
        row(206, '区分', '取組', '効果額') +
        row(186, '窓口', '受付の順を番号で知', '15円') +
        words(134, 170, 'らせた。') +
        row(146, '総計', '', '15円'),
    )
    expect(linesOf(drawn)).toEqual(['区分\t取組\t効果額', '窓口\t受付の順を番号で知らせた。\t15円', '総計\t\t15円'])
    expect(drawn.notes).toEqual([])
  })

  it('have a row a line where a head and a body are all that they part', async () => {
    const drawn = await read(
      rules(220, 200, 140) +
        row(206, '年度', '内訳', '効果額') +
        row(186, '令和2年度', '', '15円') +
        row(166, '令和3年度', '紙代', '16円') +
        row(146, '総計', '', '31円'),
    )
    expect(linesOf(drawn)).toEqual(['年度\t内訳\t効果額', '令和2年度\t\t15円', '令和3年度\t紙代\t16円', '総計\t\t31円'])
  })

  it('are said where rows cannot be told, and read line by line', async () => {
    const drawn = await read(
      rules(220, 200, 160, 140) +
        row(206, '区分', '取組', '効果額') +
        row(186, '窓口の見直し', '番号で知らせた。', '15円') +
        row(166, 'を2度', '', '16円') +
        row(146, '総計', '', '31円'),
    )
    expect(drawn.notes).toMatchObject([{ ruleId: 'uneven-table', reason: expect.stringContaining('縦の罫線のない表') }])
    expect(linesOf(drawn)).toContain('窓口の見直し\t番号で知らせた。\t15円')
  })

  it('begin under a head that stands over all columns', async () => {
    const head = words(60, 206, '令和2年度に行った見直しの効果の額について')
    const drawn = await read(rules(220, 200, 180, 160) + head + row(186, '窓口', '番号', '15円') + row(166, '紙', '冊子', '16円'))
    expect(linesOf(drawn)).toEqual(['令和2年度に行った見直しの効果の額について', '窓口\t番号\t15円', '紙\t冊子\t16円'])
  })

  it('are none where running text stands between', async () => {
    const drawn = await read(rules(220, 180, 140) + words(24, 206, '一つ目の文。') + words(24, 186, '二つ目の文。') + words(24, 146, '三つ目の文。'))
    expect(linesOf(drawn)).toEqual(['一つ目の文。', '二つ目の文。', '三つ目の文。'])
    expect(drawn.pages[0]).toMatchObject({ glyphs: 18 })
  })
})

describe('what is not on the paper', () => {
  it('leaves out letters that a clip hides and says which', async () => {
    const drawn = await read(`${words(20, 100, '効果額')}q 20 60 42 20 re W n ${words(20, 66, '見える15円まで')}Q`)
    expect(linesOf(drawn)).toEqual(['効果額', '見える15'])
    expect(drawn.notes).toMatchObject([{ ruleId: 'clipped-text', mark: { page: 1 } }])
    expect(drawn.notes[0]?.reason).toContain('「円まで」')
  })

  it('leaves out a number of which a part is hidden: the rest would be another number', async () => {
    const drawn = await read(`${words(20, 100, '効果額')}q 20 60 52 20 re W n ${words(20, 66, '合計は12,345円')}Q`)
    expect(linesOf(drawn)).toEqual(['効果額', '合計は'])
    expect(drawn.pages[0]).toMatchObject({ digits: 5, digitsOutside: 5 })
    expect(drawn.notes[0]?.reason).toContain('「12,345円」')
  })

  it('says where a cell ends within a number', async () => {
    const { notes } = await read(grid([20, 60], [100, 120]) + words(22, 106, '計12,'))
    expect(notes.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([['clipped-text', '枠の数字が途中で切れている: 「計12,」']])
  })

  it('leaves out letters drawn without ink', async () => {
    const drawn = await read(`${words(20, 100, '効果額1円')}3 Tr ${words(20, 60, '効果額23円')}`)
    expect(linesOf(drawn)).toEqual(['効果額1円'])
    expect(drawn.pages[0]).toMatchObject({ digits: 3, digitsOutside: 2 })
    expect(drawn.notes.map(({ ruleId }) => ruleId)).toEqual(['left-out'])
  })

  it('leaves out letters that are filled over, and numbers drawn on them', async () => {
    const fill = '1 1 1 rg 38 96 30 14 re f 0 g '
    const drawn = await read(words(20, 100, '額は15円') + fill + words(200, 100, '令和2年度'))
    expect(linesOf(drawn)).toEqual(['額は\t令和2年度'])
    expect(drawn.notes).toMatchObject([{ ruleId: 'left-out', reason: '塗りつぶしの下に隠れた文字3字を読まなかった' }])
    expect(drawn.pages[0]).toMatchObject({ digits: 3, digitsOutside: 2 })
    expect(linesOf(await read(words(20, 100, '額は15円') + fill + words(40, 100, '28円と')))).toEqual(['額は\tと'])
  })

  it('reads letters on what is filled before them, or with a colour that lets them through', async () => {
    expect(linesOf(await read(`1 1 0 rg 38 96 30 14 re f 0 g ${words(20, 100, '額は15円')}`))).toEqual(['額は15円'])
    expect(linesOf(await read(`${words(20, 100, '額は15円')}/M gs 1 1 0 rg 38 96 30 14 re f`))).toEqual(['額は15円'])
  })

  it('leaves out a number with other letters on it or on its unit, and says so', async () => {
    const stamped = await read(words(20, 100, '額は15円と25円') + words(71, 100, '済'))
    expect(linesOf(stamped)).toEqual(['額は15円と済円'])
    expect(stamped.notes).toMatchObject([{ ruleId: 'left-out', reason: '重なった文字か対応の分からない文字があり、確かでない数字2字を読まなかった' }])
    expect(linesOf(await read(words(20, 100, '額は15千円') + words(52, 100, '済')))).toEqual(['額は 千済円'])
  })

  it('leaves out a number with a letter in it that is not known, and says so', async () => {
    const lines = Array.from({ length: 8 }, (_, index) => words(20, 220 - 15 * index, '窓口の順を番号で知らせることとした。')).join('')
    const drawn = await read(`${words(20, 250, '額は1\ue0003円と45円')}${lines}`)
    expect(linesOf(drawn)[0]).toBe('額は\ufffd円と45円')
    expect(drawn.notes.map(({ ruleId }) => ruleId)).toEqual(['unmapped-letters', 'left-out'])
  })

  it('says which page has no letters', async () => {
    const { notes } = await read(words(20, 100, '一頁目'), '', { content: '', hasImage: true })
    expect(notes.map(({ ruleId, mark }) => [ruleId, mark?.page])).toEqual([
      ['page-without-text', 2],
      ['page-without-text', 3],
    ])
  })
})

describe('refusals', () => {
  it.each<[string, WrittenPage, string, string]>([
    ['pictures alone', { content: '', hasImage: true }, 'image-only', '文字のない画像だけの PDF'],
    ['nothing at all', { content: '' }, 'damaged-file', '文字も画像もない'],
    ['letters of a picture that were recognised', { content: `3 Tr ${words(20, 100, '見えない文字')}`, hasImage: true }, 'image-only', '文字認識'],
    ['no Japanese', { content: words(20, 100, 'Annual report of the city') }, 'unmapped-letters', 'かなと漢字は0字'],
  ])('refuses %s', async (_, page, ruleId, sentence) => {
    const error = await refusal(page)
    expect(error.ruleId).toBe(ruleId)
    expect(error.message).toContain(sentence)
  })

  it('refuses vertical lines', async () => {
    const letters = [...'縦書きの文書'].map((letter) => words(0, -12, letter).replace(/^BT .*? Tf|ET $/g, ''))
    const error = await refusal(`BT /F 10 Tf 1 0 0 1 200 250 Tm ${letters.join('')}ET`)
    expect(error.ruleId).toBe('vertical-text')
    expect(error.place).toEqual({ page: 1, cell: null })
  })

  it('refuses what is no whole PDF', async () => {
    const bytes = writePdf([{ content: words(20, 100, '一頁目') }])
    await expect(readPdf(bytes.subarray(0, 400), diskFiles.pdf)).rejects.toMatchObject({ ruleId: 'damaged-file' })
  })
})

describe('drawing', () => {
  it('draws a page from its letters and rulings', async () => {
    const { pages } = await read(grid([20, 120], [100, 120]) + words(25, 106, '効果<1>円&'))
    const drawing = pages[0]?.drawing
    if (!drawing || !('svg' in drawing)) return expect.fail('no drawing')
    const elements: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('opentag', ({ name }) => elements.push(name))
    parser.on('text', (text) => text !== '' && elements.push(text))
    parser.write(drawing.svg).close()
    expect(elements).toEqual(['svg', 'path', 'g', 'text', 'tspan', '効果<', 'tspan', '1', 'tspan', '>円&'])
    expect(drawing.svg).toContain('viewBox="0 0 400 300"')
    expect(drawing.svg).toContain('<text y="194" font-size="10"><tspan x="25" textLength="')
  })
})

describe('engine', () => {
  it('is the one that was looked at', () => {
    const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe('5e4cd023c3dad4a895b3571ca573d3fc51bac6de48360d95283134385b954eaa')
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    expect(dependencies['@embedpdf/pdfium']).toBe('2.15.1')
  })

  it('refuses or reads damaged bytes, and never says letters of a page that there is not', async () => {
    const bytes = writePdf([1, 2, 3].map((no) => ({ content: grid([20, 120, 220], [100, 120]) + words(25, 106, `令和${no}年度`) + words(125, 106, '15円') })))
    const random = new Random(7)
    for (let run = 0; run < 100; run++) {
      const mutated = Uint8Array.from(bytes)
      for (let change = 0; change < random.int(1, 40); change++) mutated[random.int(0, mutated.length - 1)] = random.int(0, 255)
      const drawn = await readPdf(mutated, diskFiles.pdf).catch((error: unknown) => {
        expect(error).toBeInstanceOf(FormatRefusal)
      })
      for (const { page } of drawn?.marks ?? []) expect(page).toBeLessThanOrEqual(drawn?.pages.length ?? 0)
    }
  })

  it('reads the same file twice the same', async () => {
    const page = grid([20, 120], [100, 120]) + words(25, 106, '効果額1円')
    expect(await read(page)).toEqual(await read(page))
  })
})
