import { open, rename, rm, writeFile } from 'node:fs/promises'
import { explained, ifThere, OutputError } from '../loaders/warehouse/refusal.ts'
import { siteAddress } from '../loaders/warehouse/site-address.ts'
import { openWarehouse } from '../src/data/open-warehouse.ts'
import { siteOfWarehouse } from '../src/files/offer.ts'
import type { Page } from '../src/pages/page.ts'
import { pages } from '../src/pages/pages.ts'
import { drawSite } from '../src/pages/site.ts'
import { singleFile, singleFileMark } from './single-file.ts'
import { siteContext } from './site-context.ts'

/** Pages that live of scripts or of files beside them, or say all of the others again: no part of a single file. */
const left: readonly string[] = ['/explore', '/data', '/sql', '/analyses', '/reader', '/print', '/library', '/404']

/**
 * Writes the site of a warehouse as one HTML file; rejects with an `OutputError` where it cannot be written or would replace a
 * file of others.
 */
export async function buildSingle(folder: string, output: string): Promise<void> {
  await refuseOthers(output)
  const warehouse = await openWarehouse(folder)
  const drawn = drawSite(
    { ...(await siteContext(warehouse, new Map(), siteAddress() ?? (await siteOfWarehouse(folder)))), isStill: true },
    pages.filter(({ path }: Page) => !left.includes(path)),
  )
  const { title, plan_id } = warehouse.plan
  await putInPlace(output, await singleFile(drawn, `${title ?? plan_id} 取組実績`))
}

async function refuseOthers(output: string): Promise<void> {
  const file = await ifThere(open(output))
  if (!file) return
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0)
    if (!buffer.toString('utf8', 0, bytesRead).includes(singleFileMark))
      throw new OutputError(`${output} はこのツールで作ったファイルではない。まだない名前を指定する`)
  } catch (error) {
    throw explained(output, error)
  } finally {
    await file.close()
  }
}

/** Writes beside the file and puts it in its place at once. */
async function putInPlace(output: string, text: string): Promise<void> {
  const made = `${output}.${process.pid}.tmp`
  try {
    await writeFile(made, text)
    await rename(made, output)
  } catch (error) {
    await rm(made, { force: true })
    throw explained(output, error)
  }
}
