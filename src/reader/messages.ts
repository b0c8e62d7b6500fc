import type { ReadRows } from './dashboard-messages.ts'
import type { GivenFile } from './given-files.ts'
import type { Reading } from './reading.ts'

/** What the page asks of its worker. */
export type Request =
  /** by the form that stands in a JSON text, where there is one */
  | { kind: 'read'; given: readonly GivenFile[]; form: string | undefined }
  /** the program of PDFium in base64, or a sentence why PDF cannot be read here */
  | { kind: 'program'; program: { base64: string } | { reason: string } }
  /** the list of what was read last, as an Excel file */
  | { kind: 'workbook' }
  /** what was read last, as a warehouse is made of it */
  | { kind: 'rows' }

/** What the worker tells the page. */
export type Told =
  | { kind: 'plan'; path: string }
  | { kind: 'page'; page: number; pages: number }
  | { kind: 'program-wanted' }
  | { kind: 'read'; reading: Reading }
  | { kind: 'workbook'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'rows'; read: ReadRows }
  /** what is wrong with the form that was given */
  | { kind: 'form-refused'; reasons: readonly string[] }
  | { kind: 'failed'; reason: string }
