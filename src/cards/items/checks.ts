import type { Check } from '../../../loaders/checks/checks.ts'
import { ruleTitle } from '../../../loaders/checks/rules.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { checkValueCell, checkYear } from '../checks/checks.ts'
import { itemOf, rowsOfItem } from './item-of.ts'

/** A table of more rows than this has the whole width, so that each stays one line on paper. */
const manyRows = 5

/** What was compared about the item, and whether all its parts are there. */
export function itemChecksCard(page: PageContext): Card | undefined {
  const checks = rowsOfItem(page.warehouse.checks, itemOf(page))
  const compared = checks.filter(({ computed }) => computed !== null)
  if (checks.length === 0) return undefined
  const differs = compared.filter(({ outcome }) => outcome === 'differs').length
  return {
    id: 'checks',
    tables: ['checks'],
    width: compared.length > manyRows ? 'full' : 'half',
    finding:
      compared.length === 0
        ? '突き合わせる数字の組はない'
        : differs === 0
          ? `数字${compared.length}組の照合はすべて一致`
          : `数字${compared.length}組のうち${differs}組が一致しない`,
    scope: `${partsInWords(checks)}${referencesInWords(checks)}`,
    ...(compared.length > 0 && {
      table: {
        head: ['照合', '年度', '結果', '公表値', '再計算値'],
        rows: compared.map((check) => [
          ruleTitle(check.rule),
          checkYear(check),
          check.outcome === 'agrees' ? '一致' : '⚠ 相違',
          checkValueCell(page, check, 'published'),
          checkValueCell(page, check, 'computed'),
        ]),
      },
    }),
    source: html`<a href="/checks.html">照合のページ</a>`,
  }
}

/** Whether the parts that are due are there, in words. */
function partsInWords(checks: readonly Check[]): string {
  const parts = checks.filter(({ rule }) => rule === 'part-present' || rule === 'section-present')
  const missing = parts.filter(({ outcome }) => outcome === 'missing').length
  if (parts.length === 0) return 'この項目についての照合。'
  return missing === 0 ? `あるべき部分${parts.length}か所はすべてそろっている。` : `あるべき部分${parts.length}か所のうち${missing}か所が文書に欠けている。`
}

/** The marks of 再掲 of the item whose counterpart was not found, in the words of their checks; empty where each has one. */
function referencesInWords(checks: readonly Check[]): string {
  const lost = checks.filter(({ rule, outcome }) => rule === 'reference-counterpart' && outcome === 'missing')
  return lost.map(({ message }) => `${message}。`).join('')
}
