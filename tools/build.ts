import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openWarehouse, type Warehouse } from '../src/data/warehouse.ts'
import { filesFolder } from '../src/files/names.ts'
import { offerFiles } from '../src/files/offer.ts'
import type { DrawnPage } from '../src/pages/draw.ts'
import { drawSite, pagePaths } from '../src/pages/site.ts'
import { documentRecords } from '../src/search/document-records.ts'
import { pageRecords } from '../src/search/page-records.ts'
import { recordsPath, recordsScript } from '../src/search/records-script.ts'
import { bundleScripts } from './bundle.ts'
import { finishPage } from './finish-page.ts'
import { makeShell, type Shell } from './framework.ts'
import { siteContext } from './site-context.ts'

/** What a build reads and writes: the warehouse folder, and the folder of the finished site; and what makes the site's frame. */
export interface BuildOptions {
  warehouse: string
  output: string
  frame?: (shell: Shell) => Promise<void>
}

/** Builds the site from a warehouse; rejects with the builder's own words where it fails. */
export async function buildSite({ warehouse, output, frame = makeFrame }: BuildOptions): Promise<void> {
  const opened = await openWarehouse(warehouse)
  await rm(output, { recursive: true, force: true })
  const framed = frame({ title: siteTitle(opened), output, paths: pagePaths(opened) })
  const offered = await offerFiles(opened, warehouse, siteAddress())
  const drawn = drawSite(await siteContext(opened, offered))
  await framed
  await Promise.all(drawn.map((page) => writePage(output, page, siteTitle(opened))))
  await writeAll(output, new Map([...offered].map(([path, bytes]) => [join(filesFolder, path), bytes])))
  await writeAll(output, searchRecords(opened, drawn))
}

/** Makes what no plan changes: the shell of every page, its style, and the scripts. */
export async function makeFrame(shell: Shell): Promise<void> {
  const scripts = bundleScripts()
  await makeShell(shell)
  await writeAll(shell.output, await scripts)
}

/** What the search of the plan can find, for its script to load; the cards of the items' pages say again what the texts say. */
function searchRecords(warehouse: Warehouse, drawn: readonly DrawnPage[]): ReadonlyMap<string, string> {
  const { plan_id } = warehouse.plan
  const records = [...documentRecords(warehouse), ...pageRecords(drawn.filter(({ path }) => path.lastIndexOf('/') === 0))]
  return new Map([[recordsPath(plan_id), recordsScript(plan_id, records)]])
}

function siteTitle({ plan }: Warehouse): string {
  return plan.title ?? plan.plan_id
}

/** A page in its shell, and the files that stand beside it. */
async function writePage(output: string, page: DrawnPage, title: string): Promise<void> {
  const path = join(output, `${page.path}.html`)
  await writeFile(path, finishPage(await readFile(path, 'utf8'), page, title))
  await writeAll(output, page.files)
}

async function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** Where the site will be published, for the links of files that leave it; it ends with a slash. */
function siteAddress(): string | undefined {
  const address = process.env.REFORM_SITE
  if (address === undefined || address === '') return undefined
  return address.endsWith('/') ? address : `${address}/`
}

/** The build command: the site of the warehouse at hand. */
export async function main(): Promise<number> {
  const options = { warehouse: process.env.REFORM_WAREHOUSE ?? 'warehouse', output: process.env.REFORM_OUTPUT ?? 'dist' }
  if (!existsSync(join(options.warehouse, 'reform.duckdb'))) {
    process.stderr.write(
      `${options.warehouse} に reform.duckdb がない。先に npm run --silent ingest -- data/osaki-plan5 --out ${options.warehouse} を実行する\n`,
    )
    return 1
  }
  await buildSite(options)
  return 0
}
