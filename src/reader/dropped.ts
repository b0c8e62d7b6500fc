import type { GivenFile } from './given-files.ts'

/** The files that were chosen, in their order; those of a folder with their paths below it, in the order of these, as a command names them. */
export function chosenFiles(list: FileList | null): GivenFile[] {
  const files = [...(list ?? [])]
  const given = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  return files.some(({ webkitRelativePath }) => webkitRelativePath) ? given.sort(byPath) : given
}

function byPath(a: GivenFile, b: GivenFile): number {
  return a.path < b.path ? -1 : 1
}

/**
 * The files that were dropped, those in folders too; rejects where a folder cannot be looked into, as in a page that was opened
 * as a file. What was dropped has to be asked for before anything is waited for.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (!entries.some(({ isDirectory }) => isDirectory)) return chosenFiles(files)
  return (await Promise.all(entries.map(filesBelow))).flatMap((files) => files.sort(byPath))
}

async function filesBelow(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: GivenFile[] = []
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (entries.length === 0) return found
    for (const inner of entries) found.push(...(await filesBelow(inner)))
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
