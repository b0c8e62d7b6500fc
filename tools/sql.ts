import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { visibleLines } from '../loaders/document/visible.ts'
import { sayFailure } from '../loaders/failure.ts'
import { refuseOtherVersion } from '../loaders/warehouse/version.ts'
import { errorInWhole, errorText, type QueryError } from '../src/questions/errors.ts'
import { QueryFailure, runNative, writeParquet } from '../src/questions/native.ts'
import { readQuestions } from '../src/questions/question-files.ts'
import { chosenSql, type Question } from '../src/questions/questions.ts'
import { statementsOf, withParameters } from '../src/questions/statements.ts'
import { type Given, readArguments, usage } from './sql/arguments.ts'
import { openClosed } from './sql/closed.ts'
import { type Format, formatResult } from './sql/formats.ts'
import { type ParquetFile, parquetFile, putInPlace } from './sql/parquet-file.ts'
import { converse } from './sql/repl.ts'

/** Runs a query or a ready question on the warehouse, or converses where neither is given. */
export function main(words: string[]): Promise<number> {
  return sayFailure(() => ask(words))
}

async function ask(words: readonly string[]): Promise<number> {
  const questions = readQuestions()
  if (words.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usage(questions))
    return 0
  }
  const given = readArguments(words, questions)
  if (typeof given === 'string') {
    process.stderr.write(`${given}\n${usage(questions)}`)
    return 2
  }
  const path = join(given.warehouse, 'reform.duckdb')
  if (!existsSync(path)) {
    process.stderr.write(`${path} がない。先に npm start か npm run ingest を実行する\n`)
    return 1
  }
  const file = given.parquet === undefined ? undefined : parquetFile(given.parquet)
  const instance = await openClosed(path, file?.made)
  try {
    return await answer(await instance.connect(), given, questions, file)
  } catch (error) {
    return tellFailure(error)
  } finally {
    instance.closeSync()
  }
}

async function answer(connection: DuckDBConnection, given: Given, questions: readonly Question[], file: ParquetFile | undefined): Promise<number> {
  const plan = given.plan ?? (await firstPlan(connection, given.warehouse))
  const sqlOf = (question: Question) => chosenSql(question, { ...given.choices, plan })
  const run = (sql: string) => runAndPrint(connection, sql, given.format, file)
  if (given.question) return run(sqlOf(given.question))
  if (given.sql === undefined) return converse({ run, questions, sqlOf })
  const { item, year, department } = given.choices
  const values = Object.entries({ plan, item, year, department }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
  return run(withParameters(given.sql, Object.fromEntries(values)).sql)
}

/** The plan that a query is about where none is said; rejects with an `OutputError` where another version of the tool wrote the warehouse. */
async function firstPlan(connection: DuckDBConnection, warehouse: string): Promise<string> {
  try {
    return String((await runNative(connection, 'SELECT plan_id FROM plans WHERE is_current')).rows[0]?.[0])
  } catch (error) {
    await refuseOtherVersion(connection, warehouse, 'npm run ingest でもう一度書き出す')
    throw error
  }
}

/**
 * Prints what each statement of a text gives, an empty line between them, or writes what the last gives into a file; ends with
 * the first that gives nothing and says why. Says the exit code.
 */
async function runAndPrint(connection: DuckDBConnection, text: string, format: Format, file: ParquetFile | undefined): Promise<number> {
  const found = statementsOf(text)
  const statements = found.length === 0 ? [{ sql: text, start: 0 }] : found
  for (const [index, { sql, start }] of statements.entries()) {
    try {
      if (file !== undefined && index === statements.length - 1) {
        process.stderr.write(`${file.path}: ${await putInPlace(file, (made) => writeParquet(connection, sql, made))}行\n`)
        return 0
      }
      const result = await runNative(connection, sql)
      if (file === undefined) process.stdout.write((index > 0 ? '\n' : '') + forOutput(formatResult(result, format)))
    } catch (error) {
      return tellFailure(error, (query) => errorInWhole(query, text, (offset) => start + offset))
    }
  }
  return 0
}

function tellFailure(error: unknown, inWhole = (query: QueryError) => query): 1 {
  if (!(error instanceof QueryFailure)) throw error
  process.stderr.write(`${visibleLines(errorText(inWhole(error.query)))}\n`)
  return 1
}

/** A result as it is for another program; without control characters for a terminal. */
function forOutput(text: string): string {
  return process.stdout.isTTY ? visibleLines(text) : text
}
