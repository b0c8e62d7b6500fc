import { zipSync } from 'fflate'

/** The same instant in every time zone, since a zip file holds local time: the first one that it can hold. */
const fixedTime = new Date(1980, 0, 1)

/** A zip file of the files given by path; the same bytes for the same files, whenever and wherever it is made. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  return zipSync(sorted, { mtime: fixedTime, level: 6 })
}
