import type { Words } from '../document/words.ts'
import { type Item, partOf } from '../structure/item.ts'
import { filledCells } from '../structure/rows.ts'
import { withoutAmounts } from '../vocabulary/amounts.ts'
import { wholeDepartment } from '../vocabulary/departments.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import { openEffects } from './effects.ts'
import { isComplete } from './parts.ts'
import { readRating } from './rating.ts'
import { type Context, type Explained, itemTable, type Reading } from './reading.ts'
import { readGoal } from './schedules.ts'
import { placeColumns } from './stated.ts'
import { column, itemNo, ofPlan, planId, provenance, required, type Table, unified, unifiedList } from './table.ts'

const definition = {
  name: 'items',
  title: '改革項目',
  grain: '改革項目1件に1行',
  key: ['plan_id', 'item_no'],
  references: ofPlan,
  columns: [
    planId,
    itemNo,
    column('title', 'VARCHAR', '項目名', '改革項目の名前'),
    column('lead_department', 'VARCHAR', '記入担当課', '目次にある記入担当課。目次がなければ担当課の最初'),
    column('departments', 'VARCHAR[]', '担当課', '項目の見出しにある担当課、書かれた順'),
    column('goal', 'VARCHAR', '改善・推進目標', '改善・推進目標の文'),
    column('rating', 'VARCHAR', '総括評価', 'プラン期間の評価 (公表どおり)'),
    column('next_plan', 'BOOLEAN', '次期プランへ', '最後の課題一覧が次期プランのものか。「引き続き」の課題なら false'),
    column('complete', 'BOOLEAN', '欠けなし', '見出しから評価まで、あるべき部分が文書にそろっているか', required),
    ...provenance,
    column('rating_source_line', 'INTEGER', '評価の行', '評価の文字がある行'),
    column('rating_source_column', 'INTEGER', '評価の桁', '評価の文字がある桁'),
    column('goal_source_line', 'INTEGER', '目標の行', '改善・推進目標が始まる行'),
    column('goal_source_column', 'INTEGER', '目標の桁', '改善・推進目標が始まる桁'),
    column('effects_open', 'VARCHAR', '合計できない理由', '効果額に、何の額か決められないものがあるとき、そのわけ。この項目の効果額はどの合計にも入れない'),
    column('item_code', 'VARCHAR', '見出しの番号', '項目の見出しにある番号 (3、1-(2)-①、R2-4)。整数でない番号の文書では項目番号は順番'),
    column('theme', 'VARCHAR', '体系', '項目の上にある見出し、上のものから「 > 」でつなぐ (基本方針1 財政の健全化 > (1) 歳入の確保)。確かでなければ NULL'),
    column('goal_source_end_line', 'INTEGER', '目標の終了行', '改善・推進目標が終わる行'),
    column('goal_source_end_column', 'INTEGER', '目標の終了桁', '改善・推進目標が終わる桁 (その桁を含まない)'),
    unified('lead_department', '記入担当課'),
    unifiedList('departments', '担当課'),
    column('lineage', 'VARCHAR', '系統', '同じ項目なら、どの版でも次のプランでも同じ名前: 初めに現れたシリーズと項目番号 (042153-5/17)'),
    column('same_as', 'VARCHAR', '同じ項目', 'plan.json の same_as が言う、同じ項目のプランIDかシリーズと項目番号'),
  ],
} as const satisfies Table

/** A reform item. */
export type ItemRecord = Reading<typeof definition>

/** The departments of an item's head: 【担当課：…】 parted by commas, and by ・ between whole names. */
function readDepartments(item: Item): Words[] {
  const names = partOf(item, 'departments')?.label.match.words('names')
  if (!names) return []
  return names.split(/[、,]/g).flatMap((list) => {
    const departments: Words[] = []
    let from = 0
    for (const dot of list.matches(/・/g)) {
      if (![list.form.slice(from, dot.index), list.form.slice(dot.end)].every((name) => wholeDepartment.test(name.trim()))) continue
      departments.push(list.slice(from, dot.index).trim())
      from = dot.end
    }
    return [...departments, list.slice(from).trim()].filter((name) => !name.isEmpty)
  })
}

/** The title of an item: of its head, or of the contents where the head is missing. */
export function itemTitle(item: Item): Words | undefined {
  return item.section.title?.isEmpty === false ? item.section.title : item.contents?.title
}

/** The row of an item; its place is its head, or its line in the contents where the head is missing. */
function readItem(item: Item, { items, plan }: Context): ItemRecord {
  const { sameAs } = plan.description
  const departments = readDepartments(item)
  const lead = (item.contents?.department ?? departments[0])?.text
  const rating = readRating(item)
  const goal = readGoal(item)
  const next = partOf(item, 'next')
  return {
    item_no: item.no,
    title: itemTitle(item)?.text ?? null,
    lead_department: lead ?? null,
    departments: departments.length > 0 ? departments.map(({ text }) => text) : null,
    goal: goal?.text ?? null,
    rating: rating?.form ?? null,
    next_plan: next ? next.label.match.form('plan') !== undefined : null,
    complete: isComplete(items, item),
    words: item.headless ? (item.contents?.words ?? item.section.words) : item.section.words,
    rating_source_line: rating?.place.start.line ?? null,
    rating_source_column: rating?.place.start.column ?? null,
    ...placeColumns('goal', goal),
    lead_department_unified: lead === undefined ? null : unifiedName(lead),
    departments_unified: departments.length > 0 ? departments.map(({ text }) => unifiedName(text)) : null,
    effects_open: openEffects(item)[0]?.reason ?? null,
    item_code: item.code ?? null,
    theme: item.section.themes.map(({ text }) => text).join(' > ') || null,
    lineage: null,
    same_as: sameAs[item.code ?? ''] ?? sameAs[item.no] ?? null,
  }
}

/** An item's head is a name, its goal and the notes of its rating are sentences. */
function explainItem(item: Item): Explained[] {
  const departments = partOf(item, 'departments')?.label.match.words()
  const goal = readGoal(item)
  const notes = (partOf(item, 'rating')?.rows ?? []).flatMap(({ words }) => filledCells(words)).filter(({ form }) => form.startsWith('※'))
  return [
    ...[...titleWords(item), ...(departments ? [departments] : [])].map((words): Explained => ({ words, reason: 'name' })),
    ...[...(goal ? [goal] : []), ...notes].map((words): Explained => ({ words, reason: 'in a sentence' })),
  ]
}

/** The words of an item's title that are its name: an amount is part of it only where head and contents both have it. */
function titleWords({ section, contents }: Item): Words[] {
  if (!section.title) return []
  return contents && contents.title.form === section.title.form ? [section.title, contents.title] : withoutAmounts(section.title)
}

/** 改革項目. */
export const items = itemTable(definition, (item, context) => [readItem(item, context)], explainItem)
