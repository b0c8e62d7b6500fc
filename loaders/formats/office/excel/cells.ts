import { child, type Element, elements, textOf } from '../xml.ts'
import { formatNumber } from './number-format.ts'

/** What the cells of a workbook are read with. */
export interface CellContext {
  strings: readonly string[]
  formats: readonly (string | undefined)[]
  is1904: boolean
}

/** What a cell prints, or why that is not known. */
export type CellText = { text: string } | { problem: string }

/** The text of a cell as Excel prints it. */
export function readCell(cell: Element, { strings, formats, is1904 }: CellContext): CellText {
  const { t: type = 'n', s = '0' } = cell.attributes
  const value = child(cell, 'v')
  if (type === 'inlineStr') return { text: richText(child(cell, 'is')) }
  if (!value) return child(cell, 'f') ? { problem: '計算式の結果が保存されていない。Excelで開いて保存し直す' } : { text: '' }
  const stored = textOf(value)
  if (type === 's') return { text: strings[Number(stored)] ?? '' }
  if (type === 'str' || type === 'e') return { text: unescaped(stored) }
  if (type === 'b') return { text: stored === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return { problem: `日付「${stored}」の表示を決められない` }
  const format = formats.length === 0 ? 'General' : formats[Number(s)]
  const number = Number(stored)
  const text = format === undefined || !Number.isFinite(number) ? undefined : formatNumber(number, format === '@' ? 'General' : format, is1904)
  return text === undefined ? { problem: `値 ${stored} の表示形式${format === undefined ? '' : `「${format}」`}を読めない` } : { text }
}

/** The text of a string of several styles, without its reading aids. */
export function richText(string: Element | undefined): string {
  if (!string) return ''
  const runs = elements(string).flatMap((one) => (one.name === 't' ? [one] : one.name === 'r' ? elements(one, 't') : []))
  return unescaped(runs.map(textOf).join(''))
}

/** The reading aids of a string, which are not read. */
export function readingAids(string: Element): string {
  return elements(string, 'rPh').map(textOf).join('')
}

/** Letters that XML cannot hold are written `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
