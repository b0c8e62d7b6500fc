import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { visibleLines } from '../loaders/document/visible.ts'
import { sayFailure } from '../loaders/failure.ts'
import { refuseOtherVersion } from '../loaders/warehouse/version.ts'
import { errorText } from '../src/questions/errors.ts'
import { QueryFailure, runNative, writeParquet } from '../src/questions/native.ts'
import { readQuestions } from '../src/questions/question-files.ts'
import { chosenSql, type Question } from '../src/questions/questions.ts'
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
  return given.sql === undefined ? converse({ run, questions, sqlOf }) : run(given.sql)
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

/** Prints what a query gives or writes it into a file, or says why it gives nothing; says the exit code. */
async function runAndPrint(connection: DuckDBConnection, sql: string, format: Format, file: ParquetFile | undefined): Promise<number> {
  try {
    if (file === undefined) process.stdout.write(forOutput(formatResult(await runNative(connection, sql), format)))
    else process.stderr.write(`${file.path}: ${await putInPlace(file, (made) => writeParquet(connection, sql, made))}行\n`)
    return 0
  } catch (error) {
    return tellFailure(error)
  }
}

function tellFailure(error: unknown): 1 {
  if (!(error instanceof QueryFailure)) throw error
  process.stderr.write(`${visibleLines(errorText(error.query))}\n`)
  return 1
}

/** A result as it is for another program; without control characters for a terminal. */
function forOutput(text: string): string {
  return process.stdout.isTTY ? visibleLines(text) : text
}
