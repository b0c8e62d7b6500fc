// Draws the pages of plans that were read in the page, and makes their files, beside it: the tables in DuckDB, and from them the cards and
// the files of the site. It asks for nothing; the page hands it what was read, and the program of DuckDB.

import { gunzipSync } from 'fflate'
import { bytesOf } from '../reader/base64.ts'
import type { DrawRequest, DrawTold } from '../reader/dashboard-messages.ts'
import { startDuckDb } from './engine.ts'
import { ReadPlans } from './read-plans.ts'

let plans: ReadPlans | undefined

const answers: { [K in DrawRequest['kind']]: (request: Extract<DrawRequest, { kind: K }>) => Promise<DrawTold> } = {
  draw: async ({ read, program }) => {
    plans = await ReadPlans.open(await startDuckDb(gunzipSync(bytesOf(program))), read)
    return { kind: 'drawn', pages: plans.draw() }
  },
  single: async ({ base }) => ({ kind: 'single', text: plans?.single(base) ?? '' }),
  files: async () => ({ kind: 'drawn', pages: plans ? await plans.drawFiles() : [] }),
}

addEventListener('message', async ({ data }: MessageEvent<DrawRequest>) => {
  postMessage(
    await answers[data.kind](data as never).catch((error): DrawTold => ({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })),
  )
})
