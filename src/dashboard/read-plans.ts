import type { DuckDBBindings } from 'duckdb-blocking'
import { filesFolder } from '../../loaders/warehouse/file-entry.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { describeOffered, offeredFiles, workbookOfPlan } from '../files/offered.ts'
import { dataPage } from '../pages/data.ts'
import { type DrawnPage, drawPages } from '../pages/draw.ts'
import type { Page } from '../pages/page.ts'
import { pages } from '../pages/pages.ts'
import { singleFile, singlePages } from '../pages/single-file.ts'
import { drawSite, menuOf } from '../pages/site.ts'
import { siteContext } from '../pages/site-context.ts'
import type { PageParts, ReadRows } from '../reader/dashboard-messages.ts'
import type { Connection } from './engine.ts'
import { storePlans } from './stored-plans.ts'
import { warehouseFiles } from './warehouse-files.ts'

/** Pages that ask the site's own data, and the one that is drawn when its files are made. */
const left: readonly string[] = ['/explore', '/sql', '/analyses', '/reader', '/404']
const asked = pages.filter(({ path }: Page) => !left.includes(path))
const colours = new Map(bundled.colours)

/** Plans that were read in the page, with what the site would have of them. */
export class ReadPlans {
  private constructor(
    private readonly connection: Connection,
    private readonly read: ReadRows,
    private readonly warehouses: readonly Warehouse[],
  ) {}

  /** Stores what was read in DuckDB, and reads from there what pages show. */
  static async open(duckDb: DuckDBBindings, read: ReadRows): Promise<ReadPlans> {
    const { connection, warehouses } = await storePlans(duckDb, read)
    return new ReadPlans(connection, read, warehouses)
  }

  /** Every page of every plan but the one that offers files. */
  draw(): PageParts[] {
    return this.warehouses.flatMap((warehouse) => {
      const drawn = drawSite(siteContext(warehouse, { offered: [], colours }), asked)
      return drawn.filter(({ kind }) => kind !== dataPage.path).map((page) => partsOf(page, warehouse))
    })
  }

  /** The pages of the plan whose pages begin at a place, as one HTML file. */
  single(base: string): string {
    const warehouse = this.warehouses.find((one) => one.base === base)
    if (!warehouse) throw new RangeError(`there is no plan at ${base}`)
    const drawn = drawSite({ ...siteContext(warehouse, { offered: [], colours }), isStill: true }, singlePages)
    return singleFile(drawn, warehouse.plan, bundled.singleStyle)
  }

  /** The page that offers files, with the files. */
  async drawFiles(): Promise<PageParts[]> {
    const [first] = this.warehouses
    if (!first) return []
    const workbooks = new Map<string, Uint8Array>()
    for (const warehouse of this.warehouses) workbooks.set(warehouse.plan.plan_id, await workbookOfPlan(warehouse, undefined))
    const made = await warehouseFiles(this.connection, this.read)
    const offered = offeredFiles({ ...made, plans: first.plans, workbooks, licence: new TextEncoder().encode(bundled.licence) })
    const site = { ...siteContext(first, { offered: describeOffered(offered), colours }), uses: new Map() }
    const [page] = drawPages(site, dataPage, menuOf(first, asked))
    if (!page) return []
    const files = new Map<string, string | Uint8Array<ArrayBuffer>>(page.files)
    for (const [path, bytes] of offered) files.set(`${filesFolder}/${path}`, new Uint8Array(bytes))
    return [{ ...partsOf(page, first), files }]
  }
}

function partsOf({ base, path, title, header, main, footer, files }: DrawnPage, { plan }: Warehouse): PageParts {
  return { base, path, title: [title, plan.title].filter(Boolean).join(' | '), header, main, footer, files }
}
