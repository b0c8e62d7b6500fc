import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import type { Warehouse } from '../data/warehouse.ts'
import type { SiteContext } from '../evidence/page-context.ts'
import { Facts } from '../facts/facts.ts'
import { publishedBase } from '../format/site-paths.ts'
import { drawChartsWithoutBrowser } from './chart-document.ts'

/** What the pages of a plan share: the files that the site offers, the light colours of its style, and its address where that is known. */
export interface SiteParts {
  offered: readonly FileEntry[]
  colours: ReadonlyMap<string, string>
  address?: string | undefined
}

/** What the pages of a plan are drawn from; charts are drawn to the same markup everywhere, whether there is a browser or not. */
export function siteContext(warehouse: Warehouse, { offered, colours, address }: SiteParts): Omit<SiteContext, 'uses'> {
  drawChartsWithoutBrowser()
  return { warehouse, facts: new Facts(warehouse), offered, colours, address: publishedBase(warehouse.base, address) }
}
