import { init } from '@embedpdf/pdfium'
import type { Pdfium } from './engine.ts'
import type { PdfTools } from './pdf-tools.ts'

let loaded: Promise<Pdfium> | undefined

/** PDFium, loaded once in a process, when the first PDF is read. */
export function loadPdfium(program: PdfTools['program']): Promise<Pdfium> {
  loaded ??= load(program)
  loaded.catch(forgetPdfium)
  return loaded
}

/** Lets the next PDF load PDFium anew, where a file has broken it. */
export function forgetPdfium(): void {
  loaded = undefined
}

async function load(program: PdfTools['program']): Promise<Pdfium> {
  const pdfium = (await init({ wasmBinary: await program() })) as Pdfium
  pdfium.PDFiumExt_Init()
  return pdfium
}
