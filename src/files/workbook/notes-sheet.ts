import type { Check } from '../../../loaders/checks/checks.ts'
import { type RuleId, ruleTitle } from '../../../loaders/checks/rules.ts'
import type { Sheet } from '../../../loaders/workbook/sheet.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { causeInWords } from '../../format/missing-causes.ts'
import { eraYear } from '../../format/years.ts'
import { evidenceCells, evidenceHead, wholeLine } from './places.ts'
import { itemColumns, valueCell } from './table-sheet.ts'

export const notesName = '注意'

/** A row of the sheet: a difference, or what is missing for one cause. */
type Note = Pick<Check, 'item_no' | 'fiscal_year' | 'rule' | 'published' | 'computed' | 'difference' | 'source_line'> & { kind: string; words: string }

const noNumbers = { fiscal_year: null, published: null, computed: null, difference: null } as const

/** Where the document contradicts itself, then what it leaves out, a row for each cause, each with its place. */
export function notesSheet(warehouse: Warehouse, site: string | undefined): Sheet {
  const noted = notes(warehouse)
  const ofItem = itemColumns(warehouse)
  const head = [
    '種類',
    '項目番号',
    ...ofItem.map(({ head }) => head),
    '年度 (和暦)',
    '照合',
    '説明',
    '公表値',
    '再計算値',
    '差 (公表値 − 再計算値)',
    ...evidenceHead(site),
  ]
  if (noted.length === 0) return { name: notesName, head, rows: [[{ value: '一致しない箇所も欠けている箇所も見つからなかった' }]] }
  const number = (value: number | null) => valueCell({ type: 'DOUBLE' }, value)
  return {
    name: notesName,
    isTable: true,
    head,
    rows: noted.map(({ kind, item_no, fiscal_year, rule, words, published, computed, difference, source_line }) => [
      { value: kind },
      { value: item_no },
      ...ofItem.map(({ of }) => ({ value: of(item_no) })),
      { value: fiscal_year === null ? null : eraYear(fiscal_year) },
      { value: ruleTitle(rule) },
      { value: words },
      ...[published, computed, difference].map(number),
      ...evidenceCells(warehouse, source_line === null ? undefined : wholeLine(warehouse, source_line), site),
    ]),
  }
}

function notes(warehouse: Warehouse): Note[] {
  const different = warehouse.checks.filter(({ outcome }) => outcome === 'differs')
  const causes = warehouse.mart('missing_causes')
  return [
    ...different.map((check) => ({ ...check, kind: '相違', words: check.message })),
    ...causes.map((cause) => ({ ...cause, ...noNumbers, rule: cause.rule as RuleId, kind: '欠落', words: causeInWords(cause) })),
  ]
}
