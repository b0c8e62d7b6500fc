import { ChangesChart } from '../../charts/changes-chart.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import type { YenUnit } from '../../format/yen-units.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { changeLabel, comparisonWords, effectName, rateCell, varyingNote } from '../effects/effects.ts'
import { isCompared, lastChanges, unitOfChanges, YenChange } from '../effects/items.ts'
import { itemCell, sourceLines } from '../item-links.ts'

const mostShown = 6

/** Which effects changed most on the year before: what can be compared first, then donations; what varies stands in the table alone. */
export function movedCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const rows = lastChanges(warehouse).slice(0, mostShown)
  const alike = rows.filter(isCompared)
  const [first] = alike
  if (!first) return undefined
  const unit = unitOfChanges(warehouse)
  return {
    id: 'moved',
    tables: ['effects'],
    width: 'half',
    finding: Finding(page, first, unit),
    scope: `効果額の前年度との差、${warehouse.plan.municipality ?? warehouse.plan.title ?? ''}、${bothYears(first.fiscal_year)}。前年度と同じ内容の${alike.length}件。`,
    chart: (size) =>
      ChangesChart(
        `${eraYear(first.fiscal_year)}の効果額の前年度差`,
        alike.map((row) => ({
          itemNo: row.item_no,
          name: `${effectName(warehouse, row)}${row.comparison === 'donation' ? ` (${comparisonWords.donation})` : ''}`,
          yen: row.change_yen ?? 0,
          detail: rateInBrackets(changeLabel(row)),
          href: '#moved-table',
        })),
        size,
      ),
    note: varyingNote(page),
    table: {
      head: ['項目', '前年度 (円)', '当年度 (円)', '差 (円)', '増減率 (%)'],
      rows: rows.map((row) => [
        itemCell(page, row),
        factCell(page, page.fact(row, 'previous_yen')),
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        rateCell(page, row),
      ]),
    },
    source: sourceLines(
      page,
      warehouse.table('effects').filter(({ item_no }) => rows.some((row) => row.item_no === item_no)),
    ),
  }
}

type Moved = ReturnType<typeof lastChanges>[number]

/** 同じ内容の効果で増減が最も大きいのは使用料等の収入確保の0.42億円減. */
function Finding(page: PageContext, row: Moved, unit: YenUnit): Phrase {
  const what = row.comparison === 'comparable' ? '同じ内容の効果' : '寄附の受入'
  return phrase`${what}で増減が最も大きいのは${row.title}の${YenChange(page, unit, page.fact(row, 'change_yen'))}`
}

function rateInBrackets(rate: string | undefined): string {
  return rate === undefined ? '' : `(${rate})`
}
