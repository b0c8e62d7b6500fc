import { readFile } from 'node:fs/promises'
import { lightColours } from '../src/charts/standalone-svg.ts'
import type { Warehouse } from '../src/data/warehouse.ts'
import type { SiteContext } from '../src/evidence/page-context.ts'
import { describeOffered } from '../src/files/offered.ts'
import { siteContext as contextOf } from '../src/pages/site-context.ts'

/** What the pages of a plan are drawn from, with the files that the site offers and the address of the site. */
export async function siteContext(warehouse: Warehouse, offered: ReadonlyMap<string, Uint8Array>, address?: string): Promise<Omit<SiteContext, 'uses'>> {
  return contextOf(warehouse, { offered: describeOffered(offered), colours: await readColours(), address })
}

/** The light values of the custom properties of the style. */
export async function readColours(): Promise<ReadonlyMap<string, string>> {
  const styleSheets = ['node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'src/style.css']
  return lightColours(await Promise.all(styleSheets.map((path) => readFile(path, 'utf8'))))
}
