import { literal } from '../../loaders/warehouse/sql-words.ts'

/** What can be chosen of a ready question; `plan` is always set, the others are all unless chosen. */
export const choiceTitles = { item: '項目', year: '年度', department: '担当課' } as const

export type ChoiceName = keyof typeof choiceTitles

/** What was chosen: the plan, and an item number, a western fiscal year or a department's name where there is one. */
export interface Choices {
  plan: string
  item?: number | undefined
  year?: number | undefined
  department?: string | undefined
}

/** A ready question: its name for the terminal, its title, what it answers, what can be chosen, and its SQL with placeholders. */
export interface Question {
  name: string
  title: string
  /** one sentence or more, in Japanese */
  description: string
  choices: readonly ChoiceName[]
  sql: string
}

const placeholder = /\$(plan|item|year|department)\b/g

/** Reads a question's file: its first comment line is the title, the comment lines under it the description. */
export function parseQuestion(name: string, text: string): Question {
  const lines = text.trimEnd().split('\n')
  const end = lines.findIndex((line) => !line.startsWith('--'))
  const [title = '', ...description] = lines.slice(0, end).map((line) => line.replace(/^--\s*/, ''))
  const names = new Set([...text.matchAll(placeholder)].map(([, placeholderName]) => placeholderName))
  const choices = (Object.keys(choiceTitles) as ChoiceName[]).filter((choice) => names.has(choice))
  return { name, title, description: description.join(''), choices, sql: lines.join('\n') }
}

/** A question's SQL with what was chosen written into it; a line whose choice is open is left out. */
export function chosenSql({ sql }: Question, choices: Choices): string {
  return sql
    .split('\n')
    .filter((line) => [...line.matchAll(placeholder)].every(([, name]) => choices[name as keyof Choices] !== undefined))
    .join('\n')
    .replace(placeholder, (_, name: keyof Choices) => choiceInSql(choices[name]))
}

function choiceInSql(value: string | number | undefined): string {
  return typeof value === 'number' ? String(value) : literal(String(value))
}
