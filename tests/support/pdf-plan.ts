import { documentText } from './documents.ts'
import { grid, words, writePdf } from './pdf-writer.ts'

const effectColumns = [20, 120, 180, 240, 340]
const effectRows = [110, 90, 70, 50]

const yen = (amount: number): string => `${amount.toLocaleString('en')}円`

/** A page of one item: its lines, and under them its effects in a table of four columns. */
function page(no: number): string {
  const years = { 令和2年度: `・${no}0件を処理した。`, 令和3年度: `・窓口を${no}か所とした。` }
  const lines = documentText({ no, departments: '総務課', initiatives: '①窓口の見直し', years, achieved: '・早く済んだ。' })
    .split('\n')
    .slice(no === 1 ? 0 : 1)
  const cells = [
    ['取組による効果', '令和2年度', '削減額', yen(no * 1_250)],
    ['', '令和3年度', '削減額', yen(no * 12_500)],
    ['', '総計', '削減額', yen(no * 13_750)],
  ]
  const placed = cells.flatMap((row, index) => row.map((text, column) => words((effectColumns[column] ?? 0) + 4, (effectRows[index] ?? 0) - 14, text)))
  return [...lines.map((line, index) => words(20, 280 - 15 * index, line)), grid(effectColumns, effectRows), ...placed, words(195, 10, `- ${no} -`)].join('\n')
}

/** The bytes of a PDF of a plan with a page an item, each with two years, an amount of each and their total. */
export function pdfPlan(items: number): Uint8Array {
  return writePdf(Array.from({ length: items }, (_, index) => ({ content: page(index + 1) })))
}
