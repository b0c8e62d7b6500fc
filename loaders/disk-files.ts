import { readFile, realpath, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { sha256 } from './document/hash.ts'
import type { PlanFiles, PlanPlace } from './plan-files.ts'
import { readRegular } from './regular-file.ts'

/** The files of this machine's disk. */
export const diskFiles: PlanFiles = {
  async find(path) {
    const found = await stat(path).catch(() => undefined)
    return found && (found.isDirectory() ? 'folder' : 'file')
  },
  read: readRegular,
  inFolder: join,
  leavesFolder,
  placeOf,
  limitHint: ' (--max-bytes で変えられる)',
  hash: sha256,
  pdf: { program: readPdfium },
}

/** PDFium as the package of it ships it. */
export async function readPdfium(): Promise<ArrayBuffer> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  return new Uint8Array(bytes).buffer
}

async function leavesFolder(folder: string, name: string): Promise<boolean> {
  if (isAbsolute(name) || isOutside(relative(resolve(folder), resolve(folder, name)))) return true
  const real = await realpath(join(folder, name)).catch(() => undefined)
  return real !== undefined && isOutside(relative(await realpath(folder), real))
}

function isOutside(way: string): boolean {
  return isAbsolute(way) || way.split(sep)[0] === '..'
}

async function placeOf(path: string): Promise<PlanPlace> {
  const whole = resolve(path)
  const isFolder = (await diskFiles.find(path)) === 'folder'
  const folders = dirname(whole).split(sep).filter(Boolean).reverse()
  return { name: isFolder ? basename(whole) : basename(path, extname(path)), whole, folders }
}
