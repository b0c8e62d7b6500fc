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

/** The worked analyses in the order in which they are shown: each `questions/analyses/<name>.sql`. */
export const analysisNames = ['change-by-item', 'targets-reached', 'restated-values'] as const

/** The ready questions, a file each. */
export function readQuestions(): Question[] {
  return questionNames.map((name) => read(name))
}

/** The worked analyses, a file each, written as the ready questions are. */
export function readAnalyses(): Question[] {
  return analysisNames.map((name) => read(name, 'analyses'))
}

function read(name: string, folder = ''): Question {
  return parseQuestion(name, readFileSync(join(projectRoot(), 'src', 'questions', folder, `${name}.sql`), 'utf8'))
}
