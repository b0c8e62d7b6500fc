import type { Warehouse } from '../data/warehouse.ts'
import type { SiteContext } from '../evidence/page-context.ts'
import { joinUses, usesInTables, usesOnPages } from '../evidence/uses.ts'
import { type DrawnPage, drawPages } from './draw.ts'
import type { MenuEntry } from './frame.ts'
import { type Page, wordsFor } from './page.ts'
import { pages } from './pages.ts'
import { printPage } from './print.ts'
import { sourcePage } from './source.ts'

/**
 * Draws pages of a plan, all where they are left out, but those that all plans share with the first plan only; the source view last, since it says where the others use each number. What the page
 * for printing says again is no further use.
 */
export function drawSite(site: Omit<SiteContext, 'uses'>, asked: readonly Page[] = pages): DrawnPage[] {
  const drawn = asked.filter(({ isDrawnFor }) => isDrawnFor?.(site.warehouse) ?? true)
  const menu = menuOf(site.warehouse, drawn)
  const own = drawn.filter(({ isShared }) => !isShared || site.warehouse.base === '')
  const others = own.filter((page) => page !== sourcePage).flatMap((page) => drawPages({ ...site, uses: new Map() }, page, menu))
  const uses = joinUses([usesOnPages(others.filter(({ path }) => path !== printPage.path)), usesInTables(site.warehouse)])
  return [...others, ...drawPages({ ...site, uses }, sourcePage, menu)]
}

/** What the menu of a plan lists of pages. */
export function menuOf(warehouse: Warehouse, asked: readonly Page[]): MenuEntry[] {
  const listed = asked.filter(({ isDrawnFor }) => isDrawnFor?.(warehouse) ?? true)
  return listed.flatMap(({ path, menu }): MenuEntry[] => (menu === null ? [] : [{ path, menu: wordsFor(warehouse.plan, menu) }]))
}
