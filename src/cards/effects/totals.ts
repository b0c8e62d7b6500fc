import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { FactInFull, FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { ItemNo, itemCell, sourceLines } from '../item-links.ts'
import { scopeWords } from './effects.ts'

type TotalGap = MartRow<'effect_total_gaps'>

/** Printed totals against the sum of their years. Nothing where no total is printed. */
export function effectTotalsCard(page: PageContext): Card | undefined {
  const totals = page.warehouse.mart('effect_total_gaps')
  if (totals.length === 0) return undefined
  const wrong = totals.filter(({ differs }) => differs)
  const count = (rows: readonly TotalGap[]) => Link('#totals', `${rows.length}件`)
  return {
    id: 'totals',
    terms: ['total', 'check'],
    tables: ['effectTotals', 'effects'],
    finding:
      wrong.length === 0
        ? phrase`公表の総計 (金額) ${count(totals)}は、${totals.length > 1 ? 'すべて' : ''}各年度の合計と一致`
        : phrase`公表の総計 (金額) ${totals.length > 1 && phrase`${count(totals)}のうち`}${count(wrong)}が、各年度の合計と一致しない`,
    scope: `${scopeWords(page)}。公表値 (文書の「総計」) と、各年度の効果額を足した再計算値。このページの数字はすべて再計算値による。`,
    note: wrong.length > 0 ? phrase`${wrong.map((total) => TotalNote(page, total))}` : undefined,
    table: {
      head: ['項目', '公表の総計 (円)', '再計算した総計 (円)', '差 (円)', '差 (%)', '照合'],
      rows: totals.map((total) => [
        itemCell(page, total),
        factCell(page, page.fact(total, 'published_yen')),
        factCell(page, page.fact(total, 'computed_yen')),
        factCell(page, page.fact(total, 'gap_yen')),
        factCell(page, page.fact(total, 'gap_percent')),
        outcomeWords(total),
      ]),
    },
    source: sourceLines(page, totals),
  }
}

function outcomeWords({ differs, gap_yen, rounding_yen, counts_parts_twice }: TotalGap): string {
  if (differs) return counts_parts_twice ? '相違: 内数を二重に数えたと見られる' : '相違'
  if (gap_yen === 0) return '一致'
  return Math.abs(gap_yen) <= rounding_yen ? '端数の範囲で一致' : '再掲を含めて一致'
}

/** That the total of an item is printed otherwise than its years add up to, and whether it counts parts twice. */
function TotalNote(page: PageContext, total: TotalGap): Phrase {
  const gap = page.fact(total, 'gap_yen')
  const cause = total.counts_parts_twice
    ? phrase`差の${FactNumber(page, gap, formatNumber(Math.abs(total.gap_yen)))}円は内数 (うち) の額と同じで、内数を二重に数えたと見られる。`
    : phrase`差は${FactNumber(page, gap)}円。`
  return phrase`${PrintedAndComputed(page, total)}。${cause}`
}

/** An item's total as printed, and as its years add up: No.21の総計は626,073,000円と公表されているが、各年度の合計は520,904,000円. */
export function PrintedAndComputed(page: PageContext, total: TotalGap): Phrase {
  return phrase`${ItemNo(page, total)}の${TotalInWords(page, total)}`
}

/** The same without the item, as its own page says it. */
export function TotalInWords(page: PageContext, total: TotalGap): Phrase {
  return phrase`総計は${FactInFull(page, page.fact(total, 'published_yen'))}と公表されているが、各年度の合計は${FactInFull(page, page.fact(total, 'computed_yen'))}`
}

/** The totals that differ from the sum of their years, in words; undefined where all agree. */
export function totalsNote(page: PageContext): Phrase | undefined {
  const wrong = page.warehouse.mart('effect_total_gaps').filter(({ differs }) => differs)
  if (wrong.length === 0) return undefined
  return phrase`${wrong.map((total) => phrase`${PrintedAndComputed(page, total)}。ここでは再計算値を使う。`)}`
}
