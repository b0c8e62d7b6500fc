/** A page of a small PDF: what is drawn on it, in the words of PDF (points, y upward). */
export interface WrittenPage {
  readonly content: string
  /** degrees by which a reader is asked to turn it */
  readonly rotate?: number
  /** the numbers of marked content of each paragraph of its tags */
  readonly paragraphs?: readonly (readonly number[])[]
  /** whether a picture of one point is on it */
  readonly hasImage?: boolean
}

/** The bytes of a PDF with one Japanese font that is not embedded: its Latin letters are half as broad as the others. */
export function writePdf(pages: readonly WrittenPage[]): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const font = add('<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/UniJIS-UTF16-H/DescendantFonts[2 0 R]>>')
  add(
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000/W[1 94 500]/FontDescriptor 3 0 R>>',
  )
  add('<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>')
  const image = add(stream('/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '0'))
  const root = image + 1
  const firstPage = root + 3
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`)
  const elements = pages.flatMap(({ paragraphs = [] }, page) => paragraphs.map((ids) => ({ page, ids })))
  const firstElement = firstPage + 2 * pages.length
  const isTagged = elements.length > 0
  add(`<</Type/Catalog/Pages ${root + 1} 0 R${isTagged ? `/MarkInfo<</Marked true>>/StructTreeRoot ${root + 2} 0 R` : ''}>>`)
  add(`<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`)
  const parents = pages.map((_, page) => `${page}[${parentsOf(elements, page, firstElement)}]`).join('')
  add(`<</Type/StructTreeRoot/K[${elements.map((_, index) => `${firstElement + index} 0 R`).join(' ')}]/ParentTree<</Nums[${parents}]>>>>`)
  pages.forEach(({ content, rotate = 0, hasImage = false }, index) => {
    const resources = `/Resources<</Font<</F ${font} 0 R>>/ExtGState<</M<</BM/Multiply>>>>${hasImage ? `/XObject<</I ${image} 0 R>>` : ''}>>`
    const own = firstPage + 2 * index
    add(`<</Type/Page/Parent ${root + 1} 0 R/MediaBox[0 0 400 300]/Rotate ${rotate}${resources}/Contents ${own + 1} 0 R/StructParents ${index}>>`)
    add(stream('', `${content}${hasImage ? ' q 10 0 0 10 0 0 cm /I Do Q' : ''}`))
  })
  for (const { page, ids } of elements) add(`<</Type/StructElem/S/P/P ${root + 2} 0 R/Pg ${firstPage + 2 * page} 0 R/K[${ids.join(' ')}]>>`)
  return assemble(objects, root)
}

function parentsOf(elements: readonly { page: number; ids: readonly number[] }[], page: number, first: number): string {
  const owners = elements.flatMap((element, index) => (element.page === page ? element.ids.map((id) => ({ id, index })) : []))
  return owners
    .sort((a, b) => a.id - b.id)
    .map(({ index }) => `${first + index} 0 R`)
    .join(' ')
}

function stream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`
}

function assemble(objects: readonly string[], root: number): Uint8Array {
  let text = '%PDF-1.7\n'
  const starts = objects.map((body, index) => {
    const start = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root ${root} 0 R>>\nstartxref\n${text.length}\n%%EOF`
  return new TextEncoder().encode(text)
}

/** Draws words from a point on; `content` is their number of marked content. */
export function words(x: number, y: number, text: string, { size = 10, content }: { size?: number; content?: number } = {}): string {
  const hex = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')
  const drawn = `BT /F ${size} Tf ${x} ${y} Td <${hex}> Tj ET `
  return content === undefined ? drawn : `/P <</MCID ${content}>> BDC ${drawn}EMC `
}

/** Draws a straight ruling. */
export function ruling(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S `
}

/** Draws the rulings of a table: its verticals and its horizontals from end to end. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  return [...xs.map((x) => ruling(x, bottom, x, top)), ...ys.map((y) => ruling(left, y, right, y))].join('')
}
