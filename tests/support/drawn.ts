import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestPlans } from '../../loaders/ingest.ts'
import { storeDatabase } from '../../loaders/warehouse/store.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawSite } from '../../src/pages/site.ts'
import { siteContext } from '../../tools/site-context.ts'

/** A plan's warehouse and every page as it is drawn, without its frame and without a browser. */
export interface Drawn {
  warehouse: Warehouse
  /** drawn when they are first asked for */
  readonly pages: DrawnPage[]
}

const drawn = new Map<string, Promise<Drawn>>()

/** Draws a plan, a folder or a document, that no test changes: once for all test files of a process. */
export function drawPlan(path: string): Promise<Drawn> {
  const pages = drawn.get(path) ?? draw(path)
  drawn.set(path, pages)
  return pages
}

async function draw(path: string): Promise<Drawn> {
  const directory = await mkdtemp(join(tmpdir(), 'drawn-'))
  try {
    const { rows, restatements, reports, drawings } = await ingestPlans([path], 2 ** 26)
    const errors = reports.flatMap(({ file }) => file.messages.filter(({ fatal }) => fatal))
    if (errors.length > 0) throw new Error(errors.join('\n'))
    await storeDatabase(directory, { rows, library: { restatements, municipalities: [] }, drawings })
    const warehouse = await openWarehouse(directory)
    const context = await siteContext(warehouse, new Map())
    let pages: DrawnPage[] | undefined
    return {
      warehouse,
      get pages() {
        pages ??= drawSite(context)
        return pages
      },
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Draws the text of a document, once for all test files of a process too. */
export function drawDocument(text: string): Promise<Drawn> {
  const pages = drawn.get(text) ?? drawText(text)
  drawn.set(text, pages)
  return pages
}

async function drawText(text: string): Promise<Drawn> {
  const directory = await mkdtemp(join(tmpdir(), 'document-'))
  try {
    await writeFile(join(directory, 'document.txt'), text)
    return await draw(join(directory, 'document.txt'))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
