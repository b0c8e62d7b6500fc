import { strToU8, zipSync } from 'fflate'

const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const excel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A zip file of texts by their names. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** Relationships by their ids: the kind and the other's name. */
function relationships(of: Readonly<Record<string, readonly [string, string]>>): string {
  const each = Object.entries(of).map(([id, [kind, target]]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
  return `<Relationships xmlns="${packages}">${each.join('')}</Relationships>`
}

/** Other parts of a Word document, each as what its root holds. */
export interface WordParts {
  numbering?: string
  styles?: string
  footnotes?: string
  footer?: string
}

/** A Word document whose body holds some XML with the prefix `w`. */
export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  const root = (name: string, content: string) => `<w:${name} xmlns:w="${word}" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v">${content}</w:${name}>`
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', footer: 'ftr' } as const
  const names = Object.keys(parts) as (keyof WordParts)[]
  return zipOf({
    '_rels/.rels': relationships({ r: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(Object.fromEntries(names.map((name) => [name, [name, `${name}.xml`]]))),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(roots[name], parts[name] ?? '')])),
  })
}

/** A paragraph of some text, with the XML of its properties. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A table of rows of cells, each as what it holds beside its properties. */
export function table(...rows: readonly (readonly (string | { content: string; properties: string })[])[]): string {
  const cell = (one: string | { content: string; properties: string }) =>
    typeof one === 'string' ? `<w:tc>${one}</w:tc>` : `<w:tc><w:tcPr>${one.properties}</w:tcPr>${one.content}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A sheet: its rows as XML, merged ranges, columns that are hidden. */
export interface SheetParts {
  rows: string
  merged?: readonly string[]
  columns?: string
  state?: 'hidden' | 'veryHidden'
  shapes?: string
}

/** What a workbook has beside its sheets: shared strings (`si`), formats of cells by their style, the system of 1904. */
export interface BookParts {
  strings?: string
  formats?: readonly string[]
  is1904?: boolean
}

/** An Excel workbook of sheets by their names. */
export function excelFile(sheets: Readonly<Record<string, SheetParts>>, { strings, formats = [], is1904 = false }: BookParts = {}): Uint8Array {
  const named = Object.entries(sheets)
  const parts: Record<string, string> = {}
  named.forEach(([, { rows, merged = [], columns = '', shapes }], index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    const merges = merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
    parts[path] = `<worksheet xmlns="${excel}">${columns && `<cols>${columns}</cols>`}<sheetData>${rows}</sheetData>${merges}</worksheet>`
    if (shapes === undefined) return
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships({ d: ['drawing', '../drawings/drawing1.xml'] })
    parts['xl/drawings/drawing1.xml'] = `<xdr xmlns:a="a"><a:t>${shapes}</a:t></xdr>`
  })
  const list = named.map(([name, { state }], index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`)
  const own = formats.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`)
  return zipOf({
    '_rels/.rels': relationships({ r: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${excel}" xmlns:r="${office}"><workbookPr date1904="${is1904}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(named.map((_, index) => [`s${index + 1}`, ['worksheet', `worksheets/sheet${index + 1}.xml`] as const])),
      strings: ['sharedStrings', 'sharedStrings.xml'],
      styles: ['styles', 'styles.xml'],
    }),
    'xl/sharedStrings.xml': `<sst xmlns="${excel}">${strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${excel}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ...parts,
  })
}

/** A row of cells by their columns: a text, or a number with the index of its style. */
export function sheetRow(no: number, cells: Readonly<Record<string, string | readonly [number, number]>>, hidden = false): string {
  const each = Object.entries(cells).map(([column, cell]) =>
    typeof cell === 'string' ? `<c r="${column}${no}" t="inlineStr"><is><t>${cell}</t></is></c>` : `<c r="${column}${no}" s="${cell[1]}"><v>${cell[0]}</v></c>`,
  )
  return `<row r="${no}"${hidden ? ' hidden="1"' : ''}>${each.join('')}</row>`
}
