/** A file of the warehouse: its path in it, size, sha256, and how many rows it holds (null where it is no table). */
export interface FileEntry {
  path: string
  bytes: number
  sha256: string
  rows: number | null
}

/** Where the site keeps the files it offers, seen from its root. */
export const filesFolder = 'files'
