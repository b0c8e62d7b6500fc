import { mostPlanNo } from '../document/plan.ts'
import { updateCycles } from '../document/publication.ts'
import type { Words } from '../document/words.ts'
import type { Form } from '../forms/form.ts'
import { escapedWords } from '../structure/phrases.ts'
import { withoutAmounts } from '../vocabulary/amounts.ts'
import { type EffectRecord, effects } from './effects.ts'
import { seriesOf } from './plan-series.ts'
import { type Context, documentTable, type Explained, type Reading } from './reading.ts'
import { results } from './results.ts'
import { schedules } from './schedules.ts'
import { column, planId, required, seriesColumn, type Table } from './table.ts'

const definition = {
  name: 'plans',
  title: 'プラン',
  grain: 'プラン1件に1行',
  key: ['plan_id'],
  columns: [
    planId,
    column('title', 'VARCHAR', '名称', 'プランの名称'),
    column('plan_no', 'INTEGER', '次', '第何次のプランか'),
    column('municipality', 'VARCHAR', '自治体名', 'プランを定めた自治体'),
    column('municipality_code', 'VARCHAR', '団体コード', '全国地方公共団体コード6桁 (検査数字を含む)'),
    column('first_fiscal_year', 'INTEGER', '初年度', 'プランの最初の年度 (西暦)'),
    column('last_fiscal_year', 'INTEGER', '最終年度', 'プランの最後の年度 (西暦)'),
    column('edition', 'VARCHAR', '版', 'published 公表版、digest 要約版、sample 見本', { values: ['published', 'digest', 'sample'] }),
    column('source_name', 'VARCHAR', '原文の名前', '読み取った文書の名前', required),
    column('source_sha256', 'VARCHAR', '原文のSHA-256', '読み取った文書のバイト列のハッシュ', required),
    column('as_of_fiscal_year', 'INTEGER', '実績の最後の年度', '実績か効果の値がある最後の年度 (西暦)'),
    column('published_on', 'DATE', '公表日', '文書が公表された日'),
    column('source_url', 'VARCHAR', '公表ページ', '文書が公表されているページのアドレス'),
    column('licence', 'VARCHAR', 'データのライセンス', 'データを使ってよい条件。SPDXの名前 (CC-BY-4.0など) かアドレス'),
    column('publisher', 'VARCHAR', '公表者', 'データを公表する者'),
    column('contact', 'VARCHAR', '問い合わせ先', '名前 <メールかWebのアドレス>、またはそのどちらか'),
    column('issued', 'DATE', 'データの公開日', 'データを初めて公開した日'),
    column('modified', 'DATE', 'データの更新日', 'データを最後に直した日'),
    column('theme', 'VARCHAR', '分野', 'データの分野の名前、または分野を表すアドレス'),
    column('update_cycle', 'VARCHAR', '更新の頻度', 'annual 毎年、biennial 2年ごと、triennial 3年ごと、irregular 不定期など', {
      values: updateCycles,
    }),
    seriesColumn,
    column('is_current', 'BOOLEAN', '現行の版', 'シリーズの中で最も新しい版か。false の版の行は all_editions にだけある', required),
  ],
} as const satisfies Table

/** A plan. */
export type PlanRecord = Reading<typeof definition>

/** The row of a plan: what `plan.json` says, and what it does not, from the document's title and years. */
function readPlanRecord(context: Context): PlanRecord {
  const { plan, document, report, rows } = context
  reportUnknownItems(context)
  const { description } = plan
  const title = document.title && planTitle(document.title, document.form.form)
  const planNo = Number(document.title?.match(/(?:(?<!\d)第?\s*(?=\d+\s*次)|第\s*(?=\d+\s*期))(?<no>\d+)/d)?.form('no'))
  const years = [...rows(schedules), ...rows(results)].map(({ fiscal_year }) => fiscal_year)
  const reported = [...rows(results), ...rows(effects).filter(isStated)].map(({ fiscal_year }) => fiscal_year)
  const row = {
    title: description.title ?? title?.text ?? null,
    plan_no: description.planNo ?? (planNo <= mostPlanNo ? planNo : null),
    municipality: description.municipality,
    municipality_code: description.municipalityCode,
    first_fiscal_year: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    last_fiscal_year: latest(years),
    edition: description.edition,
    source_name: description.sourceName ?? report.file.basename ?? plan.planId,
    source_sha256: plan.sha256,
    as_of_fiscal_year: latest(reported),
    published_on: description.publishedOn,
    source_url: description.sourceUrl,
    licence: description.licence,
    publisher: description.publisher,
    contact: description.contact,
    issued: description.issued,
    modified: description.modified,
    theme: description.theme,
    update_cycle: description.updateCycle,
  }
  return { ...row, series: description.series ?? seriesOf({ plan_id: plan.planId, ...row }), is_current: true }
}

/** Says which items of `same_as` in plan.json the document has not. */
function reportUnknownItems({ plan, items, report }: Context): void {
  const known = new Set(items.flatMap(({ no, code }) => [String(no), code]))
  for (const item of Object.keys(plan.description.sameAs).filter((item) => !known.has(item)))
    report.warn('item-lineage', undefined, `plan.json の same_as にある項目番号「${item}」は、この文書にない`)
}

function latest(years: readonly number[]): number | null {
  return years.reduce<number | null>((last, year) => Math.max(last ?? year, year), null)
}

function isStated({ amount_yen, quantity }: EffectRecord): boolean {
  return amount_yen !== null || quantity !== null
}

/** The plan's name in the document's title: the words up to プラン, 計画 or what else the form has, and a bracket with its number: 計画（第3期）. */
function planTitle(title: Words, { titles }: Form): Words {
  const name = title.match(new RegExp(String.raw`^.*?(?:${escapedWords(titles)})(?:\s*\(\s*第?\s*\d+\s*[次期]\s*\))?`))
  return name ? title.slice(0, name.end) : title
}

/** The title and the table of contents are names. */
function explainContents({ document: { title, contentsHead, contents } }: Context): Explained[] {
  const rows = contents.flatMap(({ title, department }) => [...withoutAmounts(title), ...(department ? [department] : [])])
  return [...(title ? [title] : []), ...contentsHead.map(({ words }) => words), ...rows].map((words) => ({ words, reason: 'name' }))
}

/** プラン, one row. */
export const plans = documentTable(definition, (context) => [readPlanRecord(context)], explainContents)
