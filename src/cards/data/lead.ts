import { tables } from '../../../loaders/tables.ts'
import { daysOfYears } from '../../../loaders/vocabulary/fiscal-years.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountOf, DayName, RowsOfFile, YearsName } from '../../evidence/sentences.ts'
import { databaseName } from '../../files/names.ts'
import { phrase, type Words } from '../../markup/html.ts'

/** How much data there is, what it is about and as of when. */
export function dataLead(page: PageContext): Words {
  const { plan, plans, editions } = page.warehouse
  const days = daysOfYears(plan.first_fiscal_year, plan.last_fiscal_year)
  const hasDatabase = page.site.offered.some(({ path }) => path === databaseName)
  const held = phrase`ファイルには、読み込んだ文書${CountOf(editions)}件のうち現行の版${CountOf(plans)}件の行がある。${hasDatabase && `どの版の行も ${databaseName} の all_editions にある。`}`
  const ofPlan = days && phrase`${YearsName(plan)}の実績で、${DayName({ as_of: days.end })}までを対象とする。`
  return phrase`表は${CountOf(Object.keys(tables))}種類${hasDatabase && phrase`、あわせて${RowsOfFile(page, databaseName)}行`}。${editions.length > 1 ? held : ofPlan}どの行も、もとになった文の行と桁を持つ。`
}
