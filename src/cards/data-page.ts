import { daysOfYears } from '../../loaders/dictionary/period.ts'
import { tables } from '../../loaders/dictionary/tables.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber } from '../format/numbers.ts'
import { eraDate, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { dataDictionary } from './data-dictionary.ts'
import { filesCard, tableFilesCard } from './data-files.ts'
import { keysCard } from './data-keys.ts'
import { dataSnippets } from './data-snippets.ts'
import type { Slot } from './slot.ts'

/** How much data there is, what it is about and as of when. */
function dataLead({ site, warehouse: { plan } }: PageContext): Html {
  const rows = site.offered.find(({ path }) => path === 'reform.duckdb')?.rows ?? null
  const days = daysOfYears(plan.first_fiscal_year, plan.last_fiscal_year)
  return html`<p class="lead">表は${Object.keys(tables).length}種類、あわせて${formatNumber(rows)}行。${days && `${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}の実績で、${eraDate(days.end)}までを対象とする。`}どの行も、もとになった文の行と桁を持つ。</p>`
}

/** The slots of the page データ. */
export const dataSlots: Readonly<Record<string, Slot>> = {
  'data-lead': dataLead,
  'data-files': filesCard,
  'data-tables': tableFilesCard,
  'data-keys': keysCard,
  'data-snippets': dataSnippets,
  'data-dictionary': dataDictionary,
}
