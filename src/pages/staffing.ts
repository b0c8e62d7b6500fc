import { staffingSlots } from '../cards/staffing-page.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => staffingSlots[name] as NonNullable<(typeof staffingSlots)[string]>

/** 職員数: 計画どおりに足りているか */
export const staffingPage: Page = {
  path: '/staffing',
  menu: '職員数',
  title: () => '職員数',
  question: '職員数: 計画どおりに足りているか',
  content: (page) => [
    slot('staffing-lead')(page),
    cards(
      slot('head-counts')(page),
      slot('staffing-gaps')(page),
      slot('rehired-staff')(page),
      slot('rehire-rate')(page),
      slot('survey-scores')(page),
      slot('response-rate')(page),
      slot('in-house-training')(page),
      slot('external-training')(page),
    ),
  ],
}
