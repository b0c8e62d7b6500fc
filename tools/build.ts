import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sayFailure } from '../loaders/failure.ts'
import { cityOf } from '../loaders/records/plan-series.ts'
import type { Row } from '../loaders/tables.ts'
import { addressOf, filesFolder } from '../loaders/warehouse/file-entry.ts'
import { refuseForeign, replaceOutput } from '../loaders/warehouse/output.ts'
import { siteAddress } from '../loaders/warehouse/site-address.ts'
import { planName } from '../src/cards/library/chooser.ts'
import { openWarehouse } from '../src/data/open-warehouse.ts'
import type { Warehouse } from '../src/data/warehouse.ts'
import { offerFiles, siteOfWarehouse } from '../src/files/offer.ts'
import { workbookOfPlan } from '../src/files/offered.ts'
import { planBase } from '../src/format/site-paths.ts'
import type { DrawnPage } from '../src/pages/draw.ts'
import { drawSite } from '../src/pages/site.ts'
import { openReadOnly } from '../src/questions/native.ts'
import { documentRecords } from '../src/search/document-records.ts'
import { pageRecords } from '../src/search/page-records.ts'
import { plansPath, plansScript, type SearchedPlan } from '../src/search/plans-script.ts'
import { recordsPath, recordsScript } from '../src/search/records-script.ts'
import { buildSingle } from './build-single.ts'
import { finishPage } from './finish-page.ts'
import { copyAssets, type Frame, readShell, withFrame } from './frame.ts'
import { siteContext } from './site-context.ts'
import { siteFolder, writeManifest } from './site-folder.ts'
import { writeAll } from './write-all.ts'

/** What a build reads and writes: the warehouse folder, and the folder of the finished site; and a frame, if there is one already. */
export interface BuildOptions {
  warehouse: string
  output: string
  frame?: Frame
}

/** The files that the site offers, by path. */
type Offered = ReadonlyMap<string, Uint8Array>

/**
 * Builds the site from a warehouse, beside the one that is there, and puts it in its place; rejects with the builder's own
 * words where it fails, and with an `OutputError` where the output is a folder of others.
 */
export async function buildSite({ warehouse, output, frame }: BuildOptions): Promise<void> {
  await refuseForeign(output, siteFolder)
  await refuseBroken(warehouse)
  if (frame === undefined) return withFrame((made) => buildInFrame(warehouse, output, made))
  return buildInFrame(warehouse, output, Promise.resolve(frame))
}

/** Rejects where the database of a warehouse cannot be opened, before a frame is made for nothing. */
async function refuseBroken(folder: string): Promise<void> {
  const instance = await openReadOnly(join(folder, 'reform.duckdb'))
  instance.closeSync()
}

/**
 * Draws the pages of one plan after another, so that of all plans but one only the Excel file is held, and the first while the
 * frame is made; the first plan comes last, since the page of data has the files of all.
 */
async function buildInFrame(folder: string, output: string, made: Promise<Frame>): Promise<void> {
  const first = await openWarehouse(folder)
  const { plans } = first
  const address = siteAddress() ?? (await siteOfWarehouse(folder))
  const workbooks = new Map<string, Uint8Array>()
  await replaceOutput(output, siteFolder, async (site) => {
    const writePlan = async (warehouse: Warehouse, offered: Offered) => {
      const drawn = drawSite(await siteContext(warehouse, offered, address))
      await writeAll(site, await finishedPages(await made, drawn, siteTitle(warehouse), address))
      await writeAll(site, searchRecords(warehouse, drawn))
    }
    for (const { plan_id } of plans.slice(1)) {
      const warehouse = await openWarehouse(folder, plan_id)
      workbooks.set(plan_id, await workbookOfPlan(warehouse, address))
      await writePlan(warehouse, new Map())
    }
    workbooks.set(first.plan.plan_id, await workbookOfPlan(first, address))
    const offered = await offerFiles(folder, plans, workbooks, address)
    await writePlan(first, offered)
    await writeAll(site, new Map([...offered].map(([path, bytes]) => [join(filesFolder, path), bytes])))
    if (plans.length > 1) await writeAll(site, new Map([[plansPath, plansScript(plans.map((plan) => searchedPlan(plan, plans)))]]))
    await copyAssets(await made, site)
    await writeManifest(site)
  })
}

/** The pages of a plan, each in the shell of its kind, and the files that stand beside them. */
async function finishedPages(frame: Frame, drawn: readonly DrawnPage[], title: string, address: string | undefined): Promise<ReadonlyMap<string, string>> {
  const finished = drawn.map(async (page): Promise<[string, string]> => {
    const shell = await readShell(frame, page.kind)
    return [`${page.base}${page.path}.html`, finishPage(shell, page, title, address)]
  })
  return new Map([...(await Promise.all(finished)), ...drawn.flatMap(({ files }) => [...files])])
}

/** What the search of the plan can find, for its script to load; the cards of the items' pages say again what the texts say. */
function searchRecords(warehouse: Warehouse, drawn: readonly DrawnPage[]): ReadonlyMap<string, string> {
  const { plan_id } = warehouse.plan
  const records = [...documentRecords(warehouse), ...pageRecords(drawn.filter(({ path }) => path.lastIndexOf('/') === 0))]
  return new Map([[recordsPath(plan_id), recordsScript(plan_id, records)]])
}

function searchedPlan(plan: Row<'plans'>, plans: readonly Row<'plans'>[]): SearchedPlan {
  return { id: plan.plan_id, name: planName(plan), city: cityOf(plan) ?? '', base: addressOf(`${planBase(plan, plans)}/`).slice(1) }
}

function siteTitle({ plan }: Warehouse): string {
  return plan.title ?? plan.plan_id
}

const usage = `使い方: npm run build [-- --single FILE.html]
  --single FILE.html  サイトの代わりに、メールで送れる1つのHTMLファイルを作る
`

/** The file that the words ask for, if any; undefined where they ask for something else. */
function readArguments(words: readonly string[]): { single?: string | undefined } | undefined {
  try {
    const { single } = parseArgs({ args: [...words], options: { single: { type: 'string' } } }).values
    return single === '' ? undefined : { single }
  } catch {
    return undefined
  }
}

/** The build command: the site of the warehouse at hand, or one file of it. */
export async function main(words: readonly string[]): Promise<number> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const { single } = given
  const options = { warehouse: process.env.REFORM_WAREHOUSE ?? 'warehouse', output: process.env.REFORM_OUTPUT ?? 'dist' }
  if (!existsSync(join(options.warehouse, 'reform.duckdb'))) {
    process.stderr.write(
      `${options.warehouse} に reform.duckdb がない。先に npm run --silent ingest -- data/osaki-plan5 --out ${options.warehouse} を実行する\n`,
    )
    return 1
  }
  return sayFailure(async () => {
    await (single === undefined ? buildSite(options) : buildSingle(options.warehouse, single))
    return 0
  })
}
