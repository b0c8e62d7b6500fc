import type { Warehouse } from '../data/warehouse.ts'
import type { SiteContext } from '../evidence/page-context.ts'
import { joinUses, usesInTables, usesOnPages } from '../evidence/uses.ts'
import { type DrawnPage, drawPages } from './draw.ts'
import type { MenuEntry } from './frame.ts'
import { instancePath, type Page } from './page.ts'
import { pages } from './pages.ts'
import { sourcePage } from './source.ts'

/** The addresses of pages that there are several of, from the root without `.html`. */
export function pagePaths(warehouse: Warehouse): string[] {
  return pages.flatMap((page: Page) => page.instances?.(warehouse).map((params) => instancePath(page, params)) ?? [])
}

/** Draws every page; the source view last, since it says where the others use each number. */
export function drawSite(site: Omit<SiteContext, 'uses'>): DrawnPage[] {
  const menu = pages.flatMap(({ path, menu }): MenuEntry[] => (menu === null ? [] : [{ path, menu }]))
  const others = pages.filter((page: Page) => page !== sourcePage).flatMap((page) => drawPages({ ...site, uses: new Map() }, page, menu))
  const uses = joinUses([usesOnPages(others), usesInTables(site.warehouse)])
  return [...others, ...drawPages({ ...site, uses }, sourcePage, menu)]
}
