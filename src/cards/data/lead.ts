import { tables } from '../../../loaders/tables.ts'
import { daysOfYears } from '../../../loaders/vocabulary/fiscal-years.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { eraDate, yearRange } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'

/** How much data there is, what it is about and as of when. */
export function dataLead({ site, warehouse: { plan } }: PageContext): Html {
  const rows = site.offered.find(({ path }) => path === 'reform.duckdb')?.rows ?? null
  const days = daysOfYears(plan.first_fiscal_year, plan.last_fiscal_year)
  return html`<p class="lead">表は${Object.keys(tables).length}種類、あわせて${formatNumber(rows)}行。${days && `${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}の実績で、${eraDate(days.end)}までを対象とする。`}どの行も、もとになった文の行と桁を持つ。</p>`
}
