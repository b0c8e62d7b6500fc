import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'
import type { Pdfium } from './engine.ts'

let loaded: Promise<Pdfium> | undefined

/** PDFium, loaded once in a process, when the first PDF is read. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= load()
  return loaded
}

/** Lets the next PDF load PDFium anew, where a file has broken it. */
export function forgetPdfium(): void {
  loaded = undefined
}

async function load(): Promise<Pdfium> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const wasmBinary = new Uint8Array(bytes).buffer
  const pdfium = (await init({ wasmBinary })) as Pdfium
  pdfium.PDFiumExt_Init()
  return pdfium
}
