import type { Check } from '../../../loaders/checks/checks.ts'
import type { RuleId } from '../../../loaders/checks/rules.ts'
import { ruleTitle } from '../../../loaders/checks/rules.ts'
import { relationWords } from '../../../loaders/vocabulary/comparisons.ts'
import { FactNumber, PlaceLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { LabelOfItem } from '../../evidence/sentences.ts'
import { causeInWords } from '../../format/missing-causes.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears } from '../../format/years.ts'
import { type Html, html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemNo, itemNoCell } from '../item-links.ts'

/** What a check found, in words. */
export const outcomeNames = { agrees: '一致', differs: '相違', missing: '欠落' } as const

/** 照合: how many pairs of numbers agree, and each that does not, with both numbers and its line. */
export function checksCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const { compared, differs } = warehouse.checkTotals
  if (compared === 0) return undefined
  const different = warehouse.checks
    .filter(({ outcome }) => outcome === 'differs')
    .map(({ message, ...check }) => ({ ...check, words: message, kind: outcomeNames.differs }))
  const missing = warehouse.mart('missing_causes').map((cause) => ({ ...cause, words: causeInWords(cause), kind: outcomeNames.missing }))
  return {
    id: 'checks',
    tables: ['checks'],
    finding: differs === 0 ? `数字${compared}組はすべて一致` : `数値が一致しない箇所は${differs}か所 (突き合わせた数字${compared}組のうち)`,
    scope: '文書の中で2度述べられた数字、または合計と内訳の突き合わせ。一致しない場合も、どちらの数字も文書のまま残している。',
    body: html`${Noted(page, different)}
${missing.length > 0 && html`<details open><summary>見つからない部分 (${missing.length}か所)</summary>${Noted(page, missing)}</details>`}`,
    table: {
      head: ['規則', '一致', '相違', '欠落'],
      rows: warehouse
        .mart('check_counts')
        .map(({ rule, agrees, differs, missing }) => [ruleTitle(rule as RuleId), ...[agrees, differs, missing].map(countCell)]),
    },
    source: '文書全体',
  }
}

/** What was found, in words, each with its item and line. */
function Noted(page: PageContext, found: readonly (Pick<Check, 'item_no' | 'source_line'> & { kind: string; words: string })[]): Html {
  return html`<ul class="findings">${found.map(
    (check) =>
      html`<li><b>${check.kind}</b> ${check.item_no !== null && ItemNo(page, { item_no: check.item_no })} ${check.words} <small>${CheckLine(page, check)}</small></li>`,
  )}</ul>`
}

const mostNamed = 3

/** The items whose numbers differ, in brackets:  (No.10、No.21); undefined where they are many, or one is of no item. */
export function ItemsThatDiffer({ warehouse }: PageContext): Phrase | undefined {
  const items = new Set(warehouse.checks.filter(({ outcome }) => outcome === 'differs').map(({ item_no }) => item_no))
  const numbers = [...items].filter((item) => item !== null).sort((a, b) => a - b)
  if (numbers.length === 0 || numbers.length > mostNamed || items.has(null)) return undefined
  return phrase` (${joinWords(
    numbers.map((item) => LabelOfItem({ warehouse }, item)),
    '、',
  )}) `
}

function countCell(count: number): Cell {
  return { value: count, shown: formatNumber(count) }
}

/** The line that a check is about, as a link. */
export function CheckLine({ warehouse }: PageContext, { source_line }: Pick<Check, 'source_line'>): Phrase | undefined {
  return source_line === null ? undefined : PlaceLink(warehouse, source_line)
}

/** The item of a check in words, linked to its page; one of the whole plan has none. */
export function checkItemCell(page: PageContext, { item_no }: Pick<Check, 'item_no'>): Cell {
  return item_no === null ? '文書全体' : itemNoCell(page, { item_no })
}

/** The year of a check; one over all years says so. */
export function checkYear({ fiscal_year }: Check): string {
  return fiscal_year === null ? '全年度' : bothYears(fiscal_year)
}

/** The printed or the computed value of a check as a cell, behind a printed one how the other should stand to it (7億9千万超); in words where there is none. */
export function checkValueCell(page: PageContext, check: Check, side: 'published' | 'computed', without = ''): Cell {
  const fact = page.site.facts.ofCheck(check, side)
  if (!fact) return { value: check[side], shown: phrase`${without}` }
  const number = FactNumber(page, fact, formatNumber(fact.value, decimals(check)))
  return { value: check[side], shown: phrase`${number}${side === 'published' ? relationWords[check.relation ?? 'same'] : ''}` }
}

/** The decimals with which both values of a check are shown. */
export function decimals({ published, computed }: Check): number {
  return Number.isInteger(published ?? 0) && Number.isInteger(computed ?? 0) ? 0 : 1
}
