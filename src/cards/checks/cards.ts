import type { Check } from '../../../loaders/checks/checks.ts'
import { type RuleId, ruleTitle } from '../../../loaders/checks/rules.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { AmountsRead, CountIn, CountOf } from '../../evidence/sentences.ts'
import { formatChange } from '../../format/numbers.ts'
import { html, phrase, type Words } from '../../markup/html.ts'
import { grouped } from '../by-item.ts'
import type { Card } from '../card.ts'
import { restatementsOf } from '../restated.ts'
import { CheckLine, checkItemCell, checkValueCell, checkYear, decimals, outcomeNames } from './checks.ts'

/** Whether the document can be trusted, in a sentence. */
export function checksLead(page: PageContext): Words {
  const totals = page.warehouse.checkTotals
  const restated = restatementsOf(page)
  const agrees = phrase`${CountIn(page, totals, 'agrees')}組が一致し、数値が一致しない箇所は${CountIn(page, totals, 'differs')}か所。`
  return [
    totals.compared === 0 ? 'この文書には突き合わせられる数字の組がない。' : phrase`数字${CountIn(page, totals, 'compared')}組を突き合わせ、${agrees}`,
    totals.missing_causes === 0 ? '欠けている部分はない。' : phrase`あるはずのものが見つからない箇所は${CountIn(page, totals, 'missing_causes')}か所。`,
    restated.length > 0 && phrase`後の版で改められた値は${CountOf(restated, '#restated')}件。`,
    AmountsRead(page),
    '。',
  ]
}

/** Each difference with both numbers and both places: what the policy division mends before the next edition. */
export function differencesCard(page: PageContext): Card | undefined {
  const different = page.warehouse.checks.filter(({ outcome }) => outcome === 'differs')
  if (different.length === 0) return undefined
  return {
    id: 'differences',
    tables: ['checks'],
    finding: `数値が一致しない箇所は${different.length}か所`,
    scope: '公表値 (文書にある値) と、文書のほかの記述からの再計算値。再計算値を開くと、もとの数字とその場所が出る。',
    table: {
      head: ['項目', '年度', '照合', '公表値', '再計算値', '差'],
      rows: different.map((check) => [
        checkItemCell(page, check),
        checkYear(check),
        ruleTitle(check.rule),
        checkValueCell(page, check, 'published', check.message),
        checkValueCell(page, check, 'computed'),
        { value: check.difference, shown: check.difference === null ? '' : formatChange(check.difference, decimals(check)) },
      ]),
    },
    source: html`${different.map((check, index) => html`${index > 0 && '、'}${CheckLine(page, check)}`)}`,
  }
}

/** What is missing, a row for each cause: pages, heads and parts that the other items have, and what a mark of 再掲 says that another item has. */
export function missingCard(page: PageContext): Card | undefined {
  const causes = page.warehouse.mart('missing_causes')
  if (causes.length === 0) return undefined
  return {
    id: 'missing',
    tables: ['checks'],
    finding: `あるはずのものが見つからない箇所は${causes.length}か所`,
    scope:
      'ほかの項目にはあるのに、この項目にはない部分 (ページの抜けを疑う) と、再掲の印が指す先に見つからない文。ページがなければ、そのために欠けている部分を1行にまとめた。',
    table: {
      head: ['項目', '見つからないもの', 'そのために欠けている部分', '該当箇所'],
      rows: causes.map((check) => [
        checkItemCell(page, check),
        check.message,
        check.parts ?? '',
        { value: String(check.source_line ?? ''), shown: html`${CheckLine(page, check)}` },
      ]),
    },
    source: '文書全体',
  }
}

/** How many of some checks compare each unit, where there are several: 円6件、件1件. */
function unitsInWords({ site: { facts } }: PageContext, checks: readonly Check[]): string {
  const units = grouped(
    checks.map((check) => facts.ofCheck(check, 'published')?.unit ?? ''),
    (unit) => unit,
  )
  return units.length < 2 ? '' : ` (${units.map((ofUnit) => `単位が${ofUnit[0]}のもの${ofUnit.length}件`).join('、')})`
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
    scope: compares ? `数字の突き合わせ${unitsInWords(page, checks)}` : 'あるべきものがあるか',
    table: {
      head: compares ? ['項目', '年度', '結果', '公表値', '再計算値'] : ['項目', '結果', '内容'],
      rows: checks.map((check) => {
        const outcome = outcomeNames[check.outcome]
        if (!compares) return [checkItemCell(page, check), outcome, check.message]
        return [checkItemCell(page, check), checkYear(check), outcome, checkValueCell(page, check, 'published'), checkValueCell(page, check, 'computed')]
      }),
    },
    source: '表の各行の場所',
  }
}
