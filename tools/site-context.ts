import { readFile } from 'node:fs/promises'
import { lightColours } from '../src/charts/standalone-svg.ts'
import type { Warehouse } from '../src/data/warehouse.ts'
import type { SiteContext } from '../src/evidence/page-context.ts'
import { Facts } from '../src/facts/facts.ts'
import { describeOffered } from '../src/files/offer.ts'
import { publishedBase } from '../src/format/site-paths.ts'
import { drawChartsWithoutBrowser } from './chart-document.ts'

/** What the pages of a plan are drawn from, with the files that the site offers and the address of the site; charts are drawn without a browser. */
export async function siteContext(warehouse: Warehouse, offered: ReadonlyMap<string, Uint8Array>, address?: string): Promise<Omit<SiteContext, 'uses'>> {
  drawChartsWithoutBrowser()
  const styleSheets = ['node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'src/style.css']
  const colours = lightColours(await Promise.all(styleSheets.map((path) => readFile(path, 'utf8'))))
  return { warehouse, facts: new Facts(warehouse), offered: describeOffered(offered), colours, address: publishedBase(warehouse.base, address) }
}
