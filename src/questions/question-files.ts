import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../loaders/warehouse/marts.ts'
import { parseQuestion, type Question } from './questions.ts'

/** The order in which the questions are offered; one that is not listed comes after. */
const order = [
  'effect-changes',
  'plans-and-actuals',
  'collections-by-claim',
  'ratings-and-effects',
  'published-and-computed',
  'figure-sources',
  'not-achieved-and-next',
  'tables-and-columns',
]

/** The ready questions, a file each. */
export function readQuestions(): Question[] {
  const folder = join(projectRoot(), 'src', 'questions')
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.sql$/.exec(file)?.[1] ?? [])
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return names.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).map((name) => parseQuestion(name, readFileSync(join(folder, `${name}.sql`), 'utf8')))
}
