import { type Zippable, zipSync } from 'fflate'

/** The same instant in every time zone, since a zip file holds local time: the first one that it can hold. */
const fixedTime = new Date(1980, 0, 1)

/** Files that are compressed already. */
const packed = /\.(?:parquet|xlsx)$/

/** A zip file of the files given by path; the same bytes for the same files, whenever and wherever it is made. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  const entries = Object.entries(sorted).map(([path, bytes]) => [path, packed.test(path) ? ([bytes, { level: 0 }] as const) : bytes] as const)
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: fixedTime, level: 6 })
}
