import type { Amount, EffectLine, Effects, Quantity } from './model.ts'
import { decimal, printYen } from './money.ts'
import { restyle, restyleLabel, type Style } from './style.ts'
import { fiscalYearName, letterYearName, spelledYear } from './years.ts'

/** A line with its figures as they are printed; `planned` and `rate` where columns of their own have them. */
interface PrintedLine {
  label: string
  quantity: string
  amount: string
  planned: string
  rate: string
}

/** Which columns a table has. */
type Columns = { readonly [K in keyof PrintedLine]: boolean }

/** How the amounts of a table are printed. */
interface Print {
  style: Style
  isCut: boolean
}

/** 取組による効果 as rows of cells: the table's label, year or 総計, then labels and figures as the style places them. */
export function effectRows(effects: Effects, style: Style): string[][] {
  const print = { style, isCut: effects.isCut === true }
  const years = effects.years.flatMap(({ fiscalYear, lines, subtotal }) => {
    const name = restyleLabel(spelledYear(fiscalYear, style.effectYears, style.firstYear), style)
    const rows = lines.flatMap((line) => lineRows(line, print)).map((printed, index) => ({ name: index === 0 ? name : '', printed }))
    return subtotal
      ? [...rows, { name: subtotalName(fiscalYear, effects, style), printed: printLine({ label: null, quantity: null, amount: subtotal }, print) }]
      : rows
  })
  const total = effects.total ? [{ name: totalName(effects, style), printed: totalLine(effects, effects.total, print) }] : []
  const rows = [...years, ...total]
  const columns = columnsOf(rows.map(({ printed }) => printed))
  const head = hasHead(columns, style) ? [['年度', ...headCells(columns)]] : []
  const cells = [...head, ...rows.map(({ name, printed }) => [name, ...lineCells(printed, columns, style)])]
  return cells.map((row, index) => [index === 0 ? '取組による効果' : '', ...row])
}

function columnsOf(lines: readonly PrintedLine[]): Columns {
  const has = (column: keyof PrintedLine) => lines.some((line) => line[column] !== '')
  return { label: has('label'), quantity: has('quantity'), amount: has('amount'), planned: has('planned'), rate: has('rate') }
}

function hasHead({ planned }: Columns, { effects, effectHead, parts }: Style): boolean {
  return planned || (effectHead === 'columns' && effects === 'cells' && parts === 'rows')
}

function headCells({ label, quantity, amount, planned, rate }: Columns): string[] {
  return [
    ...(label ? ['区分'] : []),
    ...(quantity ? ['数量'] : []),
    ...(planned ? ['計画額', '実績額'] : amount ? ['効果額'] : []),
    ...(rate ? ['達成率'] : []),
  ]
}

/** The name of a year's sum; 計 where no 総計 follows could be it, so that 小計 takes its place. */
function subtotalName(year: number, { total }: Effects, style: Style): string {
  if (style.subtotals === '年度計') return restyleLabel(`${fiscalYearName(year, style.firstYear)}計`, style)
  return style.subtotals === '計' && !total ? '小計' : style.subtotals
}

function totalName({ years }: Effects, style: Style): string {
  const [first, last] = [years[0], years.at(-1)].map((year) => letterYearName(year?.fiscalYear ?? 0).replace('年度', ''))
  if (style.totals === 'R～R合計') return restyleLabel(`${first}～${last}合計`, style)
  return restyleLabel(style.totals === 'カ年計' ? `${years.length}${style.span}計` : style.totals, style)
}

function totalLine({ years }: Effects, total: NonNullable<Effects['total']>, print: Print): PrintedLine {
  const plans = years.flatMap(({ lines }) => lines.flatMap(({ planned }) => planned ?? []))
  const yen = plans.reduce((sum, planned) => sum + planned.yen, 0)
  return printLine({ ...total, ...(plans.length > 0 && print.style.planned === 'columns' && { planned: { yen, unit: '円' } }) }, print)
}

type Line = Pick<EffectLine, 'label' | 'quantity' | 'amount' | 'planned'>

function printLine({ label, quantity, amount, planned }: Line, print: Print): PrintedLine {
  const printed = {
    label: label ?? '',
    quantity: quantity ? printQuantity(quantity, print.style) : '',
    amount: amount ? printAmount(amount, print) : '',
    planned: '',
    rate: '',
  }
  if (!planned || !amount) return printed
  const plan = printAmount(planned, print)
  if (print.style.planned === 'before') return { ...printed, amount: `計画 ${plan} 実績 ${printed.amount}` }
  if (print.style.planned === 'behind') return { ...printed, amount: `${printed.amount}（計画${plan}）` }
  return { ...printed, planned: plan, rate: `${((amount.yen / planned.yen) * 100).toFixed(1)}%` }
}

function printQuantity({ value, unit }: Quantity, style: Style): string {
  return `${value < 0 ? style.minus : ''}${decimal(Math.abs(value))}${unit}`
}

function printAmount({ yen, unit }: Amount, { style, isCut }: Print): string {
  return printYen(isCut ? -yen : yen, unit).replace('△', () => style.minus)
}

/** The rows of a line: one with its うち lines, or one for each. */
function lineRows(line: EffectLine, print: Print): PrintedLine[] {
  const { style } = print
  const whole = printLine(line, print)
  if (!line.amount && !line.quantity) return [{ ...whole, amount: style.none }]
  const parts = line.parts.map(({ label, amount }) => printLine({ label, amount, quantity: null }, print))
  if (style.parts === 'rows' || style.effects === 'joined' || parts.length === 0) return [whole, ...parts]
  const lines = [whole, ...parts]
  const join = (texts: string[]) => texts.filter((text) => text !== '').join(' ')
  return [{ ...whole, label: join(lines.map(({ label }) => label)), amount: join(lines.map(({ amount }) => amount)) }]
}

function lineCells(line: PrintedLine, columns: Columns, style: Style): string[] {
  const { label, quantity, planned, rate } = line
  const amount = line.amount === '' || line.amount === style.none || style.effectMarks === 'none' ? line.amount : line.amount + style.effectMarks
  const labels = columns.label ? [label] : []
  if (columns.planned) return [...labels, planned, amount, rate].map((cell) => restyle(cell, style))
  const figures = [quantity, amount].filter((figure) => figure !== '').join(' ')
  const isApart = label !== '' && (amount === style.none || figures.startsWith('－') || figures.startsWith('計画'))
  if (style.effects === 'joined') return [restyle(label + (isApart ? ' ' : '') + figures, style)]
  const cells = style.effects === 'one figure cell' ? [...labels, figures] : [...labels, ...(columns.quantity ? [quantity] : []), amount]
  return cells.map((cell) => restyle(cell, style))
}
