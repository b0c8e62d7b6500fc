import { buildSite } from '../build.ts'

/** Builds a site in a frame that is made already: the folders of the warehouse, the site and the frame. */
export async function main([warehouse = '', output = '', frame = '']: string[]): Promise<number> {
  await buildSite({ warehouse, output, frame: { folder: frame } })
  return 0
}
