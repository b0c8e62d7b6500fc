import type { PdfTools } from './formats/pdf/pdf-tools.ts'

/** Why a file was not read: its rule, and a sentence. */
export interface FileRefusal {
  ruleId: 'unreadable-file' | 'file-too-large'
  reason: string
}

/** What a plan's path says of its name: the folder's, or the file's without its ending; the whole path, and the folders above it from the inside out. */
export interface PlanPlace {
  name: string
  whole: string
  folders: readonly string[]
}

/** The files that plans are read from, by their paths: those of a disk, or those that were given to a page. */
export interface PlanFiles {
  find(path: string): Promise<'folder' | 'file' | undefined>
  /** the bytes of a file, of which no more than a number may be there */
  read(path: string, maximumBytes: number, hint?: string): Promise<Uint8Array | FileRefusal>
  /** the path of what has a name in a folder */
  inFolder(folder: string, name: string): string
  /** whether a name, by itself or by links, leads out of a folder; what is not there leads nowhere */
  leavesFolder(folder: string, name: string): Promise<boolean>
  placeOf(path: string): Promise<PlanPlace>
  /** what is said behind the most bytes of a document, about how to allow more; '' where nobody can */
  readonly limitHint: string
  /** the sha256 of some bytes, as 64 hexadecimal digits */
  hash(bytes: Uint8Array): string
  readonly pdf: PdfTools
}

/** The most bytes of a document, where nobody says otherwise. */
export const usualMaximumBytes = 64 * 2 ** 20 - 1

/** That a file is larger than it may be; its size is not known where it grew while it was read. */
export function tooLarge(size: number | undefined, maximumBytes: number, hint = ''): FileRefusal {
  return { ruleId: 'file-too-large', reason: `${size === undefined ? '' : `${size}バイトある。`}上限は${maximumBytes}バイト${hint}` }
}

/** That nothing stands at a path. */
export const notThere: FileRefusal = { ruleId: 'unreadable-file', reason: 'ファイルがない' }
