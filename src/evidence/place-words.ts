import type { Row } from '../../loaders/tables.ts'

/** Where words stand in the document, as a page names it: 原文508行; in a file of pages or cells PDF 12頁 or No.19!J12. */
export function placeWords({
  source_line,
  source_page,
  source_box,
  source_cell,
}: Pick<Row<'figures'>, 'source_line' | 'source_page' | 'source_box' | 'source_cell'>): string {
  if (source_cell !== null) return source_cell
  return source_page === null || source_box === null ? `原文${source_line}行` : `PDF ${source_page}頁`
}
