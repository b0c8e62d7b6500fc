import { FormatRefusal } from '../../refusal.ts'
import { child, type Element, elements, textOf } from '../xml.ts'
import { formatNumber } from './number-format.ts'
import { isStruck } from './styles.ts'

/** What the cells of a workbook are read with. */
export interface CellContext {
  strings: readonly RichText[]
  formats: readonly (string | undefined)[]
  is1904: boolean
  /** styles of cells whose font strikes through */
  struckStyles: ReadonlySet<number>
}

/** A text, what of it is struck through and not read, and its reading aids. */
export interface RichText {
  text: string
  struck: string
  aids: string
}

/** What a cell prints, or why that is not known. */
export type CellText = { text: string; struck?: string } | { problem: string }

/** The text of a cell as Excel prints it; in a font that strikes through, none. */
export function readCell(cell: Element, context: CellContext): CellText {
  const read = readPrinted(cell, context)
  if ('problem' in read || !context.struckStyles.has(Number(cell.attributes.s ?? 0))) return read
  return { text: '', struck: read.text + (read.struck ?? '') }
}

function readPrinted(cell: Element, { strings, formats, is1904 }: CellContext): CellText {
  const { t: type = 'n', s = '0' } = cell.attributes
  const value = child(cell, 'v')
  if (type === 'inlineStr') return richText(child(cell, 'is'))
  if (!value) return child(cell, 'f') ? { problem: '計算式の結果が保存されていない。Excelで開いて保存し直す' } : { text: '' }
  const stored = textOf(value)
  if (type === 's') return strings[Number(stored)] ?? missingString(stored)
  if (type === 'e') return { problem: `セルがエラー「${stored}」になっている。Excelで直して保存し直す` }
  if (type === 'str') return { text: unescaped(stored) }
  if (type === 'b') return { text: stored === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return { problem: `日付「${stored}」の表示を決められない` }
  const format = formats.length === 0 ? 'General' : formats[Number(s)]
  const number = Number(stored)
  const text = format === undefined || !Number.isFinite(number) ? undefined : formatNumber(number, format === '@' ? 'General' : format, is1904)
  return text === undefined ? { problem: `値 ${stored} の表示形式${format === undefined ? '' : `「${format}」`}を読めない` } : { text }
}

function missingString(no: string): never {
  throw new FormatRefusal('damaged-file', `ファイルの中身が壊れている (文字列${no}がない)。Excelで開いて保存し直す`)
}

/** The text of a string of several styles, without its reading aids. */
export function richText(string: Element | undefined): RichText {
  const rich = { text: '', struck: '', aids: '' }
  for (const one of string ? elements(string) : []) {
    if (one.name === 't') rich.text += textOf(one)
    if (one.name === 'rPh') rich.aids += textOf(one)
    if (one.name === 'r') rich[isStruck(child(one, 'rPr')) ? 'struck' : 'text'] += elements(one, 't').map(textOf).join('')
  }
  return { text: unescaped(rich.text), struck: unescaped(rich.struck), aids: rich.aids }
}

/** Letters that XML cannot hold are written `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
