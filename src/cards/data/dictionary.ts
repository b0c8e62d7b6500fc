import type { Column, SqlValues, Table } from '../../../loaders/records/table.ts'
import { filesFolder } from '../../../loaders/warehouse/file-entry.ts'
import { type MartName, marts } from '../../../loaders/warehouse/marts/definitions.ts'
import { type Mart, meaningOf } from '../../../loaders/warehouse/marts/mart.ts'
import { type PublishedKey, published } from '../../../loaders/warehouse/published.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { databaseName } from '../../files/names.ts'
import { type CsvCell, csvText } from '../../format/csv.ts'
import { downloadName, withMunicipality } from '../../format/municipality.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import { DataTable } from '../../markup/table.ts'

const typeNames: Readonly<Record<keyof SqlValues, string>> = {
  VARCHAR: '文字',
  INTEGER: '整数',
  BIGINT: '整数',
  DOUBLE: '小数',
  BOOLEAN: '真偽',
  DATE: '日付',
  'VARCHAR[]': '文字の並び',
  'INTEGER[]': '整数の並び',
}

const longestExample = 32

/** Every table with its grain, key and columns, and every mart with its own, each from its one definition; examples are from the data at hand. */
export function dataDictionary(page: PageContext): Html {
  return html`<section class="dictionary"><h2>データ辞書</h2>
<p>1行が何を表すか、列の意味、単位、型、例。「空なし」の列には必ず値がある。ほかの列が空 (NULL) なら、文書に書かれていない。例は、この文書で最初に出てくる値。型が文字の列は、CSVでは<a href="#table-files">頭に ' の付くセル</a>がある。</p>
${(Object.keys(published) as PublishedKey[]).map((key) => TableEntry(page, published[key], page.warehouse.table(key) as readonly DataRow[]))}
<h2>集計の辞書</h2>
<p>${databaseName} には、このサイトの集計も表として入っている。スキーマは marts で、どの行も plan_id を持つ。${!page.site.offered.some(({ path }) => path === databaseName) && `${databaseName} はこのページでは作れず、npm run ingest が作る。`}</p>
${Object.entries<Mart>(marts).map(([name, mart]) => MartEntry(name, mart, page.warehouse.mart(name as MartName).length))}</section>`
}

function MartEntry(name: string, { title, grain, columns }: Mart, rows: number): Html {
  return html`<section id="mart-${name}"><h3 id="mart-${name}-title">${title} <code>marts.${name}</code></h3>
<p>${grain}。${formatNumber(rows)}行。</p>
<details><summary>列 (${Object.keys(columns).length})</summary>
${DataTable(
  {
    head: ['列', '名前', '計算、値の意味', '単位', '空'],
    rows: Object.entries(columns).map(([column, is]) => [
      { value: column, shown: html`<code>${column}</code>` },
      is.title,
      meaningOf(is).join('。'),
      is.unit ?? '',
      is.nullable ? '' : '空なし',
    ]),
  },
  `mart-${name}-title`,
)}</details></section>`
}

type DataRow = Readonly<Record<string, unknown>>

/** How many rows the offered file of a table holds, those of other plans among them. */
function rowsOfFile({ site }: PageContext, table: string): number | null | undefined {
  return site.offered.find(({ path }) => path === `parquet/${table}.parquet`)?.rows
}

function TableEntry(page: PageContext, table: Table, rows: readonly DataRow[]): Html {
  const { name, title, grain, key, columns, references } = table
  return html`<section id="table-${name}"><h3 id="table-${name}-title">${title} <code>${name}</code></h3>
<p>${grain}。${formatNumber(rowsOfFile(page, name) ?? rows.length)}行。${key.length > 0 && html`キーは <code>${key.join(', ')}</code>。`}${references?.map((reference) => html`<code>${reference.columns.join(', ')}</code> は<a href="#table-${reference.table}">${titleOf(reference.table)}</a>の行を指す。`)} ${TableFiles(page, table, rows)}</p>
${DataTable(
  {
    head: ['列', '名前', '意味', '単位', '型', '例', '取りうる値'],
    rows: columns.map((column) => [
      { value: column.name, shown: html`<code>${column.name}</code>` },
      column.title,
      column.description,
      column.unit ?? '',
      `${typeNames[column.type]} ${column.type}`,
      { value: exampleOf(column, rows), shown: exampleOf(column, rows) },
      allowedValues(column),
    ]),
  },
  `table-${name}-title`,
)}</section>`
}

/** The files of a table: those of the warehouse in both forms, and one of the plan for Excel. */
function TableFiles(page: PageContext, { name, title, columns }: Table, rows: readonly DataRow[]): Html {
  const link = (label: string, path: string) =>
    html`<a rel="external" download="${downloadName(path.replace(/^.*\//, ''), page.municipality)}" href="${page.root}${filesFolder}/${path}" aria-label="${title}の${label}">${label}</a>`
  const forExcel = page.writeFile(`cards/${downloadName(`table-${name}`, page.municipality)}.csv`, tableForExcel(page, columns, rows))
  return html`ファイル: ${link('Parquet', `parquet/${name}.parquet`)}、${link('CSV', `csv/${name}.csv`)}、<a rel="external" download href="${forExcel}" aria-label="${title}の日本語の見出しのCSV">日本語の見出しのCSV</a>`
}

/** A table of the plan as CSV for a double click: heads in Japanese, the parts of a list with 、 between. */
function tableForExcel(page: PageContext, columns: readonly Column[], rows: readonly DataRow[]): string {
  const head = columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title))
  return csvText(withMunicipality([head, ...rows.map((row) => columns.map(({ name }) => csvValue(row[name])))], page.municipality), { forExcel: true })
}

function csvValue(value: unknown): CsvCell {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.join('、')
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? value : String(value)
}

function titleOf(name: string): string {
  return Object.values<Table>(published).find((table) => table.name === name)?.title ?? name
}

/** The first value of a column, shortened where it is long; nothing where the plan has none. */
function exampleOf({ name }: Column, rows: readonly DataRow[]): string {
  const value = rows.map((row) => row[name]).find((value) => value !== null && value !== undefined)
  const text = Array.isArray(value) ? value.join('、') : String(value ?? '')
  return text.length > longestExample ? `${text.slice(0, longestExample)}…` : text
}

function allowedValues({ values, minimum, required }: Column): string {
  return [...(required ? ['空なし'] : []), ...(values ?? []), ...(minimum === undefined ? [] : [`${minimum}以上`])].join('、')
}
