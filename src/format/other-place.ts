/** Where words stand in a document: the line, and in a file that has them the page and the cell. */
export interface OtherDocumentPlace {
  line: number
  page: number | null
  cell: string | null
}

/** A place in a document that this site has no page of, in words: 15行, PDF 3頁, No.19!J12. */
export function otherPlaceWords({ line, page, cell }: OtherDocumentPlace): string {
  return cell ?? (page === null ? `${line}行` : `PDF ${page}頁`)
}
