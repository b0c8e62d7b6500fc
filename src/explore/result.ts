import { formatYen, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import type { CardTable, Cell as TableCell } from '../markup/table.ts'
import { type Answer, dimensionOf } from './answer.ts'
import { isIn, type Measure, rowCount } from './catalog.ts'
import { type Cell, hindrances, type Operand, summary } from './cell.ts'
import { CellNumber, type Evidence, formatCell, formatValue, inMoney, RowNumber, RowSource, rowName } from './evidence.ts'
import { type LoadedTable, labelOf } from './load.ts'
import { aggregateNames, donationNames, moneyUnits, partNames, type Question, timeDimension, type View, viewNames } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** An answer with all that is needed to show it. */
export interface Shown extends Evidence {
  answer: Answer
}

const mostOperands = 200
const totalName = '全体'

/** What a measure is called once it is summed up and looked at: 効果額の合計, 効果額の合計の増減率. */
export function measureName(measure: Measure, { aggregate, view }: Question): string {
  const name = measure.name === rowCount.name || aggregate === 'each' ? measure.title : `${measure.title}の${aggregateNames[aggregate]}`
  return view === 'value' ? name : `${name}の${viewNames[view]}`
}

/** The words for the keys of a question's rows or columns. */
export function labels(loaded: LoadedTable, name: string): (key: string) => string {
  const dimension = dimensionOf(loaded, name)
  return (key) => (dimension ? labelOf(dimension, key) : '')
}

/** The finding of an answer: what all of it comes to, in its last year where it comes to nothing over years, and where most of it is. */
export function finding(shown: Shown): string {
  const { loaded, measure, question, answer } = shown
  if (answer.whole.rows.length === 0) return `${loaded.catalog.title}: 条件に合う行はない`
  const name = measureName(measure, question)
  const whole = wholeWords(shown, name)
  const top = question.view === 'value' ? largest(shown) : undefined
  if (top === undefined) return whole ?? `${name}: 値は表にある`
  const most = /^[人件行]$/.test(top.cell.unit) ? '多い' : '大きい'
  return `${whole === undefined ? `${name}が` : `${whole}、`}最も${most}のは${labels(loaded, question.rows)(top.key)}の${inUnits(top.cell, question)}`
}

/** What all of an answer come to; undefined where that is no number. */
function wholeWords({ loaded, question, answer, measure }: Shown, name: string): string | undefined {
  if (question.view === 'value' && answer.whole.value !== null)
    return `${name}は${inUnits(answer.whole, question)}${donationWords({ loaded, question, answer, measure })}`
  if (question.view === 'value' && answer.whole.hindrance === 'units') return `${name}は単位が混在し、ひとつの数にならない`
  const time = timeDimension(loaded.catalog, question)
  if (time === undefined || question.view === 'share') return undefined
  const isAcross = time.name === question.columns
  const keys = (isAcross ? answer.columnKeys : answer.rowKeys).filter((key) => key !== '')
  const total = (key: string) => (isAcross ? answer.columnTotal(key) : answer.rowTotal(key))
  const last = keys.at(-1)
  return last === undefined || total(last).value === null ? undefined : `${name}は${labelOf(time, last)}に${inUnits(total(last), question)}`
}

/** How much of a sum is receipts of donations. */
function donationWords({ loaded, question, answer, measure }: Pick<Shown, 'loaded' | 'question' | 'answer' | 'measure'>): string {
  const { donations } = loaded.catalog
  if (donations === undefined || question.donations !== 'with' || question.aggregate !== 'sum' || measure.unit !== '円') return ''
  const given = answer.whole.counted.filter((index) => isIn(donations, loaded.rows[index] as DataRow))
  const entries = given.map((index) => ({ rows: [index], value: loaded.rows[index]?.[measure.name] as number | null }))
  const { value, ...cell } = summary(entries, loaded, measure, 'sum')
  return value === null || given.length === answer.whole.counted.length ? '' : ` (うち寄附の受入額${inUnits({ ...cell, value }, question)})`
}

/** The row that comes to more than every other; undefined where none does, or where they cannot be compared. */
function largest({ answer }: Shown): { key: string; cell: Cell & { value: number } } | undefined {
  const known = answer.rowKeys.flatMap((key) => {
    const cell = answer.rowTotal(key)
    return cell.value === null ? [] : [{ key, cell: { ...cell, value: cell.value } }]
  })
  const top = Math.max(...known.map(({ cell }) => cell.value))
  const tops = known.filter(({ cell }) => cell.value === top)
  return known.length < 2 || tops.length > 1 || new Set(known.map(({ cell }) => cell.unit)).size > 1 ? undefined : tops[0]
}

/** A cell's number with its unit: large amounts of yen as an office writes them, unless a unit is asked for. */
export function inUnits(cell: Cell, question: Question): string {
  if (cell.value === null || question.view === 'growth') return formatCell(cell, question)
  if (cell.unit === '円' && question.money === 'yen') return formatYen(cell.value)
  return `${formatCell(cell, question)}${inMoney(cell, question).unit}`
}

/** What, where, when, in what unit, and what was left out. */
export function scope(place: string, shown: Shown): string {
  const { loaded, question, answer } = shown
  const { catalog } = loaded
  const filters = Object.entries(question.filters).map(
    ([name, keys]) => `${dimensionOf(loaded, name)?.title ?? name}が${keys.map(labels(loaded, name)).join('または')}`,
  )
  const parts = [...(catalog.partColumn ? [partNames[question.parts]] : []), ...(question.donations === 'with' ? [] : [donationNames[question.donations]])]
  const search = question.search === '' ? [] : [`「${question.search}」を含む`]
  const kept = `${catalog.rowCount}行のうち${answer.whole.rows.length}行`
  const unit = unitOf(shown) ?? '単位は行ごと'
  return `${catalog.title} (${catalog.grain})、${place}、${unit}。${[kept, ...parts, ...filters, ...search].join('、')}。`
}

/** The unit that all numbers of an answer have; undefined where each has its own. */
function unitOf({ answer, measure, question }: Shown): string | undefined {
  if (question.view === 'growth' || question.view === 'share' || question.view === 'target') return '%'
  const unit = measure.unit ?? (answer.whole.unit || undefined)
  return unit === '円' ? moneyUnits[question.money].name : unit
}

/** The answer as a table: a line a group, a column a group of the other dimension, and what each comes to where that is anything. */
export function resultTable(shown: Shown): CardTable {
  const { loaded, question, answer, measure } = shown
  const { columnKeys, rowKeys } = answer
  const columnLabel = labels(loaded, question.columns)
  const isKnown = (cells: readonly Cell[]) => question.aggregate !== 'each' && cells.some(({ value, hindrance }) => value !== null || hindrance === 'units')
  const hasRowTotals = question.columns !== '' && columnKeys.length > 1 && isKnown(rowKeys.map(answer.rowTotal))
  const hasTotals = rowKeys.length > 1 && isKnown(columnKeys.map(answer.columnTotal))
  const isUnnamed = measure.name === rowCount.name || (measure.unit === undefined && question.view === 'value')
  const unit = isUnnamed ? '' : ` (${unitOf(shown) ?? ''})`
  const cell = (of: Cell | undefined, name: string): TableCell => ({
    value: of ? inMoney(of, question).value : measure.name === rowCount.name ? 0 : null,
    shown: CellNumber(shown, of, name),
  })
  const heads = question.columns === '' ? [`${measureName(measure, question)}${unit}`] : columnKeys.map((key) => `${columnLabel(key)}${unit}`)
  const lines = rowKeys.map((rowKey, row): TableCell[] => [
    labels(loaded, question.rows)(rowKey),
    ...columnKeys.map((columnKey, column) => cell(answer.cell(rowKey, columnKey), `${row},${column}`)),
    ...(hasRowTotals ? [cell(answer.rowTotal(rowKey), `${row},`)] : []),
  ])
  const totals: TableCell[] = [
    totalName,
    ...columnKeys.map((columnKey, column) => cell(answer.columnTotal(columnKey), `,${column}`)),
    ...(hasRowTotals ? [cell(answer.all, ',')] : []),
  ]
  return {
    head: [dimensionOf(loaded, question.rows)?.title ?? '', ...heads, ...(hasRowTotals ? [`${totalName}${unit}`] : [])],
    rows: hasTotals ? [...lines, totals] : lines,
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

/** How each view is computed, in words. */
const formulas: Readonly<Record<Exclude<View, 'value'>, string>> = {
  change: 'その年度 − 前年度',
  growth: '(その年度 − 前年度) ÷ 前年度 × 100',
  share: 'この区分 ÷ 全体 × 100',
  cumulative: 'その年度までの合計',
  target: '実績 ÷ 目標・計画 × 100',
}

/** The receipt of a computed cell: the formula, and what it was computed from, rows linked to their words; why there is no number where that is so. */
export function Receipt(shown: Shown, cell: Cell): Html {
  const { loaded, measure, question } = shown
  const lines = cell.counted.slice(0, mostOperands).map((index) => {
    const row = loaded.rows[index] as DataRow
    const value = measure.name === rowCount.name ? RowSource(row) : OperandNumber(shown, row)
    return ReceiptLine(rowName(loaded, index), value)
  })
  const rest = cell.counted.length - mostOperands
  const result = cell.hindrance
    ? hindrances[cell.hindrance]
    : html`${formatCell(cell, { ...question, money: 'yen' })}${question.view !== 'growth' && cell.unit}`
  return html`<span class="receipt-formula">${formulaOf(shown, cell)}</span>${(cell.operands ?? []).map(OperandLine)}${lines}${rest > 0 && html`<span class="receipt-line">ほか${rest}行は「もとの行」の表にある</span>`}<span class="receipt-line receipt-result"><span>結果</span><span class="receipt-number">${result}</span></span>`
}

function formulaOf({ measure, question }: Shown, cell: Cell): string {
  if (question.view !== 'value') return formulas[question.view]
  if (measure.name === rowCount.name) return '次の行を数えた'
  const reason = cell.hindrance && `。${hindrances[cell.hindrance]}`
  return question.aggregate === 'each'
    ? `次の値${reason ?? ''}`
    : `次の値の${aggregateNames[question.aggregate]} (値の書かれていない行は数えない)${reason ?? ''}`
}

function OperandLine({ name, value, unit, line }: Operand): Html {
  const text = `${formatValue(value)}${unit}`
  return ReceiptLine(name, line === undefined ? text : html`<a class="read" href="./source.html#L${line}">${text}</a>`)
}

function ReceiptLine(name: string, value: Html | string): Html {
  return html`<span class="receipt-line"><span>${name}</span><span class="receipt-number">${value}</span></span>`
}

function OperandNumber(shown: Shown, row: DataRow): Html | string {
  const value = row[shown.measure.name]
  if (typeof value !== 'number') return noData
  const unit = shown.measure.unit ?? String(row[shown.measure.unitColumn ?? ''] ?? '')
  return RowNumber(shown, row, `${formatValue(value)}${unit}`)
}

/** What must be known of the items in an answer. */
export function Notes({ loaded, answer }: Shown): Html {
  const items = new Set(answer.whole.rows.map((index) => loaded.rows[index]?.item_no))
  const notes = loaded.catalog.notes.filter(({ itemNo }) => items.has(itemNo))
  return html`${notes.map(({ text }) => html`<p class="attention"><span aria-hidden="true">⚠</span> ${text}</p>`)}`
}

/** Where the rows of an answer stand in the document, and the file of their table, from the root of the site. */
export function Source({ loaded, answer }: Shown, root: string): Html {
  const lines = answer.whole.rows.flatMap((index) => {
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
    rows: answer.whole.rows.map((index) => {
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
