import { column, itemNo, itemTitleColumn, linesAndColumns, ofItem, optionalFiscalYear, planId, required, type Table } from '../records/table.ts'
import { literal } from './sql-words.ts'

/** The texts of a kind: their table, the column that holds them, and what the names of the columns of their place begin with. */
interface Source {
  title: string
  table: 'items' | 'schedules' | 'initiatives' | 'results' | 'reviews' | 'effects'
  text: string
  place?: string
  where?: string
}

/** Every kind of text, in the order in which an item has them. */
const sources = {
  title: { title: '項目名', table: 'items', text: 'title' },
  goal: { title: '改善・推進目標', table: 'items', text: 'goal', place: 'goal_' },
  workstream: { title: '改善・推進の内容', table: 'schedules', text: 'workstream', place: 'workstream_' },
  initiative: { title: '主な取組内容', table: 'initiatives', text: 'text' },
  heading: { title: '実績の小見出し', table: 'results', text: 'heading', place: 'heading_' },
  result: { title: '実績', table: 'results', text: 'text' },
  achieved: { title: '達成できたこと', table: 'reviews', text: 'text', where: "kind = 'achieved'" },
  not_achieved: { title: '達成できなかったこと', table: 'reviews', text: 'text', where: "kind = 'not_achieved'" },
  next: { title: '今後の課題', table: 'reviews', text: 'text', where: "kind = 'next'" },
  effect: { title: '効果の名前', table: 'effects', text: 'label', place: 'label_' },
} as const satisfies Readonly<Record<string, Source>>

const kinds = Object.entries<Source>(sources)

/** The view of every text of an item, each once. */
export const sentences = {
  name: 'sentences',
  title: '文の一覧',
  grain: '項目の文 (項目名、目標、取組、実績、振り返りなど) 1つに1行。どの表の文も、項目名と場所を添えて並べる',
  key: [],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    itemTitleColumn,
    optionalFiscalYear,
    column('era_label', 'VARCHAR', '年度 (和暦)', '元号で書いた年度 (令和2年度)'),
    column('kind', 'VARCHAR', '種類', kinds.map(([kind, { title }]) => `${kind} ${title}`).join('、'), {
      ...required,
      values: Object.keys(sources) as (keyof typeof sources)[],
    }),
    column('text', 'VARCHAR', '文', '文書の文', required),
    ...linesAndColumns,
  ],
} as const satisfies Table

/** The query that the view `sentences` is. */
export function sentencesQuery(): string {
  return `WITH texts AS (
${kinds.map(textsOf).join('\n  UNION ALL\n')}
)
SELECT texts.plan_id, texts.item_no, items.title AS item_title, fiscal_year, era_label(fiscal_year) AS era_label, kind, texts.text, ${placeOf('texts.')}
FROM texts
JOIN items USING (plan_id, item_no)
ORDER BY plan_id, item_no, texts.source_line, texts.source_column`
}

/** The texts of a kind; those that several rows have, such as a heading, once by their place. */
function textsOf([kind, { table, text, place = '', where = 'true' }]: [string, Source]): string {
  const year = table === 'results' || table === 'effects' ? 'fiscal_year' : 'NULL::INTEGER'
  const once = place === '' ? '' : 'DISTINCT '
  const columns = `plan_id, item_no, ${year} AS fiscal_year, ${literal(kind)} AS kind, ${text} AS text, ${placeOf(place)}`
  return `  SELECT ${once}${columns} FROM ${table} WHERE ${text} IS NOT NULL AND ${where}`
}

function placeOf(prefix: string): string {
  return linesAndColumns.map(({ name }) => `${prefix}${name} AS ${name}`).join(', ')
}
