import type { Table } from '../../../loaders/records/table.ts'
import type { Row } from '../../../loaders/tables.ts'
import { csvGuardNote } from '../../../loaders/warehouse/csv-words.ts'
import { addressOf, type FileEntry, filesFolder } from '../../../loaders/warehouse/file-entry.ts'
import { pathsOf, published } from '../../../loaders/warehouse/published.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { databaseName, workbookOf } from '../../files/names.ts'
import { excelNote } from '../../format/csv.ts'
import { downloadName } from '../../format/municipality.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Card } from '../card.ts'

const zipPurpose = { 'reform.zip': 'このページのファイルすべて' } as const
const workbookPurpose = 'Excel。表ごとのシートに、数字の場所と文、数値が一致しない箇所の一覧、原文を付けたもの'
const otherPurposes = {
  [databaseName]: 'DuckDBのデータベース。表のほか、このサイトの集計 (marts) を含む',
  'datapackage.json': '表と列の説明 (Data Package 2.0)',
  'csvw.json': 'CSVの説明 (CSV on the Web)',
  'dcat.jsonld': 'データカタログ用の説明 (DCAT、PROV)',
  'manifest.json': '各ファイルの大きさ、件数、SHA-256',
  'README.txt': '説明 (日本語、英語)。どのファイルに何があるか、数字のたどり方、利用の条件',
  'LICENSE.txt': 'プログラムのライセンス (MIT)',
} as const

/** What each file is for, in the order in which they are offered. */
function purposesOf({ plans }: Warehouse): Readonly<Record<string, string>> {
  const of = (plan: Row<'plans'>) => (plans.length > 1 ? `「${plan.title ?? plan.plan_id}」の` : '')
  const workbooks = plans.map((plan) => [workbookOf(plan, plans), `${of(plan)}${workbookPurpose}`] as const)
  return { ...zipPurpose, ...Object.fromEntries(workbooks), ...otherPurposes }
}

/** Everything in one piece: zip, Excel, database, and what describes them. */
export function filesCard(page: PageContext): Card {
  const purposes = purposesOf(page.warehouse)
  const order = Object.keys(purposes)
  const whole = page.site.offered.filter(({ path }) => order.includes(path))
  whole.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
  return {
    id: 'files',
    finding: 'まとめて使うファイル',
    scope: `作成日は書かない。同じ文書からは、いつ作っても同じファイルになり、SHA-256で確かめられる。`,
    table: {
      head: ['ファイル', '中身', '行', '大きさ (バイト)', 'SHA-256'],
      rows: whole.map((file) => [
        { value: file.path, shown: FileLink(page, file, file.path) },
        purposes[file.path] ?? '',
        { value: file.rows, shown: file.rows === null ? '' : formatNumber(file.rows) },
        { value: file.bytes, shown: formatNumber(file.bytes) },
        { value: file.sha256, shown: Hash(file) },
      ]),
    },
    source: '文書全体',
  }
}

const japaneseHeadsNote = '「日本語の見出しのCSV」にあるのはこのプランの行だけで、ほかのプランの行はそれぞれのExcelファイルで日本語の見出しと読める。'

/** Each table as Parquet and as CSV. */
export function tableFilesCard(page: PageContext): Card {
  const files = new Map(page.site.offered.map((file) => [file.path, file]))
  return {
    id: 'table-files',
    finding: '表ごとのファイル',
    scope: `ParquetはDuckDB、Python、Rなどで型ごと読める。CSVはUTF-8 (BOM付き) で、Excelでそのまま開ける。大きさはバイト。頭の0や日本語の見出しが要るときは、下の辞書の表ごとの「日本語の見出しのCSV」を使う。${page.warehouse.plans.length > 1 ? japaneseHeadsNote : ''}${excelNote}${csvGuardNote}`,
    table: {
      head: ['表', 'ファイル', '行', '大きさ (バイト)', 'SHA-256'],
      rows: Object.values<Table>(published).flatMap((table) =>
        pathsOf(table).flatMap((path, index) => {
          const file = files.get(path)
          if (!file) return []
          return [
            [
              { value: table.title, shown: TableName(table, index === 0) },
              { value: path, shown: FileLink(page, file, path.replace(/^.*\//, '')) },
              { value: file.rows, shown: formatNumber(file.rows) },
              { value: file.bytes, shown: formatNumber(file.bytes) },
              { value: file.sha256, shown: Hash(file) },
            ],
          ]
        }),
      ),
    },
    source: '文書全体',
  }
}

/** The name of a table: at its first file leading to what its columns mean. */
function TableName({ name, title }: Table, isFirst: boolean): Html {
  return isFirst ? html`<a href="#table-${name}">${title}</a>` : html`<span class="again">${title}</span>`
}

function FileLink(page: PageContext, { path }: FileEntry, label: string): Html {
  return html`<a rel="external" download="${downloadName(path.replace(/^.*\//, ''), page.municipality)}" href="${page.root}${filesFolder}/${addressOf(path)}">${label}</a>`
}

function Hash({ sha256 }: FileEntry): Html {
  return html`<code class="sha256">${sha256}</code>`
}
