import type { LineSpan, Source } from '../document/source.ts'
import { planStatements } from '../records/plan-statements.ts'
import { documentTable, type Reading } from '../records/reading.ts'
import { column, ofItem, ofPlan, optionalItemNo, placeInFile, planId, required, type Table } from '../records/table.ts'
import type { Item } from '../structure/item.ts'
import type { Document, Section } from '../structure/sections.ts'

const definition = {
  name: 'source_lines',
  title: '原文の行',
  grain: '文書の1行に1行',
  key: ['plan_id', 'line_no'],
  references: [...ofPlan, ...ofItem],
  columns: [
    planId,
    column('line_no', 'INTEGER', '行番号', '文書の行 (1から)', { required: true, minimum: 1 }),
    column('text', 'VARCHAR', '文', '行の文そのまま', required),
    optionalItemNo,
    column(
      'part',
      'VARCHAR',
      '部分',
      '行が属する部分 (results 実績、effects 効果、plan_effects プラン全体の効果額、theme 体系の見出しなど)。blank は空行、unread は読み取れなかった行',
      required,
    ),
    ...placeInFile,
  ],
} as const satisfies Table

/** A line of the document. */
export type SourceLineRecord = Reading<typeof definition>

/** Every line of the document untouched, with the item and part it belongs to. */
function readSourceLines(document: Document, items: readonly Item[]): SourceLineRecord[] {
  const numbers = new Map<Section, number>(items.map(({ section, no }) => [section, no]))
  const ofPlan = new Set(planStatements(document).flatMap(({ words }) => words.map(({ place }) => place.start.line)))
  const { source } = document
  return document.lineParts.map(({ section, part }, index) => ({
    line_no: index + 1,
    text: source.rawLines[index] ?? '',
    item_no: section ? (numbers.get(section) ?? null) : null,
    part: ofPlan.has(index + 1) ? 'plan_effects' : part,
    ...placeOfLine(source, source.lines[index]),
  }))
}

/** Where a line stands in a file that has pages or cells. */
function placeOfLine(source: Source, line: LineSpan | undefined): Pick<SourceLineRecord, 'source_page' | 'source_box' | 'source_cell'> {
  const place = line && line.to > line.from ? source.placeInFile([line]) : undefined
  return { source_page: place?.page ?? null, source_box: place?.box ?? null, source_cell: place?.cell ?? null }
}

/** 原文の行. */
export const sourceLines = documentTable(definition, ({ document, items }) => readSourceLines(document, items))
