/** SQL types that the tables use, with the TypeScript value each holds. Dates are ISO 8601 text until they are stored. */
export interface SqlValues {
  VARCHAR: string
  INTEGER: number
  BIGINT: number
  DOUBLE: number
  BOOLEAN: boolean
  DATE: string
  'VARCHAR[]': string[]
  'INTEGER[]': number[]
}

/** Whether a column holds a list in each cell. */
export function isList(type: keyof SqlValues): boolean {
  return type.endsWith('[]')
}

/** One column as it is published: name, type, Japanese title and description, unit, and what values it may hold. */
export interface Column {
  readonly name: string
  readonly type: keyof SqlValues
  readonly title: string
  readonly description: string
  readonly unit?: string
  /** never NULL */
  readonly required?: true
  readonly values?: readonly string[]
  readonly minimum?: number
}

/** One published table: its grain in Japanese, its columns in order, the columns of its key. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly grain: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly references?: readonly { readonly columns: readonly string[]; readonly table: string }[]
}

/** The value of a column: one of its own where they are listed by name, else any of its type. */
type ValueOf<C extends Column> = C extends { values: readonly (infer V extends string)[] } ? V : SqlValues[C['type']]

type CellOf<C extends Column> = ValueOf<C> | (C extends { required: true } ? never : null)

/** The row that a table's definition describes, one property a column. */
export type RowOf<T extends Table> = { [C in T['columns'][number] as C['name']]: CellOf<C> }

/** `plan_id`, which leads every table. */
export const planId = {
  name: 'plan_id',
  type: 'VARCHAR',
  title: 'プランID',
  description: 'プランのフォルダ名',
  required: true,
} as const satisfies Column

/** `item_no` of a table whose rows belong to an item. */
export const itemNo = {
  name: 'item_no',
  type: 'INTEGER',
  title: '項目番号',
  description: '改革項目の番号 (No.)',
  required: true,
  minimum: 1,
} as const satisfies Column

/** `fiscal_year` of a table whose rows belong to a year. */
export const fiscalYear = {
  name: 'fiscal_year',
  type: 'INTEGER',
  title: '年度',
  description: '年度の始まる西暦年 (令和2年度 = 2020)',
  required: true,
} as const satisfies Column

/** The four provenance columns of tables whose rows were read from words of the document. */
export const provenance = [
  place('source_line', '開始行', '根拠の文が始まる行 (1から)'),
  place('source_column', '開始桁', '根拠の文が始まる桁 (1から、UTF-16単位)'),
  place('source_end_line', '終了行', '根拠の文が終わる行'),
  place('source_end_column', '終了桁', '根拠の文が終わる桁 (その桁を含まない)'),
] as const

function place<const N extends string>(name: N, title: string, description: string) {
  return { name, type: 'INTEGER', title, description, required: true, minimum: 1 } as const
}

/** A column with the words around it that a definition needs, so that a table reads as a list. */
export function column<const N extends string, const T extends keyof SqlValues, const O extends Partial<Column> = object>(
  name: N,
  type: T,
  title: string,
  description: string,
  more?: O,
): { readonly name: N; readonly type: T; readonly title: string; readonly description: string } & O {
  return { name, type, title, description, ...(more as O) }
}

/** `<name>_figure_no`: the number of the document that the column `name`, whose Japanese title is given, was read from. */
export function figureNo<const N extends string>(name: N, title: string) {
  const description = 'その値が書かれた数字 (figures.figure_no)。数字に書かれていなければ NULL'
  return column(`${name}_figure_no`, 'INTEGER', `${title}の数字番号`, description, { minimum: 1 })
}

/** `<name>_figure_nos`: the numbers of the document that were added up to the value of the column `name`. */
export function figureNos<const N extends string>(name: N, title: string) {
  const description = 'その値に足し合わせた数字 (figures.figure_no)。1つの数字に書かれていれば NULL'
  return column(`${name}_figure_nos`, 'INTEGER[]', `${title}の数字番号の並び`, description)
}
