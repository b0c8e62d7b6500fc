import type { Box, DrawnNote } from '../../document/drawn.ts'
import { FormatRefusal } from '../refusal.ts'
import type { PageBlocks } from './blocks.ts'
import { digitsOf, isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import { linesOf } from './lines.ts'
import { textOf } from './paragraphs.ts'

/** Of the letters of a document: with more of them unknown, what is read would not be what is printed. */
const mostUnmapped = 0.01
/** Of the letters of a document: with fewer kana and kanji, its fonts name other letters than they draw. */
const leastJapanese = 0.3
/** Rulings of a page that make one expect a table. */
const manyRulings = 8
/** Letters of a clipped text that a message shows. */
const shownLetters = 20

/** Refuses a document whose text layer does not say what is printed. */
export function refuseUnreadable(pages: readonly PageBlocks[]): void {
  const glyphs = pages.flatMap(({ page }) => page.glyphs).filter((glyph) => !isBlank(glyph))
  const images = pages.reduce((sum, { page }) => sum + page.images, 0)
  if (glyphs.length === 0) throw images > 0 ? withoutText() : empty()
  if (pages.every(({ letters }) => letters.read.length === 0) && glyphs.every(({ hidden }) => hidden === 'invisible')) throw recognised()
  refuseUnmapped(pages, glyphs)
  const upright = glyphs.filter((glyph) => !glyph.hidden)
  const vertical = pages.filter(isVertical)
  const count = vertical.reduce((sum, { page }) => sum + page.glyphs.length, 0)
  if (count > upright.length / 2) throw verticalText(vertical[0] as PageBlocks)
}

function withoutText(): FormatRefusal {
  return new FormatRefusal('image-only', '文字のない画像だけの PDF。元の Word・Excel か、そこから書き出した PDF を渡す')
}

function empty(): FormatRefusal {
  return new FormatRefusal('damaged-file', '文字も画像もない PDF。ファイルが壊れているか、白紙。元のファイルから書き出し直す')
}

function recognised(): FormatRefusal {
  return new FormatRefusal('image-only', '画像の上に、文字認識による見えない文字だけがある PDF。元の Word・Excel か、そこから書き出した PDF を渡す')
}

function verticalText({ page }: PageBlocks): FormatRefusal {
  return new FormatRefusal('vertical-text', '縦書きの文書は読めない。横書きのファイルを渡す', { page: page.no, cell: null })
}

function refuseUnmapped(pages: readonly PageBlocks[], glyphs: readonly Glyph[]): void {
  const unmapped = glyphs.filter(({ isMapped }) => !isMapped).length
  const letters = glyphs.filter(({ char }) => /\p{L}/u.test(char))
  const japanese = letters.filter(({ char }) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)).length
  if (unmapped <= mostUnmapped * glyphs.length && japanese >= leastJapanese * letters.length) return
  const page = pages.find((one) => one.page.glyphs.some(({ isMapped }) => !isMapped)) ?? pages[0]
  throw new FormatRefusal(
    'unmapped-letters',
    `文字の対応が分からないフォントで書かれた PDF (${glyphs.length}字のうち${unmapped}字が不明、かなと漢字は${japanese}字)。元の Word・Excel か、フォントを埋め込んで書き出し直した PDF を渡す`,
    { page: page?.page.no ?? 1, cell: null },
  )
}

/** Whether most letters of a page stand below the one before. */
function isVertical({ page }: PageBlocks): boolean {
  let [down, along] = [0, 0]
  page.glyphs.forEach((glyph, index) => {
    const before = page.glyphs[index - 1]
    if (!before || before.turns !== glyph.turns) return
    if (Math.abs(glyph.y - before.y) > 0.5 * glyph.size && Math.abs(glyph.x - before.x) < 0.5 * glyph.size) down += 1
    else along += 1
  })
  return down > along
}

/** What is to be said about the pages of a document: without text, letters cut off, unseen or turned. */
export function notesOf(pages: readonly PageBlocks[]): DrawnNote[] {
  return pages.flatMap((page, index) => [
    ...pageNotes(page),
    ...cutNumberNotes(page),
    ...unsureNotes(page),
    ...overflowNotes(page),
    ...clippedNotes(
      page,
      [pages[index - 1], pages[index + 1]].flatMap((one) => (one ? [printedText(one)] : [])),
    ),
  ])
}

function pageNotes(blocks: PageBlocks): DrawnNote[] {
  const { page, letters } = blocks
  const note = (ruleId: DrawnNote['ruleId'], reason: string, glyphs: readonly Glyph[] = []): DrawnNote => ({
    ruleId,
    reason,
    at: null,
    mark: { page: page.no, box: glyphs.length > 0 ? boxAround(glyphs) : null, cell: null },
  })
  if (page.glyphs.every(isBlank)) {
    const what = page.images > 0 ? '画像だけのページ。画像の中の文字は読まない' : '文字も画像もないページ。白紙でなければ、ファイルが壊れている'
    return [note('page-without-text', what)]
  }
  const { invisible, covered, turned } = letters.outside
  const unmapped = page.glyphs.filter(({ isMapped }) => !isMapped)
  return [
    ...(isVertical(blocks) ? [note('vertical-text', '縦書きのページ。字の並びを正しく読めていない')] : []),
    ...(turned.length > 0 ? [note('vertical-text', `向きの違う文字${turned.length}字を読まなかった`, turned)] : []),
    ...(invisible.length > 0 ? [note('left-out', `見えない文字${invisible.length}字を読まなかった`, invisible)] : []),
    ...(covered.length > 0 ? [note('left-out', `塗りつぶしの下に隠れた文字${covered.length}字を読まなかった`, covered)] : []),
    ...(unmapped.length > 0 ? [note('unmapped-letters', `文字の対応が分からない${unmapped.length}字がある`, unmapped)] : []),
    ...(page.rulings.length >= manyRulings && !blocks.blocks.some((block) => 'table' in block)
      ? [note('uneven-table', `罫線が${page.rulings.length}本あるが、枠として読めない。文字は行ごとに読んだ`)]
      : []),
    ...(blocks.hasUnclearRows ? [note('uneven-table', '縦の罫線のない表の、行か列の境が分からない。文字は行ごとに読んだ')] : []),
    ...(blocks.isInColumns ? [note('ambiguous-break', '2段に組まれたページ。左の段、右の段の順に読んだ')] : []),
    ...(blocks.blocks.some((block) => 'lines' in block && block.isUnaligned)
      ? [note('uneven-table', '罫線のない表のような行があり、列がそろわない。空いた枠がどの列か分からない')]
      : []),
    ...(blocks.blocks.some((block) => 'table' in block && block.table.isUneven)
      ? [note('uneven-table', '長方形でない枠のある表。枠を行ごとに分けて読んだ')]
      : []),
  ]
}

/** Letters cut off on paper, but for those that the page before or after has whole. */
function clippedNotes({ page, letters }: PageBlocks, besides: readonly string[]): DrawnNote[] {
  const runs = new Map<string, Glyph[]>()
  for (const glyph of letters.outside.clipped) {
    if (isBlank(glyph)) continue
    const key = `${Math.round(glyph.y)} ${glyph.run}`
    runs.set(key, [...(runs.get(key) ?? []), glyph])
  }
  return [...runs.values()].flatMap((glyphs): DrawnNote[] => {
    const text = glyphs.map(({ char }) => char).join('')
    if (besides.some((one) => one.includes(text))) return []
    const shown = text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text
    const mark = { page: page.no, box: boxAround(glyphs), cell: null }
    return [{ ruleId: 'clipped-text', reason: `枠の文字が紙の上で切れている。切れた${glyphs.length}字は読まなかった: 「${shown}」`, at: null, mark }]
  })
}

/** Cells that end within a number: its rest did not fit into them, and is not in the file. */
function cutNumberNotes({ page, blocks }: PageBlocks): DrawnNote[] {
  const cells = blocks.flatMap((block) => ('table' in block ? block.table.cells : []))
  return cells.flatMap(({ lines, isClosedBelow }): DrawnNote[] => {
    const last = lines.at(-1)
    if (!last || !isClosedBelow || !/\p{Nd}[,，]$/u.test(textOf(last))) return []
    const mark = { page: page.no, box: boxAround(last.letters), cell: null }
    return [{ ruleId: 'clipped-text', reason: `枠の数字が途中で切れている: 「${textOf(last).slice(-shownLetters)}」`, at: null, mark }]
  })
}

/** Numbers with other letters on them or unknown ones beside them, a message a line. */
function unsureNotes({ page, letters }: PageBlocks): DrawnNote[] {
  return linesOf(letters.outside.unsure, page.no).map(({ letters: numbers }) => {
    const mark = { page: page.no, box: boxAround(numbers), cell: null }
    return { ruleId: 'left-out', reason: `重なった文字か対応の分からない文字があり、確かでない数字${digitsOf(numbers)}字を読まなかった`, at: null, mark }
  })
}

/** Words that stand in two cells. */
function overflowNotes({ page, blocks }: PageBlocks): DrawnNote[] {
  return blocks
    .flatMap((block) => ('table' in block ? (block.table.overflows ?? []) : []))
    .map((glyphs) => {
      const text = glyphs.map(({ char }) => char).join('')
      const mark = { page: page.no, box: boxAround(glyphs), cell: null }
      return {
        ruleId: 'uneven-table',
        reason: `文字が枠の線を越えて隣の枠に続いている。多くの字がある枠のものとして読んだ: 「${text.slice(0, shownLetters)}」`,
        at: null,
        mark,
      }
    })
}

function printedText({ blocks }: PageBlocks): string {
  return blocks
    .flatMap((block) => ('table' in block ? block.table.cells.flatMap(({ lines }) => lines) : block.lines))
    .map(textOf)
    .join('')
}

function boxAround(glyphs: readonly Glyph[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { cell } of glyphs) {
    left = Math.min(left, cell.left)
    right = Math.max(right, cell.right)
    top = Math.min(top, cell.top)
    bottom = Math.max(bottom, cell.bottom)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
