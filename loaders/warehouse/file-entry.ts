/** A file of the warehouse: its path in it, size, sha256, and how many rows it holds (null where it is no table). */
export interface FileEntry {
  path: string
  bytes: number
  sha256: string
  rows: number | null
}

/** A path of folders and files as an address names it: whatever a name is made of, it stays one step of the path. */
export function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** JSON as files of the warehouse hold it: indented by two, a line end at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Where the site keeps the files it offers, seen from its root. */
export const filesFolder = 'files'
