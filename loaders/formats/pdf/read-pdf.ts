import type { Drawn } from '../../document/drawn.ts'
import { FormatRefusal } from '../refusal.ts'

/** The text of a PDF with the boxes of its letters. */
export function readPdf(_bytes: Uint8Array): Promise<Drawn> {
  throw new FormatRefusal('unknown-file', 'PDF はまだ読めない')
}
