import { type Before, type Case, type Problem, placedRows } from './case.ts'
import { coverageProblems } from './coverage-laws.ts'
import { digitProblems } from './digit-laws.ts'
import { figureProblems } from './figure-laws.ts'
import { figureNumberProblems, landingProblems } from './figure-number-laws.ts'
import { operandProblems } from './operand-laws.ts'
import { neighbourProblems, ownerProblems } from './owner-laws.ts'
import type { FuzzReading } from './reading.ts'
import { storeProblems } from './store-laws.ts'
import { placed, Text } from './text.ts'
import { printedProblems } from './value-laws.ts'

const slowest = 2000

/** What is wrong with the reading of a text; `before` where nothing but pages was left out of a document. */
export function problemsOf(raw: string, reading: FuzzReading, before?: Before): Problem[] {
  const { result, report, thrown, milliseconds } = reading
  if (thrown !== undefined) return [thrownProblem(thrown)]
  if (milliseconds > slowest) return [{ law: 'time', sign: '', detail: `${milliseconds.toFixed(0)} ms` }]
  const text = new Text(raw)
  const { messages } = report.file
  const misplaced = messageProblems(text, messages)
  if (report.hasErrors || misplaced.length > 0) return misplaced
  if (!result) return [{ law: 'refusal', sign: '', detail: 'nothing was read, and no error says why' }]
  const found: Case = { text, rows: result.rows, coverage: result.coverage, messages }
  return [
    ...figureProblems(found),
    ...figureNumberProblems(found),
    ...landingProblems(found),
    ...operandProblems(found),
    ...placeProblems(found),
    ...storeProblems(found),
    ...coverageProblems(found),
    ...printedProblems(found),
    ...ownerProblems(found),
    ...digitProblems(found),
    ...(before ? neighbourProblems(found, before) : []),
  ]
}

/** What a reader threw that is no refusal. */
export function thrownProblem(thrown: unknown): Problem {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return { law: 'throw', sign: error.message.replace(/\d+/g, '0'), detail: error.stack ?? error.message }
}

function messageProblems(text: Text, messages: Case['messages']): Problem[] {
  return messages.flatMap(({ place, ruleId, reason }) => {
    if (!place || !('start' in place) || place.start.offset !== undefined) return []
    return text.range(placed(place)) ? [] : [{ law: 'message-place', sign: String(ruleId), detail: `${JSON.stringify(place)}: ${reason}` }]
  })
}

/** Every place lies inside the document and holds something. */
function placeProblems({ text, rows }: Case): Problem[] {
  const lines = rows.sourceLines.flatMap((line, index) => (line.line_no === index + 1 && line.text === text.lines[index] ? [] : [line]))
  const rest = text.lines.slice(rows.sourceLines.length).filter((line) => line !== '')
  const misplaced = placedRows(rows).filter(({ row }) => !text.range(row))
  return [
    ...lines.slice(0, 1).map(({ line_no, text: read }) => ({ law: 'source-line', sign: '', detail: `line ${line_no}: ${read} ≠ ${text.lines[line_no - 1]}` })),
    ...rest.slice(0, 1).map((line) => ({ law: 'source-line', sign: 'missing', detail: `no row for: ${line}` })),
    ...misplaced.slice(0, 3).map(({ table, row }) => ({ law: 'place', sign: table, detail: JSON.stringify(row) })),
  ]
}
