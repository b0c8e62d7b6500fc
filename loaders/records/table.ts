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

/** What a measured value is, as the table of facts says, with its Japanese name. */
export const bases = {
  actual: '実績',
  planned: '計画',
  target: '目標',
  printed: '文書で公表された計や率',
  computed: 'ほかの値から再計算した値',
} as const

export type Basis = keyof typeof bases

/** A word for a row: the value of one of its columns, or what `names` calls that value. */
export interface WordOf<W extends string = string> {
  readonly column: string
  readonly names?: Readonly<Record<string, W>>
}

/** What the values of a column are in the table of facts. */
export interface Measure {
  /** its Japanese name, which no other measure has */
  readonly title: string
  readonly basis: Basis | WordOf<Basis>
  /** the unit of each row, where the column has none of its own */
  readonly unit?: WordOf
  /** whether values may be added up; `inUnit` where only those of one unit may */
  readonly isAdditive: boolean | { readonly inUnit: string }
  /** the rows whose value is what there is in a year, not what came in it: those with this word in a column. Years of them are never added up */
  readonly isStock?: { readonly column: string; readonly word: string }
  /** whether values sum up others that are facts too */
  readonly isTotal?: true
}

/**
 * What the rows of a table with measured columns are in the table of facts. Conditions are SQL, in which `own` is the
 * row.
 */
export interface FactRows {
  /** the row's own name: its label, claim or course */
  readonly detail?: WordOf
  /** what parts rows of one name: a region, a session */
  readonly dimension?: WordOf
  /** when `whole`, a row of the same plan, item and fiscal year, holds the row */
  readonly isPartOf?: string
  /** when the row sums up others */
  readonly isTotal?: string
  /** when the row is counted elsewhere */
  readonly isRepeat?: string
  /** whether nothing is added up of an item whose `effects_open` says why not */
  readonly isOpenable?: true
}

interface AnyColumn {
  readonly name: string
  readonly title: string
  readonly description: string
  /** never NULL */
  readonly required?: true
  readonly values?: readonly string[]
  readonly minimum?: number
}

/** A number with a unit or with decimals: what it measures, or null where it only says again what others do. */
type MeasuringColumn = { readonly measure: Measure | null } & (
  | { readonly type: 'BIGINT' | 'DOUBLE'; readonly unit?: string }
  | { readonly type: 'INTEGER'; readonly unit: string }
)

interface OtherColumn {
  readonly type: Exclude<keyof SqlValues, 'BIGINT' | 'DOUBLE'>
  readonly unit?: undefined
  readonly measure?: undefined
}

/**
 * One column as it is published: name, type, Japanese title and description, unit, what values it may hold, and what
 * they measure.
 */
export type Column = AnyColumn & (MeasuringColumn | OtherColumn)

/** Columns that lead from a row to that of another table whose key they hold; none where one of them is NULL. */
export interface Reference {
  readonly columns: readonly string[]
  readonly table: string
  /** the document may name a row that it does not have */
  readonly mayLeadNowhere?: true
}

/** One published table: its grain in Japanese, its columns in order, the columns of its key. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly grain: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly references?: readonly Reference[]
  readonly facts?: FactRows
}

/** Whether columns of a table are never NULL. */
export function isRequired({ columns }: Table, names: readonly string[]): boolean {
  return names.every((name) => columns.find((column) => column.name === name)?.required)
}

/** The references of a table that always lead to a row, those of its columns `…figure_no` to `figures` of its plan among them. */
export function sureReferences({ name, columns, references = [] }: Table): readonly Reference[] {
  const declared = references.filter(({ mayLeadNowhere }) => !mayLeadNowhere)
  const isOfPlan = columns.some((column) => column.name === planId.name)
  const ofFigures = name === 'items' || !isOfPlan ? [] : columns.filter((column) => column.name.endsWith('_figure_no'))
  return [...declared, ...ofFigures.map((column) => ({ columns: ['plan_id', column.name], table: 'figures' }))]
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

/** The lines and columns of the words of the document that a row was read from. */
export const linesAndColumns = [
  place('source_line', '開始行', '根拠の文が始まる行 (1から)'),
  place('source_column', '開始桁', '根拠の文が始まる桁 (1から、UTF-16単位)'),
  place('source_end_line', '終了行', '根拠の文が終わる行'),
  place('source_end_column', '終了桁', '根拠の文が終わる桁 (その桁を含まない)'),
] as const

/** Where words stand in a file that has pages or cells; NULL where it is text. */
export const placeInFile = [
  column('source_page', 'INTEGER', 'ページ', '根拠の文が始まるページ、シート、表の番号 (source_pages.page_no)。文字だけの文書なら NULL', { minimum: 1 }),
  column(
    'source_box',
    'VARCHAR',
    '枠',
    '根拠の文のある範囲。印刷の1行に1つ、ページ:左,上,幅,高さ (ページの左上から、ポイント)、「;」でつなぐ。PDF のほかは NULL',
  ),
  column('source_cell', 'VARCHAR', 'セル', '根拠の文が始まるセル (No.19!J12) か、Word の表の枠 (表3 行4 枠2)。PDF と文字だけの文書なら NULL'),
] as const

/** The provenance columns of tables whose rows were read from words of the document. */
export const provenance = [...linesAndColumns, ...placeInFile] as const

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
): { readonly name: N; readonly type: T; readonly title: string; readonly description: string } & NoInfer<O> {
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

/** `<name>_unified`: the name in the column `name`, whose Japanese title is given, in the one spelling of {@link unifiedName}. */
export function unified<const N extends string>(name: N, title: string) {
  return column(`${name}_unified`, 'VARCHAR', `${title}の統一表記`, unifiedMeaning)
}

/** `<name>_unified` of a column that holds a list of names. */
export function unifiedList<const N extends string>(name: N, title: string) {
  return column(`${name}_unified`, 'VARCHAR[]', `${title}の統一表記`, unifiedMeaning)
}

const unifiedMeaning = '書き方の違い (全角と半角、空白、括弧、部の位置) をそろえた名前。同じものを集めるのに使う'

/** `<name>_source_…`: the place of the words in the column `name`, whose Japanese title is given; as the four columns of a row's place. */
export function placeOf<const N extends string>(name: N, title: string) {
  const at = <const P extends string>(part: P, words: string) =>
    column(`${name}_source_${part}`, 'INTEGER', `${title}の${words}`, `${title}の文の${words}。なければ NULL`, { minimum: 1 })
  return [at('line', '開始行'), at('column', '開始桁'), at('end_line', '終了行'), at('end_column', '終了桁')] as const
}

/** `item_no` of a table whose rows may stand outside items. */
export const optionalItemNo = column('item_no', 'INTEGER', '項目番号', '改革項目の番号。項目の外なら NULL', { minimum: 1 })

/** `fiscal_year` of a table whose rows may belong to no year. */
export const optionalFiscalYear = column('fiscal_year', 'INTEGER', '年度', '文が報告する年度 (西暦)。年度に属さなければ NULL')

/** What columns have in common: never NULL, whole yen, percent as printed, numbers of people. */
export const required = { required: true } as const
export const yen = { unit: '円' } as const
export const percent = { unit: '%' } as const
export const people = { unit: '人', minimum: 0 } as const

/** A number that says again what a measured column does, or by how much two differ. */
export const notMeasured = { measure: null } as const

/** `item_title` of a view: the title of the item beside its number. */
export const itemTitleColumn = column('item_title', 'VARCHAR', '項目名', '改革項目の名前')

/** The reference of a table whose rows belong to an item. */
export const ofItem = [{ columns: ['plan_id', 'item_no'], table: 'items' }] as const

/** The reference of a table whose rows belong to the plan. */
export const ofPlan = [{ columns: ['plan_id'], table: 'plans' }] as const

/** `series` of a plan and of what is stated in it. */
export const seriesColumn = column(
  'series',
  'VARCHAR',
  'シリーズ',
  '同じプランの版をまとめる名前: 団体コードか自治体名と、第何次か (なければ初年度)。自治体がわからなければプランID',
  required,
)
