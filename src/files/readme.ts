import type { Table } from '../../loaders/records/table.ts'
import type { Row } from '../../loaders/tables.ts'
import { csvGuardNote } from '../../loaders/warehouse/csv-words.ts'
import { alike } from '../../loaders/warehouse/package-words.ts'
import { published } from '../../loaders/warehouse/published.ts'
import tool from '../../package.json' with { type: 'json' }
import { editions } from '../format/editions.ts'
import { databaseName, licenceName, workbookName, workbookOf } from './names.ts'

/**
 * What the files of the zip are, how a number is traced and under which conditions all of it may be used: in Japanese, then
 * in English, made from the dictionary of the tables; of the database only where there is one. Plain text, as every machine of an office opens it.
 */
export function readme(plans: readonly Row<'plans'>[], hasDatabase: boolean): string {
  const lines = [...inJapanese(plans), '', '='.repeat(64), '', ...inEnglish(plans)]
  return `${lines.filter((line) => hasDatabase || !line.startsWith(databaseName)).join('\n')}\n`
}

function inJapanese(plans: readonly Row<'plans'>[]): string[] {
  return [
    '行政改革プランの取組実績',
    '',
    ...plans.map((plan) => `・${nameOf(plan)} (${plan.source_name}${plan.edition === null ? '' : `、${editions[plan.edition]}`})`),
    '',
    '■ ファイル',
    `${workbookName}  Excel。表ごとのシートに、数字の場所と文を付けたもの`,
    ...plans.slice(1).map((plan) => `${workbookOf(plan, plans)}  同じもの (${nameOf(plan)})`),
    `${databaseName}  DuckDBのデータベース。すべての表と集計 (marts)`,
    'parquet/*.parquet、csv/*.csv  表ごとのファイル。中身は同じ',
    'csv/facts-ja.csv  どの表の値も1行ずつ並べたもの (facts) を日本語の見出しで。ピボットで集計するとき',
    'datapackage.json、csvw.json  表と列の意味 (Data Package 2.0、CSV on the Web)',
    'dcat.jsonld  データカタログ用の説明 (DCAT、PROV)',
    'manifest.json  各ファイルの大きさ、件数、SHA-256',
    '',
    '■ 表 (parquet/名前.parquet、csv/名前.csv)',
    ...allTables.map(({ name, title, grain }) => `${name}  ${title}: ${grain}`),
    '',
    '金額は円、年度は4月に始まる年の西暦。空の欄は、文書に書かれていないことを表し、0ではない。',
    csvGuardNote,
    '',
    '■ 数字のたどり方',
    'どの行も、もとになった文の場所を source_line、source_column、source_end_line、source_end_column に持つ。',
    '文書の行は source_lines にそのままあり、source_line の行が根拠の文である。',
    '名前が _figure_no で終わる列は、その値が書かれた数字 (figures.figure_no) を指す。',
    '文書の中で数値が一致しない箇所は checks にあり、どちらの数字も直していない。',
    '',
    '■ 利用の条件',
    `プログラム (${tool.name} ${tool.version}): ${tool.license}ライセンス (${licenceName})。`,
    ...licences(plans, 'データ'),
    'データは文書から読み取った事実と数字。使うときは、出典の文書とその版を書く。文書そのものの利用の条件は、文書を公表した者に従う。',
    ...(plans.some(isDigest) ? ['要約版は、文書を公表した者の公表物ではない。'] : []),
  ]
}

function inEnglish(plans: readonly Row<'plans'>[]): string[] {
  return [
    "Results of a city's administrative reform plan, as tables",
    '',
    'FILES',
    `${workbookName}  Excel: a sheet for each table, with the place and the words of each number`,
    ...plans.slice(1).map((plan) => `${workbookOf(plan, plans)}  the same of plan ${plan.plan_id}`),
    `${databaseName}  DuckDB database with every table and the views of the site (marts)`,
    'parquet/*.parquet, csv/*.csv  each table in two forms, with the same content',
    'csv/facts-ja.csv  every value of every table in a row of its own (facts), with Japanese heads, for a pivot',
    'datapackage.json, csvw.json  what tables and columns mean (Data Package 2.0, CSV on the Web)',
    'dcat.jsonld  description for a data catalogue (DCAT, PROV)',
    'manifest.json  size, rows and SHA-256 of every file',
    `Tables: ${allTables.map(({ name }) => name).join(', ')}`,
    '',
    'Money is whole yen, a fiscal year is the western year in which it starts (April). An empty cell means that the',
    'document does not state the value; it is never 0.',
    '',
    'HOW A NUMBER IS TRACED',
    'Every row has the place of the words that it was read from: source_line, source_column, source_end_line,',
    'source_end_column. The lines of the document are in source_lines, untouched. A column whose name ends in _figure_no',
    'leads to the number (figures.figure_no) in which its value is written. Contradictions within the document are in',
    'checks; no number was corrected.',
    '',
    'LICENCE',
    `Code (${tool.name} ${tool.version}): ${tool.license} (${licenceName}).`,
    ...licences(plans, 'Data'),
    'The data are facts and figures read from the document. Name the document and its edition as the source; for the',
    'document itself, the terms of its publisher hold.',
    ...(plans.some(isDigest) ? ['A digest is no publication of those who published the document.'] : []),
  ]
}

const allTables = Object.values<Table>(published)

function isDigest({ edition }: Row<'plans'>): boolean {
  return edition === 'digest'
}

/** The licences that are said, one line where all plans have the same. */
function licences(plans: readonly Row<'plans'>[], name: string): string[] {
  const one = alike(plans, 'licence')
  if (one !== null) return [`${name}: ${one}`]
  const named = plans.filter(({ licence }) => licence !== null)
  return named.map((plan) => `${name} (${nameOf(plan)}): ${plan.licence}`)
}

function nameOf({ title, plan_id }: Row<'plans'>): string {
  return title ?? plan_id
}
