/** What reading a PDF takes from outside: the program of PDFium, asked for when the first PDF is read, and who is told of each page. */
export interface PdfTools {
  /** rejects with a {@link FormatRefusal} where PDF cannot be read here */
  program: () => Promise<ArrayBuffer>
  /** is told the number of each page (1…) before it is read, and how many there are */
  onPage?: (page: number, pages: number) => void
}
