import { exploreSlots } from '../cards/explore-page.ts'
import type { Page } from './page.ts'

const slot = (name: string) => exploreSlots[name] as NonNullable<(typeof exploreSlots)[string]>

/** この資料について: どう作ったか */
export const aboutPage: Page = {
  path: '/about',
  menu: 'この資料について',
  title: () => 'この資料について',
  question: 'この資料について: どう作ったか',
  content: (page) => [
    slot('about-edition')(page),
    slot('about-method')(page),
    slot('about-definitions')(page),
    slot('about-tables')(page),
    slot('about-limits')(page),
    slot('about-licence')(page),
  ],
}
