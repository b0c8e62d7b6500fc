import type { Report } from '../document/report.ts'
import type { Item } from '../structure/item.ts'
import { isPart } from '../structure/labels.ts'
import { flows } from '../structure/rows.ts'
import { headFiscalYear, recentEraName } from '../vocabulary/eras.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { yearSpan } from '../vocabulary/year-spans.ts'

const inBrackets = String.raw`【[^】]{1,30}】|[[〈《〔〖][^\][〈〉《》〔〕〖〗。]{0,30}(?:年|${recentEraName})[^\][〈〉《》〔〕〖〗。]{0,30}[\]〉》〕〗]`

/** A row that says nothing but what comes after it: words in 【】, a year, or 「3カ年の…」, with no sentence. */
const looksLikeHead = new RegExp(String.raw`^(?:${inBrackets}|\(?(?:${headFiscalYear}|${yearSpan}の)[^。、:\d]{0,12}\)?)$`)

/** Reports each text that looks like a head but is none that the form has: it was read as text of the part above it. */
export function reportUnknownHeads(items: readonly Item[], report: Report): void {
  for (const { no, code, form, section } of items) {
    for (const { kind, rows } of section.parts) {
      if (!isPart(form, kind, { holds: ['text', 'lists', 'mark'] })) continue
      for (const text of flows(rows)) {
        if (looksLikeHead.test(text.form))
          report.warn('unknown-head', text, `${itemLabel(no, code)}に知らない見出しがある。前の部分の続きとして読んだ: ${text.text}`)
      }
    }
  }
}
