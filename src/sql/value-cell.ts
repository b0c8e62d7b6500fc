import { type Html, html } from '../markup/html.ts'
import { type ResultColumn, type Value, valueText } from '../questions/values.ts'

const lineColumns = new Set(['原文の行', 'source_line', 'line_no'])

/** A value as a result shows it: numbers of five digits and more with their thousands parted, a line of the document as a link to it. */
export function ValueCell({ name, isNumeric }: ResultColumn, value: Value): Html | string {
  const text = valueText(value)
  if (text === null) return html`<span class="sql-null">NULL</span>`
  if (!isNumeric) return text
  if (lineColumns.has(name)) return html`<a class="read" href="./source.html#L${text}">${text}</a>`
  return parted(text)
}

/** Digits of five and more with their thousands parted. */
export function parted(digits: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\..*)?$/.exec(digits) ?? []
  if (whole.length < 5) return digits
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}
