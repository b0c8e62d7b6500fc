import writeExcelFile from 'write-excel-file/universal'
import { type Result, type Value, valueText } from '../questions/values.ts'

const headStyle = { fontWeight: 'bold', backgroundColor: '#e8f1fe' } as const
/** Whole numbers beyond these lose digits in Excel, which computes in double precision: they are written as text. */
const greatest = 999_999_999_999_999

/** A result as an Excel file of one sheet: its names in bold over its rows; the query on a second sheet. */
export function resultWorkbook({ columns, rows }: Result, sql: string): Promise<Blob> {
  const data = [
    columns.map(({ name }) => ({ value: name, ...headStyle })),
    ...rows.map((row) => row.map((value, index) => excelCell(value, columns[index]?.isNumeric ?? false))),
  ]
  const widths = columns.map(({ name, isNumeric }) => ({ width: isNumeric ? 16 : Math.max(12, name.length * 2) }))
  return writeExcelFile([
    { data, sheet: '結果', columns: widths, stickyRowsCount: 1 },
    { data: sql.split('\n').map((line) => [line]), sheet: 'SQL', columns: [{ width: 100 }] },
  ]).toBlob()
}

function excelCell(value: Value, isNumeric: boolean): string | number | boolean | { value: number; format: string } | null {
  if (value === null || typeof value === 'boolean') return value
  if (!isNumeric) return valueText(value)
  const number = Number(value)
  if (!Number.isFinite(number) || Math.abs(number) > greatest) return String(value)
  return Math.abs(number) >= 10_000 && Number.isInteger(number) ? { value: number, format: '#,##0' } : number
}
