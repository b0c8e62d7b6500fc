import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { published } from '../../loaders/warehouse/published.ts'
import type { Question } from '../../src/questions/questions.ts'

/** What a conversation needs: how a query is run (its exit code), and the ready questions. */
export interface Conversation {
  run(sql: string): Promise<number>
  questions: readonly Question[]
  sqlOf(question: Question): string
}

const greeting = `文は ; で終える。.tables 表、.questions よくある質問、.question 名前 その問いを実行、.quit 終わる\n`
const mostRemembered = 500

/** Reads statements line by line until the input ends; from a terminal with a prompt and a history, else quietly. */
export async function converse(conversation: Conversation): Promise<number> {
  const isTerminal = process.stdin.isTTY === true
  const history = isTerminal ? readHistory() : []
  const lines = createInterface({ input: process.stdin, output: isTerminal ? process.stdout : undefined, history, historySize: mostRemembered, completer })
  if (isTerminal) {
    process.stdout.write(greeting)
    lines.on('history', (entries: string[]) => writeHistory(entries))
  }
  const prompt = (text: string) => {
    lines.setPrompt(text)
    if (isTerminal) lines.prompt()
  }
  let code = 0
  let statement = ''
  prompt('reform> ')
  for await (const line of lines) {
    if (statement === '' && line.trim() === '.quit') break
    if (statement === '' && line.trim().startsWith('.')) code = Math.max(code, await command(line.trim(), conversation))
    else statement += `${line}\n`
    if (/;\s*$/.test(statement)) {
      code = Math.max(code, await conversation.run(statement))
      statement = ''
    }
    if (statement.trim() === '') statement = ''
    prompt(statement === '' ? 'reform> ' : '   ...> ')
  }
  lines.close()
  if (statement.trim() !== '') code = Math.max(code, await conversation.run(statement))
  return isTerminal ? 0 : code
}

async function command(words: string, { run, questions, sqlOf }: Conversation): Promise<number> {
  const [name, ...rest] = words.split(/\s+/)
  const question = questions.find((known) => rest[0] === known.name || rest[0] === known.title)
  if (name === '.question' && question) return run(sqlOf(question))
  if (name === '.tables')
    process.stdout.write(
      Object.values(published)
        .map((table) => `${table.name.padEnd(18)} ${table.title}: ${table.grain}\n`)
        .join(''),
    )
  else if (name === '.questions') process.stdout.write(questions.map((known) => `${known.name.padEnd(24)} ${known.title}\n`).join(''))
  else process.stdout.write(greeting)
  return 0
}

function completer(line: string): [string[], string] {
  const word = /\w*$/.exec(line)?.[0] ?? ''
  const names = Object.values(published).flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)])
  return [[...new Set(names)].filter((name) => name.startsWith(word)).sort(), word]
}

const historyFile = () => join(projectRoot(), 'build', 'sql-history')

function readHistory(): string[] {
  try {
    return readFileSync(historyFile(), 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** A history that cannot be stored is no reason to stop. */
function writeHistory(entries: readonly string[]): void {
  try {
    mkdirSync(dirname(historyFile()), { recursive: true })
    writeFileSync(historyFile(), entries.slice(0, mostRemembered).join('\n'))
  } catch {
    return
  }
}
