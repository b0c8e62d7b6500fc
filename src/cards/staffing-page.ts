import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber } from '../format/numbers.ts'
import { eraDate } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { headCountsCard, staffingGapsCard, TargetsAhead } from './head-counts.ts'
import { RehiredNumber, RehireRateNumber, reemploymentYears, rehiredStaffCard, rehireRateCard } from './rehired-staff.ts'
import type { Slot } from './slot.ts'
import { responseRateCard, surveyScoresCard, surveyYears } from './staff-survey.ts'
import { externalTrainingCard, inHouseTrainingCard } from './staff-training.ts'
import { GapNumber, gapInWords, HeadCountNumber, staffingGaps } from './staffing.ts'

/** Whether the plan is staffed, in two sentences; that nothing is said of it where that is so. */
function staffingLead(page: PageContext): Html {
  const isSilent = [staffingGaps(page.warehouse), reemploymentYears(page), surveyYears(page), page.warehouse.table('trainings')].every(
    ({ length }) => length === 0,
  )
  if (isSilent) return html`<p class="lead">この文書には、職員数・再任用・意識調査・研修の数字がない。</p>`
  return html`<p class="lead">${headCountSentence(page)}${rehireSentence(page)}</p>`
}

function headCountSentence(page: PageContext): Html | undefined {
  const latest = staffingGaps(page.warehouse).at(-1)
  if (!latest || latest.gap === null) return undefined
  return html`${eraDate(latest.as_of)}の職員数は${HeadCountNumber(page, latest, 'actual', `${formatNumber(latest.actual)}人`)}で、${GapNumber(page, latest, gapInWords(latest.gap))}${TargetsAhead(page, latest.item_no, '。')}。`
}

function rehireSentence(page: PageContext): Html | undefined {
  const latest = reemploymentYears(page)
    .filter(({ rehired_percent }) => rehired_percent !== null)
    .at(-1)
  if (!latest) return undefined
  return html`前年度に定年退職した${RehiredNumber(page, latest, 'retirees', '人')}のうち${RehiredNumber(page, latest, 'rehired', '人')} (${RehireRateNumber(page, latest)}) が再任用された。`
}

/** The slots of the page 職員数. */
export const staffingSlots: Readonly<Record<string, Slot>> = {
  'staffing-lead': staffingLead,
  'head-counts': headCountsCard,
  'staffing-gaps': staffingGapsCard,
  'rehired-staff': rehiredStaffCard,
  'rehire-rate': rehireRateCard,
  'survey-scores': surveyScoresCard,
  'response-rate': responseRateCard,
  'in-house-training': inHouseTrainingCard,
  'external-training': externalTrainingCard,
}
