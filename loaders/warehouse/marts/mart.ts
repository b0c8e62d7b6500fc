import type { Formula } from '../formula.ts'

/** What the values of a mart's column are in TypeScript; `keys` are keys of rows that a value was computed from, `key` of one. */
interface Values {
  text: string
  number: number
  flag: boolean
  day: string
  key: RowKey
  keys: readonly RowKey[]
}

/** The key of a row without its plan, where its relation holds rows of one plan: a value for each column of the key. */
export type RowKey = Readonly<Record<string, string | number | null>>

/** A column of a mart: what it holds, its title, unit, whether it may be NULL, and how it is computed where it is. */
export interface MartColumn {
  readonly kind: keyof Values
  readonly title: string
  readonly unit?: string
  readonly nullable?: true
  readonly formula?: Formula
  /** the Japanese words for each of its codes */
  readonly labels?: Readonly<Record<string, string>>
}

/** What a column is beyond its title, in Japanese: how it is computed, and what its codes mean. */
export function meaningOf({ formula, labels = {} }: MartColumn): string[] {
  const codes = Object.entries(labels).map(([code, label]) => `${code} ${label}`)
  return [...(formula ? [formula.words] : []), ...(codes.length > 0 ? [codes.join('、')] : [])]
}

/** A view made for pages (`marts/<name>.sql`): its title, its grain in Japanese, and its columns; `plan_id` leads each and is not listed. */
export interface Mart {
  readonly title: string
  readonly grain: string
  /** set where its rows lead from plan to plan: the pages of a plan see those of all plans that share an item with it, and keys have the plan too */
  readonly isAcrossPlans?: true
  readonly columns: Readonly<Record<string, MartColumn>>
}

type Cell<C extends MartColumn> = Values[C['kind']] | (C extends { nullable: true } ? null : never)

/** The row that a mart's definition describes, with the plan that it is of. */
export type RowOfMart<M extends Mart> = { readonly plan_id: string } & { readonly [N in keyof M['columns']]: Cell<M['columns'][N]> }

type More = Omit<MartColumn, 'kind' | 'title'>

function columnOf<const K extends keyof Values>(kind: K) {
  return <const O extends More = object>(title: string, more?: O): { readonly kind: K; readonly title: string } & O => ({ kind, title, ...(more as O) })
}

export const text = columnOf('text')
export const number = columnOf('number')
export const flag = columnOf('flag')
export const day = columnOf('day')
export const key = columnOf('key')
export const keys = columnOf('keys')

/** A column that may be NULL. */
export const nullable = { nullable: true } as const

export const itemNo = number('項目番号')
/** The fiscal year of a row and, beside it, the same by its era; a mart that has both gets the second from the first. */
export const inFiscalYear = { fiscal_year: number('年度'), era_label: text('年度 (和暦)') } as const

/** The same of a row that may belong to no year. */
export const maybeInFiscalYear = { fiscal_year: number('年度', nullable), era_label: text('年度 (和暦)', nullable) } as const

/** `<name>_figure_no`: the number of the document that states the column `<name>`; NULL where none does. */
export function figureNo<const T extends string>(title: T) {
  return number(`${title}の数字番号`, nullable)
}

/** The four columns of a place in the document. */
export const place = {
  source_line: number('開始行'),
  source_column: number('開始桁'),
  source_end_line: number('終了行'),
  source_end_column: number('終了桁'),
} as const
