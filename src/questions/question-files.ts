import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { parseQuestion, type Question } from './questions.ts'

/** The ready questions in the order in which they are offered: each `questions/<name>.sql`. */
export const questionNames = [
  'effect-changes',
  'plans-and-actuals',
  'collections-by-claim',
  'ratings-and-effects',
  'published-and-computed',
  'figure-sources',
  'not-achieved-and-next',
  'tables-and-columns',
] as const

/** The ready questions, a file each. */
export function readQuestions(): Question[] {
  const folder = join(projectRoot(), 'src', 'questions')
  return questionNames.map((name) => parseQuestion(name, readFileSync(join(folder, `${name}.sql`), 'utf8')))
}
