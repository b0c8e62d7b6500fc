import type { Row } from '../../loaders/dictionary/tables.ts'
import { ComputedNumber, ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber } from '../format/numbers.ts'
import { bothYears } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import { CardSection } from './card.ts'
import { ruleNames } from './checks/checks.ts'
import { checkOperands } from './checks/operands.ts'
import { itemOf, rowsOfItem } from './item-of.ts'

type Check = Row<'checks'>

/** A table of more rows than this has the whole width, so that each stays one line on paper. */
const manyRows = 5

/** What was compared about the item, and whether all its parts are there. */
export function itemChecksCard(page: PageContext): Html | undefined {
  const checks = rowsOfItem(page.warehouse.table('checks'), itemOf(page))
  const compared = checks.filter(({ computed }) => computed !== null)
  if (checks.length === 0) return undefined
  const differs = compared.filter(({ outcome }) => outcome === 'differs').length
  return CardSection(page, {
    id: 'checks',
    tables: ['checks'],
    width: compared.length > manyRows ? 'full' : 'half',
    finding:
      compared.length === 0
        ? '突き合わせる数字の組はない'
        : differs === 0
          ? `数字${compared.length}組の照合はすべて一致`
          : `数字${compared.length}組のうち${differs}組が食い違う`,
    scope: partsInWords(checks),
    ...(compared.length > 0 && {
      table: { head: ['照合', '年度', '結果', '印刷された値', '計算した値'], rows: compared.map((check) => checkCells(page, check)) },
    }),
    source: html`<a href="/checks.html">照合のページ</a>`,
  })
}

/** Whether the parts that are due are there, in words. */
function partsInWords(checks: readonly Check[]): string {
  const parts = checks.filter(({ rule }) => rule === 'part-present' || rule === 'section-present')
  const missing = parts.filter(({ outcome }) => outcome === 'missing').length
  if (parts.length === 0) return 'この項目についての照合。'
  return missing === 0 ? `あるべき部分${parts.length}か所はすべてそろっている。` : `あるべき部分${parts.length}か所のうち${missing}か所が文書に欠けている。`
}

function checkCells(page: PageContext, check: Check): Cell[] {
  const decimals = Number.isInteger(check.published ?? 0) && Number.isInteger(check.computed ?? 0) ? 0 : 1
  const [published, computed] = [formatNumber(check.published, decimals), formatNumber(check.computed, decimals)]
  const name = ruleNames[check.rule] ?? check.rule
  return [
    name,
    check.fiscal_year === null ? '全年度' : bothYears(check.fiscal_year),
    check.outcome === 'agrees' ? '一致' : '⚠ 相違',
    { value: check.published, shown: check.source_line === null ? published : ReadWords(published, { source_line: check.source_line }) },
    { value: check.computed, shown: ComputedNumber(page, computed, { formula: name, operands: checkOperands(page, check), result: computed }) },
  ]
}
