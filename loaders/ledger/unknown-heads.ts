import type { Report } from '../document/report.ts'
import type { Item } from '../structure/item.ts'
import type { LabelKind } from '../structure/labels.ts'
import { flows } from '../structure/rows.ts'
import { headFiscalYear } from '../vocabulary/eras.ts'
import { yearSpan } from '../vocabulary/year-spans.ts'

const textKinds: ReadonlySet<LabelKind> = new Set(['initiatives', 'results', 'year', 'verification', 'achieved', 'not_achieved', 'next', 'rating'])

/** A row that says nothing but what comes after it: words in 【】, a year, or 「3カ年の…」, with no sentence. */
const looksLikeHead = new RegExp(String.raw`^(?:【[^】]{1,30}】|\(?(?:${headFiscalYear}|${yearSpan}の)[^。、:\d]{0,12}\)?)$`)

/** Reports each text that looks like a head but is none that the form has: it was read as text of the part above it. */
export function reportUnknownHeads(items: readonly Item[], report: Report): void {
  for (const { no, section } of items) {
    for (const { kind, rows } of section.parts) {
      if (!textKinds.has(kind)) continue
      for (const text of flows(rows)) {
        if (looksLikeHead.test(text.form)) report.warn('unknown-head', text, `No.${no}に知らない見出しがある。前の部分の続きとして読んだ: ${text.text}`)
      }
    }
  }
}
