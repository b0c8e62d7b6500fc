import { type DrawnPlace, placeInWords } from './document/drawn.ts'
import type { Place } from './document/source.ts'

/** What a place of a document asks of who wrote it. */
export const proofKinds = {
  differs: '数値が一致しない',
  missing: 'あるはずのものがない',
  unread: '読み取れない',
  noted: '確かめてほしい',
} as const

export type ProofKind = keyof typeof proofKinds

/** Where words stand: in the text that was made of the document, and on a page or in a cell of its file. */
export interface ProofPlace {
  text: Place | null
  inFile: DrawnPlace | null
}

/** A number that a computed value is made of. */
export interface ProofNumber {
  name: string
  value: number
  /** null where no number of the document states it */
  at: ProofPlace | null
}

/** A line of the proof-reading list: something of a document to be looked at before it is printed again. */
export interface Proof {
  kind: ProofKind
  itemNo: number | null
  /** the number of the item as printed; null where none is */
  itemCode: string | null
  itemTitle: string | null
  fiscalYear: number | null
  /** `4頁`, `No.19!J12`, `508行5桁`; null where it is nowhere in particular */
  place: string | null
  /** the same to be gone to */
  at: ProofPlace | null
  /** the words at the place, in one line */
  words: string | null
  message: string
  published: number | null
  computed: number | null
  /** the numbers that the computed value is made of, each with its place */
  against: string | null
  /** the same one by one, all of them */
  numbers: readonly ProofNumber[]
}

/** A place of the proof-reading list in words: `4頁`, `No.19!J12`, `508行5桁`. */
export function proofPlaceInWords({ text, inFile }: ProofPlace): string {
  return (inFile && placeInWords(inFile)) ?? (text ? `${text.start.line}行${text.start.column}桁` : '')
}
