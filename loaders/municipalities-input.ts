import { existsSync } from 'node:fs'
import { VFile } from 'vfile'
import { isDay } from './document/publication.ts'
import { Report } from './document/report.ts'
import { type Municipality, municipalities } from './editions/municipalities.ts'
import { decode } from './formats/text.ts'
import { readRegular } from './regular-file.ts'

const maximumBytes = 2 ** 22
const heads = municipalities.columns.map(({ name }) => name)
/** A field of CSV with what ends it: text in quotes, in which two stand for one, or text without any. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** The municipalities of a CSV file whose heads are the columns of the table; none where there is no file. What is wrong is in the report, by its line. */
export async function readMunicipalities(path: string): Promise<{ report: Report; rows: Municipality[] }> {
  const report = new Report(new VFile({ path }))
  if (!existsSync(path)) return { report, rows: [] }
  const bytes = await readRegular(path, maximumBytes)
  if ('reason' in bytes) {
    report.error(bytes.ruleId, undefined, bytes.reason)
    return { report, rows: [] }
  }
  const [head, ...records] = parseCsv((decode(bytes).text ?? '').replace(/^\ufeff/, ''), report)
  if (head?.cells.join() !== heads.join()) report.error('invalid-municipalities', undefined, `1行目は ${heads.join(',')} とする`)
  if (report.hasErrors) return { report, rows: [] }
  const seen = new Set<string>()
  const rows = records.flatMap(({ cells, line }) => {
    const refuse = (reason: string) => report.error('invalid-municipalities', { line, column: 1 }, reason)
    const row = readRow(cells, refuse)
    if (row && seen.has(row.municipality_code)) refuse(`団体コード ${row.municipality_code} が2度ある`)
    if (row) seen.add(row.municipality_code)
    return row ?? []
  })
  return { report, rows }
}

/** A record of CSV: its cells, and the line on which it begins. */
interface CsvRecord {
  cells: string[]
  line: number
}

function parseCsv(text: string, report: Report): CsvRecord[] {
  const records: CsvRecord[] = []
  let [cells, line, startLine, at]: [string[], number, number, number] = [[], 1, 1, 0]
  while (at < text.length || cells.length > 0) {
    field.lastIndex = at
    const [whole, quoted, bare = '', end] = field.exec(text) ?? []
    if (whole === undefined) {
      report.error('invalid-municipalities', { line, column: 1 }, '引用符が閉じていないか、引用符の後に文字がある')
      return records
    }
    cells.push(quoted?.replaceAll('""', '"') ?? bare)
    line += whole.split('\n').length - 1
    at += whole.length
    if (end === ',') continue
    if (cells.join('') !== '') records.push({ cells, line: startLine })
    ;[cells, startLine] = [[], line]
  }
  return records
}

/** A row of the table; undefined where a cell is refused. */
function readRow(cells: readonly string[], refuse: (reason: string) => void): Municipality | undefined {
  const [code = '', name = '', prefecture = '', population = '', asOf = '', source = ''] = cells.map((cell) => cell.trim())
  const wrong = [
    cells.length === heads.length ? undefined : `欄が${cells.length}個ある。${heads.length}個とする`,
    /^\d{6}$/.test(code) ? undefined : '団体コードは検査数字を含む6桁の数字で書く',
    name === '' ? '自治体名がない' : undefined,
    /^\d{0,9}$/.test(population) ? undefined : '人口は数字だけで書く',
    asOf === '' || isDay(asOf) ? undefined : '人口の基準日は 2024-01-01 のように書く',
  ].find((reason) => reason !== undefined)
  if (wrong !== undefined) {
    refuse(wrong)
    return undefined
  }
  return {
    municipality_code: code,
    name,
    prefecture: prefecture || null,
    population: population === '' ? null : Number(population),
    population_as_of: asOf || null,
    source: source || null,
  }
}
