// Draws the pages of plans that were read in the page, beside it: the tables in DuckDB, and from them the cards of the site. It asks for
// nothing; the page hands it what was read, and the program of DuckDB.

import { gunzipSync } from 'fflate'
import type { DrawnPage } from '../pages/draw.ts'
import type { Page } from '../pages/page.ts'
import { pages } from '../pages/pages.ts'
import { drawSite } from '../pages/site.ts'
import { siteContext } from '../pages/site-context.ts'
import type { DrawRequest, DrawTold, PageParts } from '../reader/dashboard-messages.ts'
import { startDuckDb } from './engine.ts'
import { openStored, type StoredPlans } from './stored-plans.ts'

/** Pages that ask the site's own data, or describe the files of its own. */
const left: readonly string[] = ['/explore', '/data', '/sql', '/analyses', '/reader', '/404']

const answers: { [K in DrawRequest['kind']]: (request: Extract<DrawRequest, { kind: K }>) => Promise<DrawTold> } = {
  draw: async ({ read, program }) => {
    const stored = await openStored(await startDuckDb(gunzipSync(bytesOf(program))), read)
    return { kind: 'drawn', pages: await drawPlans(stored) }
  },
}

addEventListener('message', async ({ data }: MessageEvent<DrawRequest>) => {
  postMessage(await answers[data.kind](data).catch((error): DrawTold => ({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })))
})

/** Draws one plan after another. */
async function drawPlans(stored: StoredPlans): Promise<PageParts[]> {
  const asked = pages.filter(({ path }: Page) => !left.includes(path))
  const drawn: PageParts[] = []
  for (const planId of stored.planIds) {
    const warehouse = await stored.read(planId)
    const site = siteContext(warehouse, { offered: [], colours: new Map(bundled.colours) })
    drawn.push(...drawSite(site, asked).map((page) => partsOf(page, warehouse.plan.title)))
  }
  return drawn
}

function partsOf({ base, path, title, header, main, footer, files }: DrawnPage, plan: string | null): PageParts {
  return { base, path, title: [title, plan].filter(Boolean).join(' | '), header, main, footer, files }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
