import { open, rename, rm, writeFile } from 'node:fs/promises'
import { explained, ifThere, OutputError } from '../loaders/warehouse/refusal.ts'
import { siteAddress } from '../loaders/warehouse/site-address.ts'
import { openWarehouse } from '../src/data/open-warehouse.ts'
import { siteOfWarehouse } from '../src/files/offer.ts'
import { singleFile, singleFileMark, singlePages } from '../src/pages/single-file.ts'
import { drawSite } from '../src/pages/site.ts'
import { singleStyle } from './single-style.ts'
import { siteContext } from './site-context.ts'

/**
 * Writes the site of a warehouse as one HTML file; rejects with an `OutputError` where it cannot be written or would replace a
 * file of others.
 */
export async function buildSingle(folder: string, output: string): Promise<void> {
  await refuseOthers(output)
  const warehouse = await openWarehouse(folder)
  const drawn = drawSite({ ...(await siteContext(warehouse, new Map(), siteAddress() ?? (await siteOfWarehouse(folder)))), isStill: true }, singlePages)
  await putInPlace(output, singleFile(drawn, warehouse.plan, await singleStyle()))
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
