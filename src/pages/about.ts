import {
  aboutLead,
  aboutTablesCard,
  definitionsSection,
  editionSection,
  librarySection,
  licenceSection,
  limitsSection,
  methodSection,
} from '../cards/about/about.ts'
import { cards, type Page } from './page.ts'

/** この資料について: どう作ったか */
export const aboutPage = {
  path: '/about',
  menu: 'この資料について',
  title: () => 'この資料について',
  question: 'この資料について: どう作ったか',
  lead: aboutLead,
  content: (page) => [
    editionSection(page),
    librarySection(page),
    methodSection(page),
    definitionsSection(page),
    cards(aboutTablesCard(page)),
    limitsSection(page),
    licenceSection(page),
  ],
} as const satisfies Page
