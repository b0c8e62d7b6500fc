import { analysesLead, analysisSections } from '../cards/analyses/analyses.ts'
import type { Page } from './page.ts'

/** 分析の例: three questions worked out, each with its SQL and its answer */
export const analysesPage = {
  path: '/analyses',
  menu: null,
  title: () => '分析の例',
  question: '分析の例: SQLでどこまで言えるか',
  lead: () => analysesLead,
  content: (page) => analysisSections(page),
} as const satisfies Page
