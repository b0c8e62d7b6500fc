import type { SiteContext } from '../evidence/page-context.ts'
import { joinUses, usesInTables, usesOnPages } from '../evidence/uses.ts'
import { type DrawnPage, drawPages } from './draw.ts'
import type { MenuEntry } from './frame.ts'
import { type Page, wordsFor } from './page.ts'
import { pages } from './pages.ts'
import { sourcePage } from './source.ts'

/** Draws every page; the source view last, since it says where the others use each number. */
export function drawSite(site: Omit<SiteContext, 'uses'>): DrawnPage[] {
  const menu = pages.flatMap(({ path, menu }: Page): MenuEntry[] => (menu === null ? [] : [{ path, menu: wordsFor(site.warehouse.plan, menu) }]))
  const others = pages.filter((page: Page) => page !== sourcePage).flatMap((page) => drawPages({ ...site, uses: new Map() }, page, menu))
  const uses = joinUses([usesOnPages(others), usesInTables(site.warehouse)])
  return [...others, ...drawPages({ ...site, uses }, sourcePage, menu)]
}
