import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'

const usage = `使い方: npm run sql -- "select …" [--csv] [--warehouse DIR]
  "select …"       reform.duckdb への問い合わせ (読み取りだけ)
  --csv            表の代わりにCSVで出す
  --warehouse DIR  ingest の出力先。初めは warehouse
`

/** Runs a query on the warehouse and prints its rows as a table or as CSV. */
export async function main(words: string[]): Promise<number> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const database = join(given.warehouse, 'reform.duckdb')
  if (!existsSync(database)) {
    process.stderr.write(`${database} がない。先に npm start か npm run ingest を実行する\n`)
    return 1
  }
  try {
    const { names, rows } = await query(database, given.sql)
    process.stdout.write(given.csv ? formatCsv(names, rows) : formatTable(names, rows))
    return 0
  } catch (error) {
    process.stderr.write(`問い合わせを実行できない: ${error instanceof Error ? error.message : error}\n`)
    return 1
  }
}

function readArguments(words: string[]): { sql: string; csv: boolean; warehouse: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { csv: { type: 'boolean', default: false }, warehouse: { type: 'string', default: 'warehouse' } },
    })
    const [sql, ...rest] = positionals
    return sql === undefined || rest.length > 0 ? undefined : { sql, csv: values.csv, warehouse: values.warehouse }
  } catch {
    return undefined
  }
}

async function query(database: string, sql: string): Promise<{ names: string[]; rows: (string | null)[][] }> {
  const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(sql)
  const rows = reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  connection.closeSync()
  instance.closeSync()
  return { names: reader.columnNames(), rows }
}

function formatCsv(names: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const cell = (text: string | null) => (text === null ? '' : /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text)
  return [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Columns aligned by display width; full-width characters take two. */
function formatTable(names: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const lines = [names, ...rows].map((row) => row.map((cell) => (cell ?? 'NULL').replace(/\s+/g, ' ')))
  const widths = names.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))))
  const isNumber = names.map((_, column) => rows.length > 0 && rows.every((row) => row[column] === null || /^-?[\d.]+$/.test(row[column] ?? '')))
  const format = (line: readonly string[]) =>
    line
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] as number) - displayWidth(cell))
        return isNumber[column] ? blanks + cell : cell + blanks
      })
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = lines
  return [format(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(format), `(${rows.length}行)`].join('\n').concat('\n')
}

function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1),
    0,
  )
}
