import type { Restatement } from '../../loaders/editions/restatements.ts'
import type { DrawingFile } from '../../loaders/ledger/source-pages.ts'
import type { TableRows } from '../../loaders/tables.ts'

/** What was read of all documents, as a warehouse is made of it. */
export interface ReadRows {
  rows: TableRows
  restatements: readonly Restatement[]
  drawings: readonly DrawingFile[]
}

/** A page that was drawn: its parts in markup, with links as the site has them. */
export interface PageParts {
  /** where the pages of its plan begin, from the root of the site: '' for the first plan */
  base: string
  /** its address from there, without `.html` */
  path: string
  title: string
  header: string
  main: string
  footer: string
  /** files beside the pages, by their path from the root */
  files: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>
}

/** What the page asks of the worker that draws. */
export type DrawRequest =
  /** draws the pages of what was read, with DuckDB by its program (gzip in base64) */
  | { kind: 'draw'; read: ReadRows; program: string }
  /** makes the files that the site would offer, and draws the page that does */
  | { kind: 'files' }
  /** the pages of the plan whose pages begin at a place, as one HTML file */
  | { kind: 'single'; base: string }

/** What that worker tells the page. */
export type DrawTold = { kind: 'drawn'; pages: readonly PageParts[] } | { kind: 'single'; text: string } | { kind: 'failed'; reason: string }
