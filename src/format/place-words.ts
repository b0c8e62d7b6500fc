import type { Row } from '../../loaders/tables.ts'

/** Where words stand in a document: their line and, where it is a file of pages or cells, the page and the cell. */
export interface LinePlace {
  readonly source_line: number
  readonly source_page: number | null
  readonly source_cell: string | null
}

/** Where words stand in the document, as a page names it: 原文508行; in a file of pages or cells PDF 12頁 or No.19!J12. */
export function placeWords(place: LinePlace): string {
  return fileWords(place) ?? `原文${place.source_line}行`
}

/** The same where 原文 is understood, or the document is another one: 508行. */
export function lineWords(place: LinePlace): string {
  return fileWords(place) ?? `${place.source_line}行`
}

/** Where several lines stand: 原文508–511行, PDF 12–13頁, No.19!J12 ほか2か所. */
export function rangeWords(places: readonly LinePlace[]): string {
  const sorted = [...places].sort((a, b) => a.source_line - b.source_line)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return ''
  if (fileWords(first) === undefined) return `原文${range(first.source_line, last.source_line)}行`
  if (first.source_cell === null) return `PDF ${range(first.source_page, last.source_page ?? first.source_page)}頁`
  const others = new Set(sorted.map(fileWords)).size - 1
  return `${first.source_cell}${others > 0 ? ` ほか${others}か所` : ''}`
}

/** What the places of a document with such pages are, for the foot of the site's pages. */
export function placesMeaning([page]: readonly Pick<Row<'sourcePages'>, 'width'>[]): string {
  if (!page) return '行番号は読み取った文書の行'
  return page.width === null ? '場所はファイルの中のセル、段落、表の行' : '頁は PDF の何枚目か'
}

/** A page or cell; undefined where the document is a text. */
function fileWords({ source_page, source_cell }: LinePlace): string | undefined {
  return source_cell ?? (source_page === null ? undefined : `PDF ${source_page}頁`)
}

function range(first: number | null, last: number | null): string {
  return first === last ? `${first}` : `${first}–${last}`
}
