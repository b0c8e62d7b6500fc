import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { DayName, NamedIn } from '../../evidence/sentences.ts'
import { type Phrase, phrase, type Words } from '../../markup/html.ts'
import { GapWords, latestHeadCount, Persons, TargetsAhead } from './head-counts.ts'
import { lastRated, RehiredOfRetired } from './rehired.ts'

/** Whether the plan is staffed, in two sentences; that nothing is said of it where that is so. */
export function staffingLead(page: PageContext): Words {
  const { warehouse } = page
  const stated = [warehouse.table('staffing'), warehouse.table('reemployment'), warehouse.table('surveys'), warehouse.table('trainings')]
  if (stated.every(({ length }) => length === 0)) return 'この文書には、職員数・再任用・意識調査・研修の数字がない。'
  return [headCountSentence(page), rehireSentence(page)]
}

function headCountSentence(page: PageContext): Phrase | undefined {
  const latest = latestHeadCount(page.warehouse)
  if (!latest || latest.gap === null) return undefined
  return phrase`${DayName(latest)}の職員数${latest.scope !== null && phrase`（${NamedIn(page, latest, 'scope')}）`}は${Persons(page, page.fact(latest, 'actual'))}で、${GapWords(page, latest)}${TargetsAhead(page, latest.item_no, '。')}。`
}

function rehireSentence(page: PageContext): Phrase | undefined {
  const latest = lastRated(page.warehouse.mart('reemployment_years'))
  if (!latest) return undefined
  return phrase`前年度に定年退職した${RehiredOfRetired(page, latest)} (${FactNumber(page, page.fact(latest, 'rehired_percent'))}) が再任用された。`
}
