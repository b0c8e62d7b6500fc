import { aboutPage } from './about.ts'
import { analysesPage } from './analyses.ts'
import { checksPage } from './checks.ts'
import { collectionsPage } from './collections.ts'
import { dataPage } from './data.ts'
import { effectsPage } from './effects.ts'
import { explorePage } from './explore.ts'
import { itemPage } from './item.ts'
import { itemsPage } from './items.ts'
import { libraryPage } from './library.ts'
import { notFoundPage } from './not-found.ts'
import { overviewPage } from './overview.ts'
import type { Page } from './page.ts'
import { printPage } from './print.ts'
import { ratingsPage } from './ratings.ts'
import { readerPage } from './reader.ts'
import { revenuePage } from './revenue.ts'
import { sheetPage } from './sheet.ts'
import { sourcePage } from './source.ts'
import { sqlPage } from './sql.ts'
import { staffingPage } from './staffing.ts'

/** Every page of the site, in the order of the menu. */
export const pages = [
  overviewPage,
  sheetPage,
  effectsPage,
  staffingPage,
  collectionsPage,
  revenuePage,
  ratingsPage,
  itemsPage,
  itemPage,
  printPage,
  sourcePage,
  checksPage,
  readerPage,
  explorePage,
  dataPage,
  sqlPage,
  analysesPage,
  libraryPage,
  aboutPage,
  notFoundPage,
] as const satisfies readonly Page[]

/** The path of a page, or of a kind of pages. */
export type PagePath = (typeof pages)[number]['path']
