import { formatYen, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import type { CardTable, Cell as TableCell } from '../markup/table.ts'
import { type Answer, type Cell, dimensionOf } from './answer.ts'
import { type Measure, rowCount } from './catalog.ts'
import { CellNumber, type Evidence, formatCell, formatValue, RowNumber, RowSource, rowName } from './evidence.ts'
import { type LoadedTable, labelOf } from './load.ts'
import { aggregateNames, partNames, type Question } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** An answer with all that is needed to show it. */
export interface Shown extends Evidence {
  question: Question
  answer: Answer
}

const mostOperands = 200
const totalName = '全体'

/** What a measure is called once it is summed up: 効果額の合計. */
export function measureName(measure: Measure, { aggregate }: Question): string {
  return measure.name === rowCount.name ? measure.title : `${measure.title}の${aggregateNames[aggregate]}`
}

/** The words for the keys of a question's rows or columns. */
export function labels(loaded: LoadedTable, name: string): (key: string) => string {
  const dimension = dimensionOf(loaded, name)
  return (key) => (dimension ? labelOf(dimension, key) : '')
}

/** The finding of an answer: what all of it comes to, and where most of it is. */
export function finding({ loaded, measure, question, answer }: Shown): string {
  if (answer.all.rows.length === 0) return `${loaded.catalog.title}: 条件に合う行はない`
  const name = measureName(measure, question)
  const whole =
    answer.all.value === null ? `${name}は${answer.all.hasMixedUnits ? '単位が混在し、ひとつの数にならない' : noData}` : `${name}は${inUnits(answer.all)}`
  const known = answer.rowKeys.filter((key) => answer.rowTotal(key).value !== null)
  const top = Math.max(...known.map((key) => answer.rowTotal(key).value as number))
  const tops = known.filter((key) => answer.rowTotal(key).value === top)
  const units = new Set(known.map((key) => answer.rowTotal(key).unit))
  if (known.length < 2 || tops.length > 1 || units.size > 1) return whole
  return `${whole}、最も${/^[人件行]$/.test([...units].join('')) ? '多い' : '大きい'}のは${labels(loaded, question.rows)(tops[0] as string)}の${inUnits(answer.rowTotal(tops[0] as string))}`
}

/** A cell's number with its unit: large amounts of yen as an office writes them. */
export function inUnits(cell: Cell): string {
  if (cell.value === null || cell.hasMixedUnits) return formatCell(cell)
  return cell.unit === '円' ? formatYen(cell.value) : `${formatCell(cell)}${cell.unit}`
}

/** What, where, when, in what unit, and what was left out. */
export function scope(place: string, { loaded, measure, question, answer }: Shown): string {
  const { catalog } = loaded
  const filters = Object.entries(question.filters).map(
    ([name, keys]) => `${dimensionOf(loaded, name)?.title ?? name}が${keys.map(labels(loaded, name)).join('または')}`,
  )
  const parts = catalog.partColumn ? [partNames[question.parts]] : []
  const search = question.search === '' ? [] : [`「${question.search}」を含む`]
  const kept = `${catalog.rowCount}行のうち${answer.all.rows.length}行`
  const unit = measure.unit ?? (answer.all.unit || '単位は行ごと')
  return `${catalog.title} (${catalog.grain})、${place}、${unit}。${[kept, ...parts, ...filters, ...search].join('、')}。`
}

/** The answer as a table: a line a group, a column a group of the other dimension, and what each comes to. */
export function resultTable(shown: Shown): CardTable {
  const { loaded, question, answer, measure } = shown
  const { columnKeys } = answer
  const columnLabel = labels(loaded, question.columns)
  const hasTotal = question.columns !== '' && columnKeys.length > 1
  const unit = measure.unit === undefined || measure.name === rowCount.name ? '' : ` (${measure.unit})`
  const cell = (of: Cell | undefined, name: string): TableCell => ({
    value: of?.value ?? (measure.name === rowCount.name ? 0 : null),
    shown: CellNumber(shown, of, name),
  })
  const heads = question.columns === '' ? [`${measureName(measure, question)}${unit}`] : columnKeys.map((key) => `${columnLabel(key)}${unit}`)
  const lines = answer.rowKeys.map((rowKey, row): TableCell[] => [
    labels(loaded, question.rows)(rowKey),
    ...columnKeys.map((columnKey, column) => cell(answer.cell(rowKey, columnKey), `${row},${column}`)),
    ...(hasTotal ? [cell(answer.rowTotal(rowKey), `${row},`)] : []),
  ])
  const totals: TableCell[] = [
    totalName,
    ...columnKeys.map((columnKey, column) => cell(answer.columnTotal(columnKey), `,${column}`)),
    ...(hasTotal ? [cell(answer.all, ',')] : []),
  ]
  return {
    head: [dimensionOf(loaded, question.rows)?.title ?? '', ...heads, ...(hasTotal ? [`${totalName}${unit}`] : [])],
    rows: lines.length > 1 ? [...lines, totals] : lines,
  }
}

/** The cell of a name that `resultTable` gave it: `row,column`, either left out for a sum over all. */
export function cellOf({ answer }: Shown, name: string): Cell | undefined {
  const [row = '', column = ''] = name.split(',')
  const rowKey = row === '' ? undefined : answer.rowKeys[Number(row)]
  const columnKey = column === '' ? undefined : answer.columnKeys[Number(column)]
  if (rowKey !== undefined && columnKey !== undefined) return answer.cell(rowKey, columnKey)
  if (rowKey !== undefined) return answer.rowTotal(rowKey)
  return columnKey === undefined ? answer.all : answer.columnTotal(columnKey)
}

/** The receipt of a computed cell: the formula, and the rows it was computed from, each linked to its words. */
export function Receipt(shown: Shown, cell: Cell): Html {
  const { loaded, measure, question } = shown
  const formula =
    measure.name === rowCount.name
      ? '次の行を数えた'
      : `次の値の${aggregateNames[question.aggregate]} (値の書かれていない行は数えない)${cell.hasMixedUnits ? '。単位が違うのでまとめない' : ''}`
  const lines = cell.rows.slice(0, mostOperands).map((index) => {
    const row = loaded.rows[index] as DataRow
    const value = measure.name === rowCount.name ? RowSource(row) : OperandNumber(shown, row)
    return html`<span class="receipt-line"><span>${rowName(loaded, index)}</span><span class="receipt-number">${value}</span></span>`
  })
  const rest = cell.rows.length - mostOperands
  return html`<span class="receipt-formula">${formula}</span>${lines}${rest > 0 && html`<span class="receipt-line">ほか${rest}行は「もとの行」の表にある</span>`}<span class="receipt-line receipt-result"><span>結果</span><span class="receipt-number">${formatCell(cell)}${cell.unit}</span></span>`
}

function OperandNumber(shown: Shown, row: DataRow): Html | string {
  const value = row[shown.measure.name]
  if (typeof value !== 'number') return noData
  const unit = shown.measure.unit ?? String(row[shown.measure.unitColumn ?? ''] ?? '')
  return RowNumber(shown, row, `${formatValue(value)}${unit}`)
}

/** What must be known of the items in an answer. */
export function Notes({ loaded, answer }: Shown): Html {
  const items = new Set(answer.all.rows.map((index) => loaded.rows[index]?.item_no))
  const notes = loaded.catalog.notes.filter(({ itemNo }) => items.has(itemNo))
  return html`${notes.map(({ text }) => html`<p class="attention"><span aria-hidden="true">⚠</span> ${text}</p>`)}`
}

/** Where the rows of an answer stand in the document, and the file of their table, from the root of the site. */
export function Source({ loaded, answer }: Shown, root: string): Html {
  const lines = answer.all.rows.flatMap((index) => {
    const line = loaded.rows[index]?.source_line
    return typeof line === 'number' ? [line] : []
  })
  if (lines.length === 0) return html``
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return html`出典: <a class="read" href="./source.html#L${first}">原文${first === last ? first : `${first}–${last}`}行</a>。表「${loaded.catalog.title}」 (<a download href="${root}files/parquet/${loaded.catalog.name}.parquet">Parquet</a>)`
}

/** The rows that an answer was made from, each with its place in the document. */
export function rowTable(shown: Shown): CardTable {
  const { loaded, answer } = shown
  const { dimensions, measures, texts } = loaded.catalog
  return {
    head: [
      '原文',
      ...dimensions.map(({ title }) => title),
      ...measures.map(({ title, unit }) => `${title}${unit ? ` (${unit})` : ''}`),
      ...texts.map(({ title }) => title),
    ],
    rows: answer.all.rows.map((index) => {
      const row = loaded.rows[index] as DataRow
      return [
        { value: String(row.source_line ?? ''), shown: RowSource(row) },
        ...dimensions.map((dimension) => labelOf(dimension, String(loaded.keys.column(dimension.name)?.at(index)))),
        ...measures.map((measure) => ({ value: row[measure.name] as number | null, shown: measureCell({ ...shown, measure }, row) })),
        ...texts.map(({ name }) => String(row[name] ?? noData)),
      ]
    }),
  }
}

function measureCell(evidence: Evidence, row: DataRow): Html | string {
  const value = row[evidence.measure.name]
  return typeof value === 'number' ? RowNumber(evidence, row, formatValue(value)) : noData
}
