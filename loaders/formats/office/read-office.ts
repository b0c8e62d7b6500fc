import type { Drawn } from '../../document/drawn.ts'
import { FormatRefusal } from '../refusal.ts'

/** The text of a Word or Excel file with the places of its letters. */
export function readOffice(_bytes: Uint8Array): Promise<Drawn> {
  throw new FormatRefusal('unknown-file', 'Word と Excel はまだ読めない')
}
