import type { Drawn } from '../document/drawn.ts'
import type { FileKind } from './kinds.ts'
import type { PdfTools } from './pdf/pdf-tools.ts'
import { FormatRefusal } from './refusal.ts'

/** The text of a file that is no text, with the places of its letters in the file; throws a {@link FormatRefusal}. */
export async function readDrawnFile(bytes: Uint8Array, kind: Exclude<FileKind, 'text'>, pdf: PdfTools): Promise<Drawn> {
  return readers[kind](bytes, pdf)
}

const readers = {
  pdf: async (bytes, pdf) => (await import('./pdf/read-pdf.ts')).readPdf(bytes, pdf),
  zip: async (bytes) => (await import('./office/read-office.ts')).readOffice(bytes),
  compound: async (bytes) => (await import('./office/compound.ts')).refuseCompound(bytes),
  picture: () => {
    throw new FormatRefusal('image-only', '画像のファイルで、文字がない。文字のある PDF、Word、Excel か、文字に直したファイルを渡す')
  },
} as const satisfies { [K in Exclude<FileKind, 'text'>]: (bytes: Uint8Array, pdf: PdfTools) => Promise<Drawn> | Drawn }
