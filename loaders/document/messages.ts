import { placeInWords } from './drawn.ts'
import type { Report } from './report.ts'
import { visible } from './visible.ts'
import type { Words } from './words.ts'

/**
 * The messages of a report in the order of their places, a line each, for a terminal: `file:line:column: 注意: … [rule]`, or
 * `plan.pdf:4頁: …` and `plan.xlsx:No.19!J12: …` where the file has pages or cells, `plan.pdf: …` of the whole of it.
 */
export function formatMessages(report: Report): string {
  const lines = report.file.messages.map((message) => ({
    line: message.line ?? 1,
    column: message.column ?? 1,
    place: placeOf(report, message),
    text: `${message.fatal ? 'エラー' : '注意'}: ${message.reason} [${message.ruleId}]`,
  }))
  return lines
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ place, text }) => `${visible(`${report.file.path}:${place} ${text}`)}\n`)
    .join('')
}

/** The place of a message with a colon behind; nothing for what is said of a whole file that is no text. */
function placeOf(report: Report, message: Report['file']['messages'][number]): string {
  const inFile = report.placeInFile(message)
  if (inFile !== undefined) return `${inFile}:`
  return message.line === undefined && !report.hasLines ? '' : `${message.line ?? 1}:${message.column ?? 1}:`
}

/** Where words begin, as messages say it: `line:column`, or the page or cell of a file that has some. */
export function pointInWords({ place: { start }, placeInFile }: Words): string {
  return (placeInFile && placeInWords(placeInFile)) ?? `${start.line}:${start.column}`
}
