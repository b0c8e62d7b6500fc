import { type RuleId, ruleTitle } from '../../../loaders/checks/rules.ts'
import { amountsInWords } from '../../../loaders/ledger/read-counts.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatChange } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { CheckLine, checkItemCell, checkValueCell, checkYear, decimals, outcomeNames } from './checks.ts'

/** Whether the document can be trusted, in a sentence. */
export function checksLead({ warehouse }: PageContext): Html {
  const { compared, differs, missing } = warehouse.checkTotals
  const pairs =
    compared === 0 ? 'この文書には突き合わせられる数字の組がない。' : `数字${compared}組を突き合わせ、${compared - differs}組が一致し、${differs}組が食い違う。`
  return html`<p class="lead">${pairs}${missing > 0 ? `あるはずのものが${missing}か所で見つからない。` : '欠けている部分はない。'}${amountsInWords(warehouse.readCounts)}。</p>`
}

/** Each difference with both numbers and both places: what the policy division mends before the next edition. */
export function differencesCard(page: PageContext): Card | undefined {
  const different = page.warehouse.checks.filter(({ outcome }) => outcome === 'differs')
  if (different.length === 0) return undefined
  return {
    id: 'differences',
    tables: ['checks'],
    finding: `次の版の前に直す数字は${different.length}か所`,
    scope: '印刷された値と、文書のほかの記述から計算した値。計算値を開くと、もとの数字とその場所が出る。',
    table: {
      head: ['項目', '年度', '照合', '印刷された値', '計算した値', '差'],
      rows: different.map((check) => [
        checkItemCell(check),
        checkYear(check),
        ruleTitle(check.rule),
        checkValueCell(page, check, 'published', check.message),
        checkValueCell(page, check, 'computed'),
        { value: check.difference, shown: check.difference === null ? '' : formatChange(check.difference, decimals(check)) },
      ]),
    },
    source: html`${different.map((check, index) => html`${index > 0 && '、'}${CheckLine(check)}`)}`,
  }
}

/** What is missing: pages, heads and parts that the other items have, and what a mark of 再掲 says that another item has. */
export function missingCard(page: PageContext): Card | undefined {
  const missing = page.warehouse.checks.filter(({ outcome }) => outcome === 'missing')
  if (missing.length === 0) return undefined
  return {
    id: 'missing',
    tables: ['checks'],
    finding: `あるはずのものが見つからないのは${missing.length}か所`,
    scope: 'ほかの項目にはあるのに、この項目にはない部分 (ページの抜けを疑う) と、再掲の印が指す先に見つからない文。',
    table: {
      head: ['項目', '見つからないもの', '気づいた場所'],
      rows: missing.map((check) => [checkItemCell(check), check.message, { value: String(check.source_line ?? ''), shown: html`${CheckLine(check)}` }]),
    },
    source: '文書全体',
  }
}

/** Every comparison by rule, agreeing ones included. */
export function ruleCards(page: PageContext): Card[] {
  return page.warehouse.mart('check_counts').map((count) => ruleCard(page, count))
}

function ruleCard(page: PageContext, { rule, compares, agrees, differs, missing }: MartRow<'check_counts'>): Card {
  const checks = page.warehouse.checks.filter((check) => check.rule === rule)
  const others = `${differs > 0 ? `、相違${differs}` : ''}${missing > 0 ? `、欠落${missing}` : ''}`
  return {
    id: `rule-${rule}`,
    tables: ['checks'],
    width: 'half',
    finding: `${ruleTitle(rule as RuleId)}: ${agrees + differs + missing}件のうち一致${agrees}${others}`,
    scope: compares ? '数字の突き合わせ' : 'あるべきものがあるか',
    table: {
      head: compares ? ['項目', '年度', '結果', '印刷された値', '計算した値'] : ['項目', '結果', '内容'],
      rows: checks.map((check) => {
        const outcome = outcomeNames[check.outcome]
        if (!compares) return [checkItemCell(check), outcome, check.message]
        return [checkItemCell(check), checkYear(check), outcome, checkValueCell(page, check, 'published'), checkValueCell(page, check, 'computed')]
      }),
    },
    source: '表の各行の場所',
  }
}
