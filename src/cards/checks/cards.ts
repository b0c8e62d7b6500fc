import type { Row } from '../../../loaders/dictionary/tables.ts'
import { ComputedNumber, ReadWords } from '../../evidence/numbers.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatChange, formatNumber } from '../../format/numbers.ts'
import { bothYears } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { CardSection } from '../card.ts'
import { itemHref } from '../item-links.ts'
import { checkTotals } from '../overview/lead.ts'
import type { Slot } from '../slot.ts'
import { ruleNames } from './checks.ts'
import { checkOperands } from './operands.ts'

type Check = Row<'checks'>

/** Whether the document can be trusted, in a sentence. */
function trustSentence(page: PageContext): Html {
  const { compared, differs } = checkTotals(page.warehouse)
  const missing = page.warehouse.table('checks').filter(({ outcome }) => outcome === 'missing').length
  return html`<p class="lead">${compared === 0 ? 'この文書には突き合わせられる数字の組がない。' : `数字${compared}組を突き合わせ、${compared - differs}組が一致し、${differs}組が食い違う。`}${missing > 0 ? `あるはずの部分が${missing}か所欠けている。` : '欠けている部分はない。'}</p>`
}

/** Each difference with both numbers and both places: what the policy division mends before the next edition. */
function differencesCard(page: PageContext): Html | undefined {
  const different = page.warehouse.table('checks').filter(({ outcome }) => outcome === 'differs')
  if (different.length === 0) return undefined
  return CardSection(page, {
    id: 'differences',
    tables: ['checks'],
    finding: `次の版の前に直す数字は${different.length}か所`,
    scope: '印刷された値と、文書のほかの記述から計算した値。計算値を開くと、もとの数字とその場所が出る。',
    table: {
      head: ['項目', '年度', '照合', '印刷された値', '計算した値', '差'],
      rows: different.map((check) => [
        { value: itemName(check), shown: ItemLink(check) },
        check.fiscal_year === null ? '全年度' : bothYears(check.fiscal_year),
        ruleNames[check.rule] ?? check.rule,
        { value: check.published, shown: check.published === null ? check.message : PublishedNumber(check) },
        { value: check.computed, shown: check.computed === null ? '' : ComputedSide(page, check) },
        { value: check.difference, shown: check.difference === null ? '' : formatChange(check.difference, decimals(check)) },
      ]),
    },
    source: html`${different.map(({ source_line }, index) => html`${index > 0 && '、'}${source_line !== null && ReadWords(`原文${source_line}行`, { source_line })}`)}`,
  })
}

/** What is missing: pages, heads and parts that the other items have. */
function missingCard(page: PageContext): Html | undefined {
  const missing = page.warehouse.table('checks').filter(({ outcome }) => outcome === 'missing')
  if (missing.length === 0) return undefined
  return CardSection(page, {
    id: 'missing',
    tables: ['checks'],
    finding: `文書に欠けている部分は${missing.length}か所`,
    scope: 'ほかの項目にはあるのに、この項目にはない部分。ページの抜けを疑う。',
    table: {
      head: ['項目', '欠けているもの', '気づいた場所'],
      rows: missing.map((check) => [
        { value: itemName(check), shown: ItemLink(check) },
        check.message,
        {
          value: String(check.source_line ?? ''),
          shown: check.source_line === null ? '' : ReadWords(`原文${check.source_line}行`, { source_line: check.source_line }),
        },
      ]),
    },
    source: '文書全体',
  })
}

/** Every comparison by rule, agreeing ones included. */
function rulesCards(page: PageContext): Html {
  const counts = page.warehouse.mart('check_counts') as unknown as readonly {
    rule: string
    compares: boolean
    agrees: number
    differs: number
    missing: number
  }[]
  return html`${counts.map((count) => RuleCard(page, count))}`
}

function RuleCard(
  page: PageContext,
  { rule, compares, agrees, differs, missing }: { rule: string; compares: boolean; agrees: number; differs: number; missing: number },
): Html {
  const checks = page.warehouse.table('checks').filter((check) => check.rule === rule)
  const outcomes = { agrees: '一致', differs: '相違', missing: '欠落' } as const
  return CardSection(page, {
    id: `rule-${rule}`,
    tables: ['checks'],
    width: 'half',
    finding: `${ruleNames[rule] ?? rule}: ${agrees + differs + missing}件のうち一致${agrees}${differs > 0 ? `、相違${differs}` : ''}${missing > 0 ? `、欠落${missing}` : ''}`,
    scope: compares ? '数字の突き合わせ' : 'あるべきものがあるか',
    table: {
      head: compares ? ['項目', '年度', '結果', '印刷された値', '計算した値'] : ['項目', '結果', '内容'],
      rows: checks.map((check) => {
        const outcome = outcomes[check.outcome as keyof typeof outcomes]
        const item = { value: itemName(check), shown: ItemLink(check) }
        if (!compares) return [item, outcome, check.message]
        return [
          item,
          check.fiscal_year === null ? '全年度' : bothYears(check.fiscal_year),
          outcome,
          { value: check.published, shown: PublishedNumber(check) },
          { value: check.computed, shown: ComputedSide(page, check) },
        ]
      }),
    },
    source: '表の各行の場所',
  })
}

function itemName({ item_no }: Check): string {
  return item_no === null ? '文書全体' : `No.${item_no}`
}

function ItemLink(check: Check): Html | string {
  return check.item_no === null ? itemName(check) : html`<a href="${itemHref(check.item_no)}">${itemName(check)}</a>`
}

function PublishedNumber(check: Check): Html | string {
  if (check.published === null) return ''
  const text = formatNumber(check.published, decimals(check))
  return check.source_line === null ? text : ReadWords(text, { source_line: check.source_line })
}

function ComputedSide(page: PageContext, check: Check): Html | string {
  if (check.computed === null) return ''
  const text = formatNumber(check.computed, decimals(check))
  return ComputedNumber(page, text, { formula: ruleNames[check.rule] ?? check.rule, operands: checkOperands(page, check), result: text })
}

function decimals({ published, computed }: Check): number {
  return Number.isInteger(published ?? 0) && Number.isInteger(computed ?? 0) ? 0 : 1
}

/** The slots of the page 照合. */
export const checksSlots: Readonly<Record<string, Slot>> = {
  'checks-trust': trustSentence,
  'checks-differences': differencesCard,
  'checks-missing': missingCard,
  'checks-rules': rulesCards,
}
