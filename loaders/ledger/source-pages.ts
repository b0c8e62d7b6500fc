import type { Drawing, DrawnCell } from '../document/drawn.ts'
import type { Source } from '../document/source.ts'
import { documentTable, type Reading } from '../records/reading.ts'
import { column, notMeasured, ofPlan, planId, required, type Table } from '../records/table.ts'

const pageFolder = 'pages'

const definition = {
  name: 'source_pages',
  title: '原文のページ',
  grain: '文書のページ、シート、Word の表とその間の文1つに1行。文字だけの文書には行がない',
  key: ['plan_id', 'page_no'],
  references: ofPlan,
  columns: [
    planId,
    column('page_no', 'INTEGER', 'ページ番号', 'ファイルの中の順番 (1から)', { ...required, minimum: 1 }),
    column('name', 'VARCHAR', '名前', 'シートや表の名前。なければ NULL'),
    column('width', 'DOUBLE', '幅', 'ページの幅 (ポイント)。大きさがなければ NULL', notMeasured),
    column('height', 'DOUBLE', '高さ', 'ページの高さ (ポイント)。大きさがなければ NULL', notMeasured),
    column('glyphs', 'INTEGER', '文字数', 'ページにある文字の数', { ...required, minimum: 0 }),
    column('images', 'INTEGER', '画像の数', 'ページにある画像の数', { ...required, minimum: 0 }),
    column('digits', 'INTEGER', '数字の文字数', 'ページにある算用数字の文字の数', { ...required, minimum: 0 }),
    column('digits_outside', 'INTEGER', '本文の外の数字の文字数', 'そのうち本文として読まなかったもの (隠れた文字、取り消した文字、重ね打ちなど)', {
      ...required,
      minimum: 0,
    }),
    column('first_line', 'INTEGER', '開始行', 'そのページの文が始まる行。文がなければ NULL', { minimum: 1 }),
    column('last_line', 'INTEGER', '終了行', 'そのページの文が終わる行。文がなければ NULL', { minimum: 1 }),
    column('drawing', 'VARCHAR', '図', 'そのページの図 (pages/ の中)。なければ NULL'),
  ],
} as const satisfies Table

/** A page, sheet or table of a document. */
export type SourcePageRecord = Reading<typeof definition>

/** The pages of a document in order, with the lines of the house text that they say. */
function readSourcePages({ drawn, raw }: Source, planId: string): SourcePageRecord[] {
  if (!drawn) return []
  const lines = linesOfPages(drawn, raw)
  return drawn.pages.map(({ digitsOutside, drawing, ...page }, index) => ({
    page_no: index + 1,
    ...page,
    digits_outside: digitsOutside,
    first_line: lines.get(index + 1)?.first ?? null,
    last_line: lines.get(index + 1)?.last ?? null,
    drawing: drawing && drawingPath(planId, index + 1, drawing),
  }))
}

/** Where the drawing of a page is, in the warehouse. */
function drawingPath(planId: string, pageNo: number, drawing: Drawing): string {
  return `${pageFolder}/${planId}/${pageNo}.${'svg' in drawing ? 'svg' : 'json'}`
}

/** A file of the warehouse that shows a page: its path and what it holds. */
export interface DrawingFile {
  path: string
  content: string
}

/** A cell of a drawn table as its file has it: what it covers, and the place in the house text of what it holds. */
export interface PlacedCell {
  name: string | null
  columns: number
  rows: number
  source_line: number
  source_column: number
  source_end_line: number
  source_end_column: number
}

/** The drawings of a document's pages: SVG, and tables as JSON, a list of rows of {@link PlacedCell}. */
export function drawingFiles(source: Source, planId: string): DrawingFile[] {
  return (source.drawn?.pages ?? []).flatMap(({ drawing }, index) => {
    if (!drawing) return []
    const content = 'svg' in drawing ? drawing.svg : JSON.stringify(drawing.rows.map((row) => row.map((cell) => placedCell(source, cell))))
    return [{ path: drawingPath(planId, index + 1, drawing), content: `${content}\n` }]
  })
}

function placedCell(source: Source, { name, columns, rows, from, to }: DrawnCell): PlacedCell {
  const { start, end } = source.rawPlace(from, to)
  return { name, columns, rows, source_line: start.line, source_column: start.column, source_end_line: end.line, source_end_column: end.column }
}

/** The first and the last line of a house text that have a letter of a page, by its number. */
function linesOfPages({ at, marks }: NonNullable<Source['drawn']>, text: string): Map<number, { first: number; last: number }> {
  const lines = new Map<number, { first: number; last: number }>()
  let line = 1
  at.forEach((mark, index) => {
    const page = marks[mark]?.page ?? null
    if (page !== null) lines.set(page, { first: lines.get(page)?.first ?? line, last: line })
    if (text[index] === '\n') line += 1
  })
  return lines
}

/** 原文のページ. */
export const sourcePages = documentTable(definition, ({ plan }) => readSourcePages(plan.source, plan.planId))
