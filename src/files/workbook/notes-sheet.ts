import { ruleTitle } from '../../../loaders/checks/rules.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { eraYear } from '../../format/years.ts'
import { evidenceCells, evidenceHead, wholeLine } from './places.ts'
import type { Sheet } from './sheet.ts'
import { itemTitle, valueCell } from './table-sheet.ts'

export const notesName = '注意'

const outcomes: Readonly<Record<string, string>> = { differs: '相違', missing: '欠落' }

/** Where the document contradicts itself, then what it leaves out, each with its place. */
export function notesSheet(warehouse: Warehouse, site: string | undefined): Sheet {
  const noted = Object.keys(outcomes).flatMap((kind) => warehouse.checks.filter(({ outcome }) => outcome === kind))
  const head = ['種類', '項目番号', '項目名', '年度 (和暦)', '照合', '説明', '公表値', '再計算値', '差 (公表値 − 再計算値)', ...evidenceHead(site)]
  if (noted.length === 0) return { name: notesName, head, rows: [[{ value: '一致しない箇所も欠けている箇所も見つからなかった' }]] }
  const number = (value: number | null) => valueCell({ type: 'DOUBLE' }, value)
  return {
    name: notesName,
    head,
    rows: noted.map(({ outcome, item_no, fiscal_year, rule, message, published, computed, difference, source_line }) => [
      { value: outcomes[outcome] ?? outcome },
      { value: item_no },
      { value: itemTitle(warehouse, item_no) },
      { value: fiscal_year === null ? null : eraYear(fiscal_year) },
      { value: ruleTitle(rule) },
      { value: message },
      ...[published, computed, difference].map(number),
      ...evidenceCells(warehouse, source_line === null ? undefined : wholeLine(warehouse, source_line), site),
    ]),
  }
}
