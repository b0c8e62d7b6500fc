import type { Amount, EffectLine, Effects, Quantity } from './model.ts'
import { decimal, printYen } from './money.ts'
import { restyle, restyleLabel, type Style } from './style.ts'
import { fiscalYearName } from './years.ts'

/** A line with its figures as they are printed. */
interface PrintedLine {
  label: string
  quantity: string
  amount: string
}

/** 取組による効果 as rows of cells: the table's label, year or 総計, then labels and figures as the style places them. */
export function effectRows(effects: Effects, style: Style): string[][] {
  const years = effects.years.flatMap(({ fiscalYear, lines, subtotal }) => {
    const name = restyleLabel(fiscalYearName(fiscalYear, style.firstYear), style)
    const rows = lines.flatMap((line) => lineRows(line, style)).map((printed, index) => ({ name: index === 0 ? name : '', printed }))
    if (!subtotal) return rows
    return [...rows, { name: subtotalName(name, effects, style), printed: printLine({ label: null, quantity: null, amount: subtotal }, style) }]
  })
  const total = effects.total ? [{ name: '総計', printed: printLine(effects.total, style) }] : []
  const rows = [...years, ...total]
  const printed = rows.map((row) => row.printed)
  const columns = { label: printed.some(({ label }) => label !== ''), quantity: printed.some(({ quantity }) => quantity !== '') }
  return rows.map((row, index) => [index === 0 ? '取組による効果' : '', row.name, ...lineCells(row.printed, columns, style)])
}

/** The name of a year's sum; 計 where no 総計 follows could be it, so that 小計 takes its place. */
function subtotalName(year: string, { total }: Effects, { subtotals }: Style): string {
  if (subtotals === '年度計') return `${year}計`
  return subtotals === '計' && !total ? '小計' : subtotals
}

function printLine({ label, quantity, amount }: { label: string | null; quantity: Quantity | null; amount: Amount | null }, style: Style): PrintedLine {
  return { label: label ?? '', quantity: quantity ? printQuantity(quantity, style) : '', amount: amount ? printAmount(amount, style) : '' }
}

function printQuantity({ value, unit }: Quantity, style: Style): string {
  return `${value < 0 ? style.minus : ''}${decimal(Math.abs(value))}${unit}`
}

function printAmount({ yen, unit }: Amount, style: Style): string {
  return printYen(yen, unit).replace('△', () => style.minus)
}

/** The rows of a line: one with its うち lines, or one for each. */
function lineRows(line: EffectLine, style: Style): PrintedLine[] {
  const whole = printLine(line, style)
  if (!line.amount && !line.quantity) return [{ ...whole, amount: style.none }]
  const parts = line.parts.map(({ label, amount }) => printLine({ label, amount, quantity: null }, style))
  if (style.parts === 'rows' || style.effects === 'joined' || parts.length === 0) return [whole, ...parts]
  const lines = [whole, ...parts]
  const join = (texts: string[]) => texts.filter((text) => text !== '').join(' ')
  return [{ label: join(lines.map(({ label }) => label)), quantity: whole.quantity, amount: join(lines.map(({ amount }) => amount)) }]
}

function lineCells({ label, quantity, amount }: PrintedLine, columns: { label: boolean; quantity: boolean }, style: Style): string[] {
  const figures = [quantity, amount].filter((figure) => figure !== '').join(' ')
  const isApart = label !== '' && (amount === style.none || figures.startsWith('－'))
  if (style.effects === 'joined') return [restyle(label + (isApart ? ' ' : '') + figures, style)]
  const labels = columns.label ? [label] : []
  const cells = style.effects === 'one figure cell' ? [...labels, figures] : [...labels, ...(columns.quantity ? [quantity] : []), amount]
  return cells.map((cell) => restyle(cell, style))
}
