import { staffingLineCards } from '../cards/items/line.ts'
import { staffingGapsCard } from '../cards/staffing/gaps.ts'
import { headCountsCard } from '../cards/staffing/head-counts.ts'
import { staffingLead } from '../cards/staffing/lead.ts'
import { rehiredStaffCard, rehireRateCard } from '../cards/staffing/rehired.ts'
import { responseRateCard, surveyScoresCard } from '../cards/staffing/survey.ts'
import { externalTrainingCard, inHouseTrainingCard } from '../cards/staffing/training.ts'
import { cards, type Page } from './page.ts'

/** 職員数: 計画どおりに足りているか */
export const staffingPage = {
  path: '/staffing',
  menu: '職員数',
  title: () => '職員数',
  question: '職員数: 計画どおりに足りているか',
  lead: staffingLead,
  content: (page) => [
    cards(
      headCountsCard(page),
      staffingGapsCard(page),
      staffingLineCards(page),
      rehiredStaffCard(page),
      rehireRateCard(page),
      surveyScoresCard(page),
      responseRateCard(page),
      inHouseTrainingCard(page),
      externalTrainingCard(page),
    ),
  ],
} as const satisfies Page
