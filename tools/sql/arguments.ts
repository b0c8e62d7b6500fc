import { parseArgs } from 'node:util'
import { type Choices, choiceTitles, type Question } from '../../src/questions/questions.ts'
import { parametersOf } from '../../src/questions/statements.ts'
import type { Format } from './formats.ts'

/** What the command was asked for; without a query and a question it converses. */
export interface Given {
  sql: string | undefined
  question: Question | undefined
  choices: Omit<Choices, 'plan'>
  /** the plan of a question; undefined for the last one of the warehouse */
  plan: string | undefined
  format: Format
  parquet: string | undefined
  warehouse: string
}

const options = {
  question: { type: 'string' },
  item: { type: 'string' },
  year: { type: 'string' },
  department: { type: 'string' },
  plan: { type: 'string' },
  csv: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  parquet: { type: 'string' },
  warehouse: { type: 'string', default: 'warehouse' },
} as const

/** The words of the command, with the ready questions. */
export function usage(questions: readonly Question[]): string {
  return `使い方: npm run sql -- ["select …" | --question 問い] [--csv | --json | --parquet ファイル] [--warehouse DIR]
  "select …"         reform.duckdb への問い合わせ (読み取りだけ)。; で区切れば、文ごとに結果を出す。
                     問い合わせも問いもなければ対話になる
  --question 問い    よくある質問。名前か題で選ぶ
  --item N           問いを項目番号で絞る。自分の問い合わせでは $item の値 (--year、--department、--plan も)
  --year N           問いを年度 (西暦) で絞る
  --department 課    問いを担当課で絞る
  --plan ID          問いのプラン。初めは最初に読んだプラン
  --csv, --json      表の代わりにCSV、JSONで出す
  --parquet ファイル 行をParquetのファイルに書く
  --help             この説明
  --warehouse DIR    ingest の出力先。初めは warehouse
よくある質問:
${questions.map(({ name, title, choices }) => `  ${name.padEnd(24)} ${title}${choices.length > 0 ? ` (--${choices.join(', --')})` : ''}\n`).join('')}`
}

/** Reads the command's words; a text says what is wrong with them. */
export function readArguments(words: readonly string[], questions: readonly Question[]): Given | string {
  const parsed = parse(words)
  if (parsed === undefined) return '読めない引数がある。'
  const { values, positionals } = parsed
  const [sql, ...rest] = positionals
  if (rest.length > 0) return '問い合わせは1つだけ、引用符で囲んで書く。'
  if (sql !== undefined && values.question !== undefined) return '問い合わせと --question は、どちらか1つにする。'
  if ([values.csv, values.json, values.parquet !== undefined].filter(Boolean).length > 1) return '--csv、--json、--parquet は、どれか1つにする。'
  const question = questions.find(({ name, title }) => values.question === name || values.question === title)
  if (values.question !== undefined && !question) return `「${values.question}」という問いはない。`
  const choices = readChoices(values, question?.choices ?? parametersOf(sql ?? ''))
  if (typeof choices === 'string') return choices
  const format = values.csv ? 'csv' : values.json ? 'json' : 'table'
  return { sql, question, choices, plan: values.plan, format, parquet: values.parquet, warehouse: values.warehouse }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options })
  } catch {
    return undefined
  }
}

function readChoices(values: { item?: string; year?: string; department?: string }, known: readonly string[]): Given['choices'] | string {
  for (const name of Object.keys(choiceTitles) as (keyof typeof choiceTitles)[]) {
    if (values[name] !== undefined && !known.includes(name)) return `--${name} (${choiceTitles[name]}) で絞れる問いではない。`
  }
  for (const name of ['item', 'year'] as const) if (values[name] !== undefined && !/^\d+$/.test(values[name])) return `--${name} には数字を書く。`
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return { item: number(values.item), year: number(values.year), department: values.department }
}
