import { tables } from '../../../loaders/tables.ts'
import { daysOfYears } from '../../../loaders/vocabulary/fiscal-years.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountOf, DayName, RowsOfFile, YearsName } from '../../evidence/sentences.ts'
import { phrase, type Words } from '../../markup/html.ts'

/** How much data there is, what it is about and as of when. */
export function dataLead(page: PageContext): Words {
  const { plan } = page.warehouse
  const days = daysOfYears(plan.first_fiscal_year, plan.last_fiscal_year)
  const about = days && phrase`${YearsName(plan)}の実績で、${DayName({ as_of: days.end })}までを対象とする。`
  return phrase`表は${CountOf(Object.keys(tables))}種類、あわせて${RowsOfFile(page, 'reform.duckdb')}行。${about}どの行も、もとになった文の行と桁を持つ。`
}
