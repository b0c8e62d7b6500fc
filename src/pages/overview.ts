import { checksCard } from '../cards/checks/checks.ts'
import { collectionsCard } from '../cards/collections/years.ts'
import { effectYearsCard } from '../cards/effects/years.ts'
import { overviewLead } from '../cards/overview/lead.ts'
import { movedCard } from '../cards/overview/moved.ts'
import { overviewTiles } from '../cards/overview/tiles.ts'
import { departmentsCard } from '../cards/ratings/departments.ts'
import { SheetOnPaper } from '../cards/sheet/sheet.ts'
import { staffingCard } from '../cards/staffing/head-counts.ts'
import { cards, type Page, stack } from './page.ts'

/** 概要: how the plan went, in a few sentences, key figures and cards. */
export const overviewPage = {
  path: '/index',
  menu: '概要',
  title: () => '概要',
  printed: 'sheet',
  question: '概要',
  lead: overviewLead,
  content: (page) => [
    overviewTiles(page),
    cards(effectYearsCard(page), stack(movedCard(page), collectionsCard(page)), stack(departmentsCard(page), staffingCard(page)), checksCard(page)),
    SheetOnPaper(page),
  ],
} as const satisfies Page
