import type { Column } from '../records/table.ts'

/**
 * How a text begins that Excel would run as a formula, or that a guarded one begins with: any apostrophes, then = + - @, one
 * of their full-width forms, a tab or a carriage return. Written so that JavaScript and DuckDB read it alike.
 */
export const csvGuarded = String.raw`^'*[=+\-@＝＋－＠\t\r]`

/** What a reader of the CSV files has to know of it, in Japanese. */
export const csvGuardNote =
  "= + - @ (全角も)、タブ、復帰 (CR) で始まる文字は、Excelが式として実行しないように、どのCSVでも頭に ' を1つ付けてある。" +
  "初めから ' の後にこれらが続く文字にも1つ付けたので、' の後にこれらが続くセルから頭の ' を1つ取ると元の文字に戻る。"

const guarded = new RegExp(csvGuarded)

/** A text as a cell of CSV holds it, before it is quoted: with one apostrophe more where Excel would run it. */
export function csvWords(text: string): string {
  return guarded.test(text) ? `'${text}` : text
}

/** Whether the cells of a column may be guarded: its texts are not from a list of the dictionary. */
export function mayBeGuarded({ type, values }: Column): boolean {
  return type.startsWith('VARCHAR') && values === undefined
}
